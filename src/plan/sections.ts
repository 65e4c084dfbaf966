/** What stands right under a section's heading → the lead on its divider, and the rest for a slide of its own. */
import type { Block } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'

const mostParagraphs = 2
const mostColumns = 240

/** Short prose is the lead, if nothing but pictures follows it; otherwise all stays together, and there is no lead. */
export function splitLead(blocks: readonly Block[]): {
  readonly lead: readonly Block[]
  readonly rest: readonly Block[]
} {
  const start = blocks.findIndex(({ kind }) => kind !== 'paragraph' && kind !== 'footnote')
  const lead = start < 0 ? blocks : blocks.slice(0, start)
  const rest = start < 0 ? [] : blocks.slice(start)
  const columns = lead.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? displayWidth(plainText(block.inlines)) : 0),
    0,
  )
  const introduces = lead.some((block) => block.kind === 'paragraph' && block.introduces)
  const paragraphs = lead.filter(({ kind }) => kind === 'paragraph').length
  const short = paragraphs <= mostParagraphs && columns <= mostColumns && !introduces
  const onlyPictures = rest.every((block) => block.kind === 'picture' || block.kind === 'cut')
  return short && onlyPictures
    ? { lead, rest: rest.filter((block, at) => at > 0 || block.kind !== 'cut') }
    : { lead: [], rest: blocks }
}
