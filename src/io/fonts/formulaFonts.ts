/** The faces that formulas are drawn in, and the characters of each → font files that hold just these. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FontFamily, FontFile, Fonts } from '../../model/bundle.js'
import { formulaFamily } from '../../render/formulas/css.js'
import { packageFolder } from '../assets.js'
import type { Cache } from '../cache.js'
import { DRAWING, packFonts, unpackFonts } from './packed.js'
import { printRanges } from './ranges.js'
import { versionOf } from './slices.js'

/** Name of a face, `Main-Regular` → characters. */
export type FormulaFaces = Readonly<Record<string, string>>

const PACKAGE = 'katex'
const weights = { regular: 400, bold: 700 }

/** When nothing new is to be drawn, this is one read of the cache. */
export async function formulaFonts(faces: FormulaFaces, cache: Cache): Promise<Pick<Fonts, 'files' | 'licences'>> {
  const sorted = Object.entries(faces).sort(([one], [other]) => (one < other ? -1 : 1))
  if (sorted.length === 0) return { files: [], licences: [] }
  const version = versionOf({ package: PACKAGE, family: '', weights })
  const key = JSON.stringify(['formulas', DRAWING, version, sorted])
  const known = await cache.get(key)
  if (known !== undefined) return unpackFonts(known)
  const fonts = await drawAll(sorted, version, cache)
  await cache.put(key, packFonts(fonts))
  return fonts
}

async function drawAll(
  faces: readonly (readonly [face: string, characters: string])[],
  version: string,
  cache: Cache,
): Promise<Fonts> {
  const [{ drawer }, { fontLicences }] = await Promise.all([import('./draw.js'), import('./licences.js')])
  const families = new Map<string, FontFamily>()
  const files: FontFile[] = []
  for (const [face, characters] of faces) {
    const [name = '', style = ''] = face.split('-')
    const family = { package: PACKAGE, family: formulaFamily(name), weights }
    const file = join(packageFolder(PACKAGE), 'dist', 'fonts', `KaTeX_${face}.ttf`)
    const draw = drawer(cache, new Map([[PACKAGE, `${version} ${face}`]]))
    const wanted = [...new Set(Array.from(characters, (character) => character.codePointAt(0) ?? 0))]
    const { bytes, codes } = await draw({
      face: { family: { ...family, file }, bold: style.startsWith('Bold'), italic: style.endsWith('Italic') },
      slice: { name: face, ranges: [] },
      ideographs: false,
      codes: wanted.sort((one, other) => one - other),
    })
    if (codes.length === 0) continue
    families.set(family.family, family)
    files.push({
      family: family.family,
      weight: style.startsWith('Bold') ? 700 : 400,
      style: style.endsWith('Italic') ? 'italic' : 'normal',
      range: printRanges(codes),
      path: `fonts/${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.ttf`,
      bytes,
    })
  }
  return { files, missing: '', licences: await fontLicences(files, [...families.values()]) }
}
