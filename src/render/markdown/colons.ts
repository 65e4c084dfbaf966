/** A paragraph that ends in a colon and yet introduces nothing → rows that are read as that, where one row would not be. */
import type { Block, Inline, Paragraph } from '../../model/notes.js'
import { displayWidth, plainText } from '../../model/text.js'
import { isShortIntroduction, widestIntroduction } from '../../parse/blocks/paragraphs.js'
import { glue } from '../../parse/scripts.js'
import { arePoints, areTurns, endsInColon } from '../../parse/shapes.js'

type Row = readonly Inline[]

/**
 * On one line it would name what follows. In the notes it was the end of a longer text over several lines, so one line end
 * stays: where reading puts the two together as they were. Found from the end on, in text only.
 */
export function wrapBeforeColon(paragraph: Paragraph, next: Block | undefined): readonly Row[] {
  const { inlines } = paragraph
  if (paragraph.introduces || !wouldIntroduce(inlines, next)) return [inlines]
  for (let index = inlines.length - 1; index >= 0; index--) {
    const inline = inlines[index]
    if (inline?.kind !== 'text') continue
    for (let at = inline.text.length - 1; at > 0; at--) {
      const rows = cut(inlines, index, at)
      if (rows !== undefined && staysTogether(rows)) return rows
    }
  }
  return [inlines]
}

function wouldIntroduce(inlines: Row, next: Block | undefined): boolean {
  const text = plainText(inlines).trim()
  if (!endsInColon(text) || displayWidth(text.slice(0, 400)) > widestIntroduction) return false
  const isLast = next === undefined || next.kind === 'heading' || next.kind === 'cut'
  // What nothing follows is only taken for an announcement when it is a plain label.
  return !isLast || (isShortIntroduction(text) && inlines.every(({ kind }) => kind === 'text' || kind === 'strong'))
}

/** Cuts a text where reading would put the same back: a blank, or nothing between Chinese characters. */
function cut(inlines: Row, index: number, at: number): readonly [Row, Row] | undefined {
  const inline = inlines[index]
  if (inline?.kind !== 'text') return undefined
  const isBlank = inline.text.charAt(at) === ' '
  const left = inline.text.slice(0, at)
  const right = inline.text.slice(isBlank ? at + 1 : at)
  if (right === '' || glue(left, right) !== (isBlank ? ' ' : '') || /\s$/.test(left) || /^\s/.test(right))
    return undefined
  if (!isBlank && /[\ud800-\udbff]$/.test(left)) return undefined
  const text = (said: string): Inline => ({ kind: 'text', text: said })
  return [
    [...inlines.slice(0, index), text(left)],
    [text(right), ...inlines.slice(index + 1)],
  ]
}

function staysTogether(rows: readonly Row[]): boolean {
  const texts = rows.map((row) => plainText(row).trim())
  return !endsInColon(texts[0] ?? '') && !arePoints(texts) && !areTurns(texts)
}
