/** Settings for paper → the measures of a sheet: its size, its margins, and the room they leave. Pure arithmetic. */
import type { Orientation, SheetSettings } from '../../model/sheet.js'

export type { Orientation, SheetSettings }

/** CSS px, from the sheet's upper left corner. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Lengths in CSS px. */
export interface SheetFrame {
  readonly width: number
  readonly height: number
  /** As CSS says it: `210mm 297mm`. */
  readonly size: string
  /** Room for what the sheet is about; head and foot stand outside of it. */
  readonly body: Area
  /** Upper edge of the head, and lower edge of the foot, from the sheet's upper edge. */
  readonly head: number
  readonly foot: number
  /** Left edge of the body on the back of the paper: what is bound there lies at the right. */
  readonly backLeft: number
}

/** CSS px in a millimetre. */
export const MM = 96 / 25.4

/** Millimetres, upright. */
const sizes = { a4: [210, 297], letter: [215.9, 279.4] } as const

// Millimetres. Printers and cutters may take 5 mm off every edge: nothing stands nearer than `head` and `foot`.
const side = 16
const head = 10
const foot = 10
/** From the edge to the body: room for a line of the head or foot, and air. */
const ends = 20
/** What a binder takes. */
const bound = 10

export function sheetFrame({ paper, binding }: Pick<SheetSettings, 'paper' | 'binding'>, way: Orientation): SheetFrame {
  const [short, long] = sizes[paper]
  const [width, height] = way === 'portrait' ? [short, long] : [long, short]
  const left = side + (binding === 'left' || binding === 'book' ? bound : 0)
  const more = binding === 'top' ? bound : 0
  return {
    width: width * MM,
    height: height * MM,
    size: `${width}mm ${height}mm`,
    body: {
      left: left * MM,
      top: (ends + more) * MM,
      width: (width - left - side) * MM,
      height: (height - 2 * ends - more) * MM,
    },
    head: (head + more) * MM,
    foot: (height - foot) * MM,
    backLeft: (binding === 'book' ? side : left) * MM,
  }
}

/** Whether a sheet is the back of the one before it, where both sides are printed and bound. */
export const isBack = ({ body, backLeft }: SheetFrame, page: number): boolean =>
  backLeft !== body.left && page % 2 === 0

/** The frame as it is on one of the sheets, counted from 1. */
export const frameOf = (frame: SheetFrame, page: number): SheetFrame =>
  isBack(frame, page) ? { ...frame, body: { ...frame.body, left: frame.backLeft } } : frame
