/** Slides on their way, the first of which may hold nothing but footnotes of the talk's title → those footnotes, and the other slides. */
import type { Footnote, Inline } from '../model/notes.js'
import { blocksText, displayWidth, plainText } from '../model/text.js'
import type { Draft } from './draft.js'
import { isFootnote, marksIn } from './footnotes.js'

/** Half-width letters: two lines at the foot of the title slide, below a short title. */
const most = 300
/** Letters of the title are so much larger. */
const titleSize = 2.5

/** A slide that only says what a mark on another one means is one too many; what is long has it all the same. */
export function footnotesOfTitle(
  drafts: readonly Draft[],
  title: readonly Inline[],
): { readonly footnotes: readonly Footnote[]; readonly rest: readonly Draft[] } {
  const [first, ...rest] = drafts
  const footnotes = first?.blocks.filter(isFootnote) ?? []
  const called = new Set(marksIn(title).map(({ label }) => label))
  const areTitles =
    first?.bookmark === undefined &&
    footnotes.length > 0 &&
    footnotes.length === first?.blocks.length &&
    footnotes.every(({ label, blocks }) => called.has(label) && blocks.every(({ kind }) => kind === 'paragraph'))
  const width = footnotes.reduce(
    (sum, { blocks }) => sum + displayWidth(blocksText(blocks)),
    displayWidth(plainText(title)) * titleSize,
  )
  return areTitles && width <= most ? { footnotes, rest } : { footnotes: [], rest: drafts }
}
