/** The path of a font file of the user's own → a family that decks can be drawn with. */
import { createHash } from 'node:crypto'
import { dirname, isAbsolute, resolve } from 'node:path'
import type { FontFamily } from '../../model/bundle.js'
import { boundOf } from '../inside.js'
import { readInside } from '../pictures/localPicture.js'

const MOST_BYTES = 40 * 1024 * 1024
// TrueType, OpenType with PostScript outlines, an old Mac's TrueType, WOFF, WOFF2.
const BEGINNINGS = ['\0\x01\0\0', 'OTTO', 'true', 'wOFF', 'wOF2']

/**
 * @param path as the setting has it: from the notes when it is relative, and then inside their bound
 * @returns the family, or in words why there is none. Whether its insides are sound shows only when it is drawn.
 */
export async function ownFont(
  path: string,
  folder: string,
): Promise<{ readonly family: FontFamily } | { readonly reason: string }> {
  const file = resolve(folder, path)
  const found = await readInside(file, isAbsolute(path) ? dirname(path) : boundOf(folder), MOST_BYTES)
  if (found === undefined) return { reason: 'no such file' }
  if (!('bytes' in found)) return { reason: found.told ?? found.reason }
  const { bytes } = found
  if (!BEGINNINGS.includes(Buffer.from(bytes.subarray(0, 4)).toString('latin1')))
    return { reason: 'not a font file (.ttf, .otf, .woff, .woff2)' }
  const name = `own/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
  // It claims every character; what it proves to lack goes on to our families.
  return {
    family: { package: name, file, family: 'Talkback Own', weights: { regular: 400, bold: 700 }, range: 'U+0-10FFFF' },
  }
}
