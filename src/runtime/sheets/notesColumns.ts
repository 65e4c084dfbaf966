/** A sheet's room and the slides' shape → where slide, text and room to write stand in one entry of the notes. Pure arithmetic. */
import type { Canvas } from '../../model/deck.js'
import { type Area, MM } from './frame.js'
import { columnIn, GUTTER } from './readingForms.js'

/**
 * A slide stands above its text, with lines to write on beside it, or beside its text.
 * Lengths in px, from the upper left corner of the entry.
 */
export interface NotesColumns {
  readonly slide: Area
  /** Height of the slide with what belongs to it, without text. */
  readonly block: number
  /** Number of the slide, and lines below it where there is room for any. */
  readonly margin: Area
  /** Upper edge of the text. */
  readonly text: number
}

export type Standing = 'above' | 'beside'

/** Height of a slide's number. */
export const NUMBER = 6 * MM
/** Between two entries on a sheet. */
export const BETWEEN = 7 * MM
const BELOW_SLIDE = 4 * MM
/**
 * Of the sheet's width, the most first: above their text, all slides of a handout are as much smaller as fills its sheets best
 * (`slideSize.ts`). They show what was seen, and can be read; their text is there to be read with ease, at any width.
 */
export const SHARES: Readonly<Record<Standing, readonly number[]>> = {
  above: [0.5, 0.48, 0.46, 0.44, 0.42, 0.4],
  beside: [0.5],
}
/** Of a sheet's height: two slides above some text are to share it, whatever their shape; so are two beside theirs. */
const TALLEST = 0.3

export function notesColumns(body: Area, standing: Standing, canvas: Canvas, share = 0.5): NotesColumns {
  const widest = (body.width - GUTTER) * share
  const tallest = standing === 'above' ? body.height * TALLEST : (body.height - BETWEEN) / 2 - NUMBER
  const width = Math.min(widest, (tallest * canvas.width) / canvas.height)
  const height = (width * canvas.height) / canvas.width
  const slide = { left: 0, top: 0, width, height }
  if (standing === 'above') {
    // In line with the second column of the text.
    const left = columnIn(body) + GUTTER
    const margin = { left, top: 0, width: body.width - left, height }
    return { slide, block: height, margin, text: height + BELOW_SLIDE }
  }
  const margin = { left: 0, top: height, width: widest, height: NUMBER }
  return { slide, block: height + NUMBER, margin, text: 0 }
}

/** Height of the slide with so much text below or beside it; without any, 0 is said. */
export const entryHeight = ({ block, text }: NotesColumns, height: number): number =>
  height > 0 ? Math.max(block, text + height) : block
