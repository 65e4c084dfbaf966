/** The font file that a family is cut from → what it calls itself: cutting leaves out its licence, and the family of all its weights. */
import { readFile } from 'node:fs/promises'
import type { FontFamily } from '../../model/bundle.js'
import type { Cache } from '../cache.js'
import { pinnedAxes } from './axes.js'
import { NAMES, type Names, readNames } from './nameTable.js'
import { freeName } from './reserved.js'
import { fileOf, slicesOf, versionOf } from './slices.js'
import { tablesOf } from './tables.js'

export interface Origin {
  /** As programs list it; '' when the font does not say. */
  readonly family: string
  readonly names: Names
  /** What a cut of it is called: as programs list it, unless its authors keep that name. */
  readonly called: string
}

/** Kept in the cache: a font of the user's own can be large, and has to be unpacked first. */
export async function originOf(family: FontFamily, cache: Cache): Promise<Origin> {
  const key = JSON.stringify(['origin', family.package, versionOf(family)])
  const known = await cache.get(key)
  const origin = known === undefined ? originIn(await unpacked(family)) : restored(known)
  if (known === undefined) await cache.put(key, Buffer.from(JSON.stringify([origin.family, ...origin.names])))
  const name = family.name ?? origin.family
  return { names: origin.names, family: name, called: freeName(name, origin.names, family.family) }
}

/** What the file says. */
type Said = Omit<Origin, 'called'>

function restored(kept: Uint8Array): Said {
  const [family, ...names]: [string, ...[number, string][]] = JSON.parse(Buffer.from(kept).toString('utf8'))
  return { family, names: new Map(names) }
}

/** All of its files say the same. */
async function unpacked(family: FontFamily): Promise<Uint8Array> {
  const [slice = { name: 'latin', ranges: [] }] = await slicesOf(family)
  const file = await readFile(fileOf({ family, bold: false, italic: false }, slice))
  // Loaded when it is needed: it takes longer than all else where nothing new is drawn.
  const { default: fontverter } = await import('fontverter')
  return fontverter.convert(file, 'sfnt')
}

/** @param font an sfnt, not compressed */
export function originIn(font: Uint8Array): Said {
  const names = readNames(tablesOf(font).get('name'))
  const varies = 'wght' in pinnedAxes(font, 400)
  return { family: varies ? familyOfAll(names) : (names.get(NAMES.family) ?? ''), names }
}

/**
 * Programs list the four styles of a family, and any other weight as a family of its own, «X Light»: documents call it so. A
 * font that varies is not the weight it is named after, as it is pinned to regular and bold.
 */
function familyOfAll(names: Names): string {
  const [family = '', style = ''] = [NAMES.family, NAMES.styleInAll].map((number) => names.get(number))
  const weight = ` ${style}`
  return names.get(NAMES.familyOfAll) ?? (family.endsWith(weight) ? family.slice(0, -weight.length) : family)
}
