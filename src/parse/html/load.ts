/** The text of notes → what reads the HTML in them, loaded only where there may be some. */
import type { ReadHtml } from './node.js'

const tag = /<\/?[a-z][a-z\d-]*(?:[\s/>]|$)/im

/** Addresses in `<…>` and comments are read without. */
export const mayHoldHtml = (text: string): boolean => tag.test(text)

export async function htmlReader(text: string): Promise<ReadHtml | undefined> {
  if (!mayHoldHtml(text)) return undefined
  const { readHtml } = await import('./readHtml.js')
  return readHtml
}
