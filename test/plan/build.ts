/** Notes by hand: the short way to write what parse would give. */
import type { Block, FrontValue, Heading, Inline, Notes, Paragraph } from '../../src/model/notes.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'

export const text = (words: string): readonly Inline[] => [{ kind: 'text', text: words }]

export const h = (level: number, words: string, more: Partial<Heading> = {}): Heading => ({
  kind: 'heading',
  level,
  inlines: text(words),
  lines: [1, 1],
  ...more,
})

export const p = (words: string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  inlines: text(words),
  lines: [1, 1],
  ...more,
})

export const list = (...items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => ({ blocks: [p(item)], lines: [1, 1] })),
  lines: [1, 1],
})

export const aside = (words: string): Block => ({ kind: 'aside', origin: 'written', text: words, lines: [1, 1] })
export const cut: Block = { kind: 'cut', lines: [1, 1] }
export const picture = (alt: string): Block => ({ kind: 'picture', src: 'x.png', alt, caption: alt, lines: [1, 1] })
export const code = (words: string): Block => ({ kind: 'code', language: '', text: words, lines: [1, 1] })

/** Blocks stand on lines 1, 2, 3… in their order; those that were given lines keep them. */
export function notesOf(blocks: readonly Block[], more: Partial<Notes> = {}): Notes {
  const numbered = blocks.map((block, at): Block => {
    const first = block.lines[0] === 1 ? at + 1 : block.lines[0]
    return { ...block, lines: [first, first + block.lines[1] - block.lines[0]] }
  })
  return { file: 'my-notes.md', front: {}, lang: 'en', read: 'notes', blocks: numbered, findings: [], ...more }
}

/** @param flags settings that differ from their defaults */
export function plan(
  blocks: readonly Block[],
  flags: Readonly<Record<string, unknown>> = {},
  more: Partial<Notes> = {},
) {
  const notes = notesOf(blocks, more)
  return planDeck(notes, resolveSettings({ front: notes.front, flags }).settings)
}

export const front = (values: Readonly<Record<string, FrontValue['value']>>): Partial<Notes> => ({
  front: Object.fromEntries(Object.entries(values).map(([key, value], at) => [key, { value, line: at + 2 }])),
})
