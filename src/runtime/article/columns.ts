/** The room of a sheet → the column of text, and the margin beside it where slides stand there. Pure arithmetic, px. */
import { type Area, MM } from '../sheets/frame.js'

/** Edges count from the left edge of the sheet's body. */
export interface Columns {
  readonly text: { readonly left: number; readonly width: number }
  /** Undefined where nothing would stand in it. */
  readonly margin: { readonly left: number; readonly width: number } | undefined
}

const gap = 7 * MM
const marginShare = 0.25
/** About 38 Chinese characters or 75 letters: wider lines are hard to follow back. */
const widest = 140 * MM
const widestMargin = 90 * MM

/** Share of the pages that have a slide to show, from which on all pages have a margin for them. */
const worthMargin = 0.5

/**
 * A margin that stands blank on most pages is only a page with its text to one side: those few slides show nothing that the text
 * does not say.
 *
 * @param tops of the headings that have a slide to show, from the top of a text of such a height; px
 */
export function worthAMargin(tops: readonly number[], height: number, page: number): boolean {
  const shown = new Set(tops.map((top) => Math.floor(top / page)))
  return shown.size > 0 && shown.size >= Math.ceil(height / page) * worthMargin
}

/** @param slides whether slides stand beside the text */
export function columnsOf({ width }: Pick<Area, 'width'>, slides: boolean): Columns {
  if (!slides) {
    const text = Math.min(widest, width)
    return { text: { left: Math.round((width - text) / 2), width: text }, margin: undefined }
  }
  const text = Math.min(widest, Math.round(width * (1 - marginShare) - gap))
  const left = text + gap
  return { text: { left: 0, width: text }, margin: { left, width: Math.min(widestMargin, width - left) } }
}
