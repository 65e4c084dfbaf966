/** Paragraphs of more than a few slides → several of them: the page measures a paragraph in the square of its length. */
import type { Block, Inline, Paragraph } from '../model/notes.js'
import { sentences } from '../model/sentences.js'
import { innerBlocks } from '../model/visit.js'

/** Characters: some five slides, so that the ends of paragraphs stay rare. */
export const longestParagraph = 4000

/** Most notes have none: they come back as they are, and not as copies. */
export const breakLongParagraphs = (blocks: readonly Block[]): readonly Block[] =>
  holdsLong(blocks) ? blocks.flatMap(broken) : blocks

function holdsLong(blocks: readonly Block[]): boolean {
  return blocks.some((block) =>
    block.kind === 'paragraph' ? block.inlines.some(isLong) : holdsLong(innerBlocks(block)),
  )
}

function broken(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'paragraph':
      return block.inlines.some(isLong) ? paragraphsOf(block) : [block]
    case 'list':
      return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: breakLongParagraphs(item.blocks) })) }]
    case 'quote':
    case 'callout':
    case 'footnote':
      return [{ ...block, blocks: breakLongParagraphs(block.blocks) }]
    case 'columns':
      return [
        { ...block, columns: block.columns.map((each) => ({ ...each, blocks: breakLongParagraphs(each.blocks) })) },
      ]
    case 'definitions':
      return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: breakLongParagraphs(item.blocks) })) }]
    default:
      return [block]
  }
}

const isLong = (inline: Inline): boolean => inline.kind === 'text' && inline.text.length > longestParagraph

function paragraphsOf(paragraph: Paragraph): readonly Paragraph[] {
  const parts: Inline[][] = [[]]
  for (const inline of paragraph.inlines) {
    const [first, ...others] = inline.kind === 'text' ? piecesOf(inline.text) : [inline]
    if (first) parts.at(-1)?.push(first)
    for (const other of others) parts.push([other])
  }
  return parts.map((inlines) => ({ ...paragraph, inlines }))
}

function piecesOf(text: string): readonly Inline[] {
  const pieces: Inline[] = []
  let from = 0
  while (text.length - from > longestParagraph) {
    const end = from + lengthOfPiece(text.slice(from, from + longestParagraph))
    pieces.push({ kind: 'text', text: text.slice(from, end) })
    from = end
  }
  return [...pieces, { kind: 'text', text: text.slice(from) }]
}

/** Up to the last sentence that ends in its second half; else up to the last word. One endless word is cut where it has to be. */
function lengthOfPiece(text: string): number {
  const sentence = text.length - (sentences(text).at(-1)?.length ?? 0)
  if (sentence * 2 > text.length) return sentence
  const word = text.length - (unfinishedWord.exec(text)?.[0].length ?? 0)
  if (word > 0) return word
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length
}

/** Chinese, Japanese and Korean may be cut between any two characters. */
const unfinishedWord = /[^\s\u2e80-\u9fff\uac00-\ud7a3]*$/
