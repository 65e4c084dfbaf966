/** The bytes of an SVG → the same drawing without what no picture may do, with fonts for its letters; and what it lost. */
import { decode } from '../encodings/decode.js'
import { letteredDrawing } from './letteredDrawing.js'

export interface CleanDrawing {
  readonly bytes: Uint8Array
  /** As in CleanSvg. */
  readonly dropped: readonly string[]
}

/** @returns undefined when there is nothing to draw in it */
export async function cleanDrawing(bytes: Uint8Array): Promise<CleanDrawing | undefined> {
  const { cleanSvg } = await import('../../trust/svg.js')
  const { text, dropped } = cleanSvg(textOf(bytes))
  return text === '' ? undefined : { bytes: Buffer.from(await letteredDrawing(text)), dropped }
}

/** Drawings say how they are written, and few are written otherwise. */
function textOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const said = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1]
  try {
    if (said !== undefined) return new TextDecoder(said, { fatal: true }).decode(bytes)
  } catch {
    // It is not what it says.
  }
  return decode(bytes)?.text ?? new TextDecoder().decode(bytes)
}
