/** An edit of notes with code, diagrams, formulas and footnotes elsewhere is drafted at once, and as the whole gives it. */
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { draftNotes, lookOf, redraftNotes } from '../../src/pipeline/planNotes.js'

const text = `# Notes

## Code

It says \`so\`.

\`\`\`js
const a = 1
\`\`\`

## Diagram

It shows so.

\`\`\`dot
digraph { a -> b }
\`\`\`

## Formula

It sums up to $x^2$ so.

## Words

Nothing else[^1] is here.

## End

Only text.

[^1]: A footnote

    \`\`\`js
    const b = 2
    \`\`\`
`

const sourceOf = (said: string) => ({ file: 'test/notes.md', text: said })

async function edited(change: (old: string) => string) {
  const [before, after] = [sourceOf(text), sourceOf(change(text))]
  const head = readFrontMatter(after)
  const look = await lookOf(head, { notes: before.file })
  return {
    quick: redraftNotes(await draftNotes(before, readFrontMatter(before), look), after, head, look.settings),
    whole: await draftNotes(after, head, look),
  }
}

/** In which order a slide has its properties says nothing. */
const ordered = (slide: object) =>
  Object.fromEntries(Object.entries(slide).sort(([one], [other]) => (one < other ? -1 : 1)))
const looks = (slide: object): string => JSON.stringify(ordered(slide)).replace(/"lines":\[\d+,\d+\]/g, '')

describe('an edit is drafted', () => {
  it.each([
    ['beside code', (old: string) => old.replace('It says', 'It really says')],
    ['beside a diagram, a line more', (old: string) => old.replace('It shows so.', 'It shows so.\n\nAnd more.')],
    ['beside a formula', (old: string) => old.replace('It sums', 'It all sums')],
  ])('%s', async (_, change) => {
    const { quick, whole } = await edited(change)
    expect(JSON.stringify(whole.notes.blocks)).toMatch(/"inked".*"drawing"/)
    expect(quick?.notes.blocks).toEqual(whole.notes.blocks)
    expect(quick?.parsed.blocks).toEqual(whole.parsed.blocks)
    expect(quick?.deck.slides.map(looks)).toEqual(whole.deck.slides.map(looks))
  })
})

it('code that nobody has coloured so far is left to the whole', async () => {
  const { quick } = await edited((old) => old.replace('const a = 1', 'const a = 3'))
  expect(quick).toBeUndefined()
})
