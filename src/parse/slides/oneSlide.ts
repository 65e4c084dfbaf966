/** Lines of a text that shows a tool's signs, and nothing that cuts → whether they are all of one slide, as notes seldom are. */
import { displayWidth } from '../../model/text.js'
import { headingLevel, isBlank } from '../lines.js'

const mostLines = 20
/** Columns: a longer line is a paragraph to read. */
const widestLine = 240
/** Of a heading that may open a slide; deeper ones only set words small. */
const lowestLevel = 3

/** @param texts its lines outside of code */
export function isOneSlide(texts: readonly string[]): boolean {
  const solid = texts.filter((text) => !isBlank(text))
  if (solid.length > mostLines || solid.some((text) => displayWidth(text) > widestLine)) return false
  const headings = solid.filter((text) => headingLevel(text) > 0 && headingLevel(text) <= lowestLevel)
  return headings.length === 0 || (headings.length === 1 && headingLevel(solid[0] ?? '') > 0)
}
