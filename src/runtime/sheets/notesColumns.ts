/** A sheet's room and the slides' shape → where slide, text and room to write stand in one entry of the notes. Pure arithmetic. */
import type { Canvas } from '../../model/deck.js'
import { type Area, MM } from './frame.js'
import { columnIn } from './readingForms.js'

/**
 * A slide stands above its text or beside it.
 * Lengths in px, from the upper left corner of the entry.
 */
export interface NotesColumns {
  readonly slide: Area
  /** Height of the slide with its number, without text. */
  readonly block: number
  /** Upper edge of the text. */
  readonly text: number
}

export type Standing = 'above' | 'beside'

/** Height of a slide's number, below it. */
export const NUMBER = 6 * MM
/** Between two entries on a sheet. */
export const BETWEEN = 7 * MM
/**
 * Steps from as large as the sheet has room down to what can just be read: slides above their text are all as much smaller as
 * fills their sheets best (`slideSize.ts`).
 */
export const SIZES: Readonly<Record<Standing, readonly number[]>> = { above: [0, 1 / 3, 2 / 3, 1], beside: [0] }
/** Text is no smaller on the canvas, px, and is to be no smaller on paper, pt. */
const SMALLEST = { canvas: 20, paper: 7 }
/** CSS px in a point. */
const POINT = 96 / 72

/** @param smaller from 0, as large as the sheet has room, to 1 */
export function notesColumns(body: Area, standing: Standing, canvas: Canvas, smaller = 0): NotesColumns {
  // Two share a sheet, whatever their shape.
  const tallest = (body.height - BETWEEN) / 2 - NUMBER
  const across = standing === 'above' ? body.width : columnIn(body)
  const widest = Math.min(across, (tallest * canvas.width) / canvas.height)
  const readable = (canvas.width * SMALLEST.paper * POINT) / SMALLEST.canvas
  const width = widest - Math.max(0, widest - readable) * smaller
  const height = (width * canvas.height) / canvas.width
  const block = height + NUMBER
  return { slide: { left: 0, top: 0, width, height }, block, text: standing === 'above' ? block : 0 }
}

/** Height of the slide with so much text below or beside it; without any, 0 is said. */
export const entryHeight = ({ block, text }: NotesColumns, height: number): number =>
  height > 0 ? Math.max(block, text + height) : block
