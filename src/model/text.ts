/** Inlines and blocks → plain text: what a reader would say aloud, and how wide it is. */
import type { Place } from './finding.js'
import { formulaText } from './formulaText.js'
import type { Block, Inline, Lines, TableCell } from './notes.js'
import { lowered, raised } from './raised.js'

/** The words of a run of inlines on one line: a break is a space, a picture is its alt text, the mark of a footnote is nothing. */
export const plainText = (inlines: readonly Inline[]): string => inlines.map(inlineText).join('')

const inlineText = (inline: Inline): string => {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'break':
      return ' '
    case 'math':
      return formulaText(inline.whole ?? inline.tex)
    // A power stays a power where nothing can be raised, as far as there are characters for it.
    case 'sup':
      return written(inline.children, raised)
    case 'sub':
      return written(inline.children, lowered)
    case 'image':
      return inline.alt
    case 'ruby':
      return `${inline.base}(${inline.reading})`
    case 'footnote':
      return ''
    default:
      return plainText(inline.children)
  }
}

function written(inlines: readonly Inline[], as: (text: string) => string | undefined): string {
  const text = plainText(inlines)
  return as(text) ?? text
}

/** All words of a block, one line of text per paragraph, item, row or code line; '' for a cut. */
export const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.inlines)
    case 'list':
      return block.items.map((item) => blocksText(item.blocks)).join('\n')
    case 'columns':
      return block.columns.map((column) => blocksText(column.blocks)).join('\n')
    case 'quote':
    case 'footnote':
      return blocksText(block.blocks)
    case 'callout':
      return [...(block.title ? [plainText(block.title)] : []), blocksText(block.blocks)].join('\n')
    case 'code':
    case 'aside':
      return block.text
    case 'math':
      return formulaText(block.whole ?? block.tex)
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(cellText).join('\t')).join('\n')
    case 'media':
      return [block.title, block.host].filter(Boolean).join('\n')
    case 'picture':
      return block.caption === block.alt ? block.alt : [block.alt, block.caption].filter(Boolean).join('\n')
    case 'definitions':
      return block.items.map((item) => `${plainText(item.term)}\n${blocksText(item.blocks)}`).join('\n')
    case 'cut':
      return ''
  }
}

/** All words of a cell, on one line. */
export const cellText = ({ inlines, blocks }: TableCell): string =>
  blocks === undefined
    ? plainText(inlines)
    : blocksText(blocks)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' ')

/** The words of several blocks, each on a line of its own. */
export const blocksText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n')

/** An address with its escapes read, `%E4%BA%91` → `云`; one with a stray `%` stays as it is. */
export const decodedAddress = (address: string): string => {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** What copies of pictures in a deck have before their name. A copy of a copy has it once, and nobody is told of it. */
export const copyMark = /^[\da-f]{8}-(?=.)/

/** What a copy is called when its picture has no name that would do. */
export const namelessCopy = 'picture'

/** From the first to the last line of the notes that the blocks come from; nothing for no blocks. */
export const linesOf = (blocks: readonly { readonly lines: Lines }[]): Lines | undefined => {
  let first = Infinity
  let last = 0
  for (const { lines } of blocks) {
    first = Math.min(first, lines[0])
    last = Math.max(last, lines[1])
  }
  return last === 0 ? undefined : [first, last]
}

/** Where findings about these lines are. */
export const placeOf = ([line, endLine]: Lines): Place => (line === endLine ? { line } : { line, endLine })

/** East Asian Wide and Fullwidth characters and emoji, as pairs of first and last; sorted. */
const wide: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2614, 0x2615],
  [0x26a1, 0x26a1],
  [0x2705, 0x2705],
  [0x2728, 0x2728],
  [0x274c, 0x274e],
  [0x2753, 0x2757],
  [0x2795, 0x2797],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18aff],
  [0x1b000, 0x1b2ff],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]

/** Combining marks, joiners and variation selectors take no column of their own. */
const none: readonly (readonly [first: number, last: number])[] = [
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xe0100, 0xe01ef],
]

const within = (code: number, ranges: readonly (readonly [first: number, last: number])[]): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last)

/** Columns that text takes where a Latin letter takes one and a Chinese character takes two. */
export const displayWidth = (text: string): number => {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x300) width += 1
    else if (code >= 0x4e00 && code <= 0x9fff) width += 2
    else if (!within(code, none)) width += within(code, wide) ? 2 : 1
  }
  return width
}
