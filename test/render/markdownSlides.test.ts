/** Slides of any tool, written as clean Markdown and read again, are the same slides. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksText, plainText } from '../../src/model/text.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { notesMarkdown } from '../../src/render/markdown/notesMarkdown.js'
import { resolveSettings } from '../../src/settings/resolve.js'

function read(text: string) {
  const source = { file: 'x.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: {} })
  const notes = parseNotes(source, head, settings, readHtml)
  const { slides } = planDeck(notes, settings)
  const said = slides.map(({ title, wish = {}, blocks, kind }) => ({
    title: plainText(title),
    text: blocksText(blocks),
    kinds: blocks.map((block) => block.kind),
    kind,
    backgrounds: wish.backgrounds ?? [],
    small: wish.small === true,
  }))
  return { notes, said }
}

const again = (text: string) => {
  const { notes, said } = read(text)
  const written = notesMarkdown(notes)
  return { written, before: said, after: read(written).said }
}

const colour = fc.constantFrom('teal', '#123456', 'rgb(1, 2, 3)')
const picture = fc.constantFrom('a.jpg', 'in/b c.png', 'https://a.org/x.png')
const body = fc.constantFrom(
  'words',
  '- one\n- two',
  '# Title\n\nwords',
  '## Title',
  '![A](a.png)',
  '> said',
  'one\n\n::right::\n\ntwo',
)
const slidev = fc
  .array(fc.record({ background: fc.option(fc.oneof(colour, picture)), side: fc.option(picture), body }), {
    minLength: 2,
    maxLength: 6,
  })
  .map(
    (slides) =>
      `---\ndrawings: {persist: false}\ntheme: seriph\n---\n\n# First\n\n${slides
        .map(({ background, side, body }) => {
          const head = [
            ...(background === null ? [] : [`background: "${background}"`]),
            ...(side === null ? [] : ['layout: image-left', `image: ${side.replace(' ', '')}`]),
          ]
          return `---\n${head.length > 0 ? `${head.join('\n')}\n---\n` : ''}\n${body}\n`
        })
        .join('\n')}`,
  )
const pandoc = fc
  .array(
    fc.record({
      look: fc.constantFrom('.smaller', 'background-color="teal"', 'background-image="a.jpg"', ''),
      body: fc.constantFrom('words', '- one', ':::: columns\n::: column\none\n:::\n::: column\ntwo\n:::\n::::'),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map(
    (slides) =>
      `---\nformat: revealjs\n---\n\n${slides.map(({ look, body }, at) => `## S${at} {${look}}\n\n${body}`).join('\n\n')}\n`,
  )

describe('slides in clean Markdown', () => {
  it('are the same slides when they are read again', () => {
    fc.assert(
      fc.property(fc.oneof(slidev, pandoc), (text) => {
        const { before, after, written } = again(text)
        expect(after, written).toEqual(before)
      }),
      { numRuns: 150 },
    )
  })

  it('say what is asked of each in signs of our own', () => {
    const { written } = again(
      '---\nmarp: true\n---\n\n# A\n\n---\n\n![bg](a.jpg)\n\nwords\n\n---\n\n![bg left:33%](b.png)\n\n## B\n',
    )
    expect(written).toContain('## {background=a.jpg}\n\nwords')
    expect(written).toContain('## B {left=b.png share=33%}')
  })
})
