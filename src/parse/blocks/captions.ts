/** A line below a picture (`图1：架构`, `*words*`, what stands behind a `<br>`) → its caption, where it is no more than one. */
import type { Block, Inline, Picture } from '../../model/notes.js'
import { displayWidth, plainText } from '../../model/text.js'
import { trimmed } from '../textLines.js'

/** Columns: what is longer is text. */
const longest = 120
const numbered =
  /^(?:图|圖|図|Figure|Fig\.?|Abbildung|Abb\.?)[ \t]*\d{1,3}(?:[-.–]\d{1,3})*[ \t]*(?:[:：.、—–-]|[ \t]|$)/i
const sentenceEnd = /[。！？!?]$|[^.]\.$/

/** @returns the words below the picture of a line `<img><br>words`, and that line without them */
export function captionInLine(
  inlines: readonly Inline[],
): { readonly above: readonly Inline[]; readonly caption: string } | undefined {
  const at = inlines.findIndex(({ kind }) => kind === 'break')
  const above = trimmed(inlines.slice(0, Math.max(at, 0)))
  if (above.length !== 1 || (above[0]?.kind !== 'image' && above[0]?.kind !== 'link')) return undefined
  const below = trimmed(inlines.slice(at + 1))
  const isLine = below.every((inline) => inline.kind !== 'break' && isPlain(inline))
  const caption = isLine ? textOf(below) : ''
  return caption === '' || displayWidth(caption) > longest ? undefined : { above, caption }
}

/** @param right it follows the picture without a blank line */
export function captionBelow(inlines: readonly Inline[], right: boolean): string | undefined {
  if (!inlines.every(isPlain)) return undefined
  const caption = textOf(inlines)
  if (caption === '' || displayWidth(caption) > longest) return undefined
  const isStressed = right && inlines.every((inline) => inline.kind === 'em' || inline.kind === 'small')
  return isStressed || (numbered.test(caption) && !sentenceEnd.test(caption)) ? caption : undefined
}

/** Pictures whose caption is a paragraph of its own. */
export function captionPictures(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = []
  for (const block of blocks) {
    const above = kept.at(-1)
    const lone = above?.kind === 'picture' && !lacksCaption(kept.at(-2)) ? above : undefined
    const caption = lone && block.kind === 'paragraph' && !block.step ? captionBelow(block.inlines, false) : undefined
    const captioned = lone && caption ? withCaption(lone, caption, block.lines[1]) : undefined
    if (captioned === undefined) kept.push(block)
    else kept[kept.length - 1] = captioned
  }
  return kept
}

/** Below two pictures a line may be about both. */
const lacksCaption = (block: Block | undefined): boolean =>
  block?.kind === 'picture' && (block.caption === '' || block.caption === block.alt)

/** Its alternative text is for those who don't see it; a title is a caption already, and undefined comes of it. */
export function withCaption(picture: Picture, caption: string, lastLine: number): Picture | undefined {
  if (!lacksCaption(picture)) return undefined
  return { ...picture, caption, lines: [picture.lines[0], Math.max(picture.lines[1], lastLine)] }
}

const textOf = (inlines: readonly Inline[]): string => plainText(inlines).replace(/\s+/g, ' ').trim()

/** A caption is text without marks: what has more in it stays as it is. */
const isPlain = (inline: Inline): boolean =>
  inline.kind === 'text' ||
  inline.kind === 'break' ||
  ((inline.kind === 'em' || inline.kind === 'strong' || inline.kind === 'small') && inline.children.every(isPlain))
