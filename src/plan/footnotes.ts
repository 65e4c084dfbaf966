/** Slides on their way and all footnotes → at the foot of each slide what its marks mean; and text without marks. */
import { calledFootnotes } from '../model/footnotes.js'
import type { Block, Footnote, Inline, SpeakerNote } from '../model/notes.js'
import { blocksText } from '../model/text.js'
import { visitInlines } from '../model/visit.js'
import type { Draft } from './draft.js'

export const isFootnote = (block: Block): block is Footnote => block.kind === 'footnote'

/** For what is said again somewhere else: there, nothing says what a mark means. */
export const withoutMarks = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'footnote') return []
    return 'children' in inline ? [{ ...inline, children: withoutMarks(inline.children) }] : [inline]
  })

export type FootnoteMark = Extract<Inline, { kind: 'footnote' }>

export function marksIn(inlines: readonly Inline[]): readonly FootnoteMark[] {
  const marks: FootnoteMark[] = []
  visitInlines(inlines, (inline) => {
    if (inline.kind === 'footnote') marks.push(inline)
  })
  return marks
}

/**
 * Reading puts a footnote where it is used first; a slide further on that refers to it says it again, as nobody in a room
 * turns back. What is below a slide's sub-heading moves to the foot of the slide, or of its part where the author cuts it.
 * A footnote whose mark went to the speaker notes (density.ts) goes there too.
 * @param title of the talk, on a slide that is no draft
 */
export function footnotesAtFoot(
  drafts: readonly Draft[],
  notes: readonly Block[],
  title: readonly Inline[],
): readonly Draft[] {
  const known = new Map(notes.filter(isFootnote).map((note) => [note.label, note]))
  if (known.size === 0) return drafts
  return drafts.map((whole) => {
    const draft = withoutUnmarked(whole, known, title)
    const stretches = stretchesOf(draft.blocks)
    const own = new Map(draft.blocks.filter(isFootnote).map((note) => [note.label, note]))
    const blocks = stretches.flatMap((stretch, index) => {
      const labels = calledFootnotes(stretch, index === 0 ? [draft.title] : [])
      const called = [...labels].flatMap((label) => known.get(label) ?? [])
      for (const label of labels) own.delete(label)
      const left = index === stretches.length - 1 ? [...own.values()] : []
      return [...stretch, ...[...called, ...left].sort(byNumber)]
    })
    return { ...draft, blocks }
  })
}

/** What is called neither on its slide nor by the talk's title goes to the speaker; without a number, nothing ever called it. */
function withoutUnmarked(draft: Draft, known: ReadonlyMap<string, Footnote>, title: readonly Inline[]): Draft {
  if (!draft.blocks.some(isFootnote)) return draft
  const text = draft.blocks.filter((block) => !isFootnote(block))
  const called = calledFootnotes(text, [title, draft.title])
  // A footnote may call others: the set grows while it is gone through.
  for (const label of called) for (const more of calledFootnotes(known.get(label)?.blocks ?? [])) called.add(more)

  const isUnmarked = (block: Block): block is Footnote =>
    isFootnote(block) && block.number !== undefined && !called.has(block.label)
  const gone = draft.blocks.filter(isUnmarked)
  const blocks = draft.blocks.filter((block) => !isUnmarked(block))
  // No slide is left with nothing on it.
  if (gone.length === 0 || blocks.length === 0) return draft
  return {
    ...draft,
    blocks,
    speakerNotes: [...draft.speakerNotes, ...gone.map(spoken)],
  }
}

const spoken = ({ blocks }: Footnote): SpeakerNote => ({ text: blocksText(blocks), origin: 'written' })

const byNumber = (one: Footnote, other: Footnote): number => (one.number ?? Infinity) - (other.number ?? Infinity)

/** Without footnotes, and each from the second on begins with the author's cut. */
function stretchesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const stretches: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'cut') stretches.push([])
    if (!isFootnote(block)) stretches.at(-1)?.push(block)
  }
  return stretches
}
