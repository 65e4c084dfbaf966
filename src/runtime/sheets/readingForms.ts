/** A sheet's room → the ways in which a text is set on it: how wide its lines are, and in how many columns it stands. Pure arithmetic. */
import type { Area } from './frame.js'
import { MM } from './frame.js'

/** A text that goes on keeps its lines as wide as they are: only so are they the same lines. */
export interface ReadingForm {
  /** Of its lines, px. */
  readonly line: number
  /** Where it begins. */
  readonly begins: Columns
  /** On every further sheet. */
  readonly goesOn: Columns
}

/** All of a text that stands on one sheet, px. */
export interface Columns {
  readonly left: number
  readonly width: number
  readonly count: 1 | 2
}

/** Between two columns; the style sheet says it as well (`sheets.css`). */
export const GUTTER = 8 * MM
/** Of the sheet's width: longer lines of prose tire the eye. */
const MEASURE = 0.68
/** Two columns of less than six lines or so only send the eye up and down. */
const WORTH_COLUMNS = 30 * MM

/** Lines of prose in a text that takes the whole width for what is wide in it. */
export const measureIn = ({ width }: Pick<Area, 'width'>): number => width * MEASURE

export const columnIn = ({ width }: Pick<Area, 'width'>): number => (width - GUTTER) / 2

/** One below the other: what is wide takes the whole width, prose as much of it as one likes to read. */
export function wholeForm({ width }: Pick<Area, 'width'>): ReadingForm {
  const whole = { left: 0, width, count: 1 } as const
  return { line: width, begins: whole, goesOn: whole }
}

/** Two columns below the slide, or one beside it; two on every further sheet. */
export function columnForm(body: Pick<Area, 'width'>, slide: 'above' | 'beside'): ReadingForm {
  const line = columnIn(body)
  const both = { left: 0, width: body.width, count: 2 } as const
  return { line, begins: slide === 'above' ? both : { left: line + GUTTER, width: line, count: 1 }, goesOn: both }
}

/** @param height of the text on lines as long as one likes to read */
export const fillsColumns = (height: number): boolean => height > WORTH_COLUMNS
