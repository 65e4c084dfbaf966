/** Inlines and blocks → plain text: what a reader would say aloud, and how wide it is. */
import type { Block, Inline, Lines } from './notes.js'

/** The words of a run of inlines on one line: a break is a space, a picture is its alt text, a footnote is `[label]`. */
export const plainText = (inlines: readonly Inline[]): string => inlines.map(inlineText).join('')

const inlineText = (inline: Inline): string => {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'break':
      return ' '
    case 'strong':
    case 'em':
    case 'strike':
    case 'link':
      return plainText(inline.children)
    case 'image':
      return inline.alt
    case 'footnote':
      return `[${inline.label}]`
  }
}

/** All words of a block, one line of text per paragraph, item, row or code line; '' for a cut. */
export const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.inlines)
    case 'list':
      return block.items.map((item) => blocksText(item.blocks)).join('\n')
    case 'quote':
    case 'callout':
      return blocksText(block.blocks)
    case 'code':
    case 'aside':
      return block.text
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainText).join('\t')).join('\n')
    case 'picture':
      return block.caption === block.alt ? block.alt : [block.alt, block.caption].filter(Boolean).join('\n')
    case 'definitions':
      return block.items.map((item) => `${plainText(item.term)}\n${blocksText(item.blocks)}`).join('\n')
    case 'cut':
      return ''
  }
}

/** The words of several blocks, each on a line of its own. */
export const blocksText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n')

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

// East Asian Wide and Fullwidth, and emoji that are drawn two columns wide; combining marks and joiners take none.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u
const none = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns that text takes where a Latin letter takes one and a Chinese character takes two. */
export const displayWidth = (text: string): number => {
  let width = 0
  for (const character of text) {
    if (character < '\u0300') width += 1
    else if (wide.test(character)) width += 2
    else if (!none.test(character)) width += 1
  }
  return width
}
