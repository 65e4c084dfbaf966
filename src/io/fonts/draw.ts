/** Shares of characters → font files that hold just these, and the characters that turned out to have no glyph. */

import { readFile } from 'node:fs/promises'
import fontverter from 'fontverter'
import subsetFont from 'subset-font'
import { fromCodes } from '../../model/lists.js'
import type { Cache } from '../cache.js'
import type { Share } from './assign.js'
import { pinnedAxes } from './axes.js'
import { glyphsOf } from './cmap.js'
import { NAMES } from './nameTable.js'
import { DRAWING } from './packed.js'
import { freed } from './reserved.js'
import { fileOf, weightOf } from './slices.js'

export interface Drawn {
  /** TrueType. */
  readonly bytes: Uint8Array
  /** Code points the file has glyphs for, ascending. */
  readonly codes: readonly number[]
}

/**
 * Makes a function that draws shares. It unpacks every font file once, and asks the cache before it draws: one more
 * character in the notes costs one slice.
 *
 * Two choices, both measured: the files are plain TrueType, since packing them as WOFF2 takes five times as long as
 * drawing them, and weights are pinned, since Chrome embeds a variable font in PDFs as Type 3. Layout features stay
 * (kerning, and the half widths that `text-spacing-trim` needs); hints go, they are for letters smaller than ours.
 *
 * @param versions of the packages, by name: part of the cache keys
 */
export function drawer(cache: Cache, versions: ReadonlyMap<string, string>): (share: Share) => Promise<Drawn> {
  // Nothing to draw, but it starts to load the engine, which then is ready when the first font is unpacked.
  subsetFont(Buffer.alloc(0), '', { targetFormat: 'sfnt' }).catch(() => {})

  const unpacked = new Map<string, Promise<Buffer>>()
  let last: Promise<unknown> = Promise.resolve()
  const unpack = (file: string): Promise<Buffer> => {
    const known = unpacked.get(file)
    if (known !== undefined) return known
    // One after the other: the unpacker hands out its own memory, and the next font would overwrite the one before.
    const font = Promise.all([readFile(file), last]).then(([packed]) => fontverter.convert(packed, 'sfnt'))
    last = font
    unpacked.set(file, font)
    return font
  }

  return async ({ face, slice, codes }) => {
    const { package: name, variable } = face.family
    const text = fromCodes(codes)
    const key = JSON.stringify([
      'slice',
      DRAWING,
      name,
      versions.get(name),
      slice.name,
      weightOf(face),
      face.italic,
      text,
    ])
    let bytes = await cache.get(key)
    if (bytes === undefined) {
      const font = await unpack(fileOf(face, slice))
      const variationAxes = variable ? { wght: weightOf(face) } : pinnedAxes(font, weightOf(face))
      const preserveNameIds = [NAMES.licence, NAMES.licenceAddress]
      const cut = await subsetFont(font, text, {
        targetFormat: 'sfnt',
        noHinting: true,
        preserveNameIds,
        variationAxes,
      })
      bytes = freed(cut, face.family.family)
      await cache.put(key, bytes)
    }
    const has = glyphsOf(bytes)
    return { bytes, codes: codes.filter((code) => has.has(code)) }
  }
}
