/** docs/slides.md: every example on the page is read, planned and rendered, and becomes what the page says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { coverage } from '../../src/check/coverage.js'
import type { Deck, Slide } from '../../src/model/deck.js'
import type { Block } from '../../src/model/notes.js'
import { blocksText, plainText } from '../../src/model/text.js'
import { visitBlocks } from '../../src/model/visit.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { notesMarkdown } from '../../src/render/markdown/notesMarkdown.js'
import { resolveSettings } from '../../src/settings/resolve.js'

const page = readFileSync(join(import.meta.dirname, '../../docs/slides.md'), 'utf8')

/** By heading; several under one are numbered. */
const examples = new Map<string, string>()
for (const [, heading, example] of page.matchAll(/^## (.*)$|^```markdown\n([\s\S]*?)^```$/gm)) {
  if (heading !== undefined) examples.set(heading, '')
  const last = [...examples.keys()].at(-1) ?? ''
  const name =
    examples.get(last) === '' ? last : `${last.replace(/ \d$/, '')} ${Number(/\d$/.exec(last)?.[0] ?? 1) + 1}`
  if (example !== undefined) examples.set(name, example)
}

interface Made {
  readonly deck: Deck
  /** Without the title slide and the agenda. */
  readonly slides: readonly Slide[]
}

function made(text: string): Made {
  const source = { file: 'slides.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: {} })
  const deck = planDeck(parseNotes(source, head, settings, readHtml), settings)
  return { deck, slides: deck.slides.filter(({ kind }) => kind === 'content' || kind === 'section') }
}

const shownIn = ({ slides }: Made): string =>
  slides.map(({ title, blocks }) => `${plainText(title)}\n${blocksText(blocks)}`).join('\n')

function blockOf(kind: Block['kind'], { slides }: Made): readonly Block[] {
  const found: Block[] = []
  for (const { blocks } of slides) visitBlocks(blocks, (block) => block.kind === kind && found.push(block))
  return found
}

const becomes: Readonly<Record<string, (made: Made) => void>> = {
  Columns: (made) => {
    expect(blockOf('columns', made)).toMatchObject([{ columns: [{ width: 0.4 }, {}] }])
  },
  'A picture or a colour behind the text': ({ slides }) => {
    expect(slides[0]?.wish).toEqual({ backgrounds: [{ picture: 'pictures/harbour.jpg' }] })
  },
  'A picture or a colour behind the text 2': ({ slides }) => {
    expect(slides[0]?.wish).toEqual({ backgrounds: [{ colour: '#1f3f77' }] })
  },
  'A picture beside the text, from edge to edge': ({ slides }) => {
    expect(slides[0]?.wish).toEqual({ backgrounds: [{ picture: 'pictures/map.png', side: 'right', share: 0.4 }] })
  },
  'How a slide is arranged': ({ slides }) => {
    expect(slides[0]?.layout).toBe('quote')
  },
  'How a slide is arranged 2': ({ slides }) => {
    expect(slides[0]?.layout).toBe('timeline')
  },
  'How a slide is arranged 3': (made) => {
    expect(blockOf('list', made)).toMatchObject([{ as: 'flow' }, { as: 'flow' }])
  },
  'Set smaller': ({ slides }) => {
    expect(slides[0]?.wish?.small).toBe(true)
  },
  Hidden: (made) => {
    expect(made.slides.map(({ title }) => plainText(title))).toEqual(['Shown'])
    expect(JSON.stringify(made.deck.slides)).not.toContain('Numbers')
  },
  'Step by step': (made) => {
    expect(blockOf('list', made)).toMatchObject([{ items: [{ step: true }, { step: true }, { step: true }] }])
  },
  'Step by step 2': (made) => {
    const [question, answer] = blockOf('paragraph', made)
    expect(question).not.toHaveProperty('step')
    expect(answer).toHaveProperty('step', true)
  },
  'Step by step 3': (made) => {
    expect(blockOf('list', made)).toMatchObject([{ items: [{ step: true }, { step: true }] }])
    expect(blockOf('paragraph', made).at(-1)).toHaveProperty('step', true)
  },
  'What you say': ({ slides }) => {
    expect(slides[0]?.speakerNotes).toEqual([{ text: 'Breathe. Then ask who knew.', origin: 'written' }])
  },
  'How large a picture is': (made) => {
    expect(blockOf('picture', made)).toMatchObject([{ size: { width: { of: 'room', amount: 0.5 } } }])
  },
  'The whole deck, cut by you': ({ deck }) => {
    expect(deck.slides.map(({ kind, title }) => [kind, plainText(title)])).toEqual([
      ['title', 'Moving house'],
      ['content', 'Why'],
      ['content', ''],
      ['content', 'When'],
    ])
    expect(deck.slides.at(-1)?.wish).toEqual({ backgrounds: [{ colour: '#1f3f77' }] })
  },
  'The whole deck, cut by you 2': ({ deck }) => {
    expect(deck.slides.map(({ kind, title }) => [kind, plainText(title)])).toEqual([
      ['title', 'Moving house'],
      ['content', ''],
    ])
    expect(deck.slides.at(-1)?.wish).toEqual({ backgrounds: [{ picture: 'pictures/night.jpg' }] })
  },
}

test('the page has these examples, and no others', () => {
  expect([...examples].filter(([, text]) => text !== '').map(([name]) => name)).toEqual(Object.keys(becomes))
})

describe.each(Object.entries(becomes))('%s', (name, says) => {
  const text = examples.get(name) ?? ''
  it('becomes what the page says', () => {
    says(made(text))
  })
  it('shows no sign, and all words', () => {
    const all = made(text)
    expect(shownIn(all)).not.toMatch(/:::|\{|<!--|read: slides/)
    const head = readFrontMatter({ file: 'slides.md', text })
    expect(coverage({ file: 'slides.md', text }, all.deck, head.bodyLine).findings).toEqual([])
  })
  it('stays what it is in clean Markdown', () => {
    const source = { file: 'slides.md', text }
    const clean = notesMarkdown(
      parseNotes(
        source,
        readFrontMatter(source),
        resolveSettings({ front: readFrontMatter(source).front, flags: {} }).settings,
        readHtml,
      ),
    )
    says(made(clean))
  })
})
