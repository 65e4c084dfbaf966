/** The text of notes → what reads the HTML in them and cleans the drawings, loaded only where there may be some. */
import type { CleanSvg } from './drawings.js'
import type { ReadHtml } from './node.js'
import { holdsPrefixed } from './prefixed.js'

const tag = /<\/?[a-z][a-z\d-]*(?:[\s/>]|$)/im

/** Cells of a drawn table may hold lists and code: they become HTML (drawn/drawnTable.ts). */
const gridFrame = /^\s{0,3}(?:\+[-=:]{2,}\+|[┌╔┏╭╒╓][─═━])/m

/** Addresses in `<…>` and comments are read without. */
export const mayHoldHtml = (text: string): boolean =>
  (text.includes('<') && (tag.test(text) || holdsPrefixed(text))) || gridFrame.test(text)

export async function htmlReader(text: string): Promise<ReadHtml | undefined> {
  if (!mayHoldHtml(text)) return undefined
  const { readHtml } = await import('./readHtml.js')
  return readHtml
}

export async function drawingCleaner(text: string): Promise<CleanSvg | undefined> {
  if (!/<\/svg/i.test(text)) return undefined
  const { cleanSvg } = await import('../../trust/svg.js')
  return cleanSvg
}
