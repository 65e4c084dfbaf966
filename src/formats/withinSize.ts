/** A finished PDF and the bytes that it may have → the same with pictures encoded ever harder, until it has no more. */

import { measure } from '../io/pictures/format.js'
import { type ImageTool, loadImageTool } from '../io/pictures/imageTool.js'
import { wholeOf } from '../model/content.js'
import type { Finding } from '../model/finding.js'
import { unpacked } from '../pdf/file.js'
import { type LentPictures, withLent } from '../pdf/lentPictures.js'
import { type PdfPicture, pdfPictures, type SmallerPicture, withPictures } from '../pdf/pictures.js'

/** Pixels of the long side, and how exact; the first that is enough. */
const STEPS = [
  { side: 1920, quality: 70 },
  { side: 1600, quality: 62 },
  { side: 1280, quality: 54 },
  { side: 960, quality: 46 },
  { side: 640, quality: 38 },
] as const

/** Bytes of a picture that is not worth the work. */
const SMALL = 8000

export interface Within {
  readonly content: Uint8Array
  readonly findings: readonly Finding[]
}

/**
 * @param file path that findings name
 * @param lent pictures that the content is without; those that are made smaller are in it then
 * @throws UnknownPdf for other PDFs than Chrome's
 */
export async function withinSize(
  content: Uint8Array,
  most: number,
  file: string,
  lent: LentPictures = new Map(),
): Promise<Within> {
  const before = sizeWith(content, lent)
  if (before <= most) return { content, findings: [] }
  const pictures = pdfPictures(content, lent).filter(({ length }) => length > SMALL)
  const tool = await loadImageTool()
  const facts = { file, most }
  let least = { content, size: before }
  if (tool && pictures.length > 0)
    for (const { side, quality } of STEPS) {
      const smaller = withPictures(content, await allSmaller(tool, pictures, side, quality))
      const after = sizeWith(smaller, lent)
      if (after < least.size) least = { content: smaller, size: after }
      if (after > most) continue
      const sizes = { ...facts, before, after, side, quality }
      return { content: smaller, findings: [{ code: 'pdf-pictures-smaller', place: { line: 1 }, facts: sizes }] }
    }
  return { content: least.content, findings: [tooLarge(file, least.size, most)] }
}

function sizeWith(content: Uint8Array, lent: LentPictures): number {
  const whole = withLent(content, lent)
  return 'pieces' in whole ? whole.size : whole.length
}

export const tooLarge = (file: string, size: number, most: number): Finding => ({
  code: 'pdf-too-large',
  place: { line: 1 },
  facts: { file, size, most },
})

async function allSmaller(
  tool: ImageTool,
  pictures: readonly PdfPicture[],
  side: number,
  quality: number,
): Promise<ReadonlyMap<number, SmallerPicture>> {
  const found = new Map<number, SmallerPicture>()
  // One by one, as each is taken apart into its pixels.
  for (const picture of pictures) {
    const smaller = await smallerPicture(tool, picture, side, quality).catch(() => undefined)
    if (smaller && smaller.jpeg.length < picture.length) found.set(picture.object, smaller)
  }
  return found
}

async function smallerPicture(
  tool: ImageTool,
  { object, kind, bytes, width, height }: PdfPicture,
  side: number,
  quality: number,
): Promise<SmallerPicture | undefined> {
  const packed = await wholeOf(bytes)
  const opened =
    kind === 'jpeg'
      ? tool.open(packed, width * height)
      : tool.fromPixels(withOpacity(unpacked(packed, object)), width, height)
  const scale = Math.min(1, side / Math.max(width, height))
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const exact = await (scale < 1 ? opened.within(size.width, size.height) : opened).jpeg(95)
  const made = await tool.recode(exact, quality)
  const measured = await measure(made)
  if (measured?.width !== size.width || measured.height !== size.height) return undefined
  return { jpeg: made, ...size, grey: componentsOf(made) === 1 }
}

/** Red, green, blue → red, green, blue, opaque. */
function withOpacity(pixels: Uint8Array): Uint8Array {
  const made = new Uint8Array((pixels.length / 3) * 4).fill(255)
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += 4) {
    made[to] = pixels[from] ?? 0
    made[to + 1] = pixels[from + 1] ?? 0
    made[to + 2] = pixels[from + 2] ?? 0
  }
  return made
}

/** As the frame of a JPEG says it. */
function componentsOf(jpeg: Uint8Array): number {
  for (let at = 2; at + 9 < jpeg.length; at += 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0))) {
    const marker = jpeg[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xc2) return jpeg[at + 9] ?? 0
  }
  return 0
}
