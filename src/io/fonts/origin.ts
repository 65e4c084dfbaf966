/** The font file that a family is cut from → what it calls itself: cutting leaves out its licence, and the family of all its weights. */
import { readFile } from 'node:fs/promises'
import type { FontFamily } from '../../model/bundle.js'
import type { Cache } from '../cache.js'
import { pinnedAxes } from './axes.js'
import { fileOf, slicesOf, versionOf } from './slices.js'
import { tablesOf } from './tables.js'

/** Numbers of names: https://learn.microsoft.com/typography/opentype/spec/name */
export const NAMES = {
  copyright: 0,
  family: 1,
  style: 2,
  unique: 3,
  full: 4,
  version: 5,
  postscript: 6,
  licence: 13,
  licenceAddress: 14,
  familyOfAll: 16,
  styleInAll: 17,
} as const

export interface Origin {
  /** As programs list it; '' when the font does not say. */
  readonly family: string
  /** By number, in English where it has several languages. */
  readonly names: ReadonlyMap<number, string>
}

/** Kept in the cache: a font of the user's own can be large, and has to be unpacked first. */
export async function originOf(family: FontFamily, cache: Cache): Promise<Origin> {
  const key = JSON.stringify(['origin', family.package, await versionOf(family)])
  const known = await cache.get(key)
  const origin = known === undefined ? originIn(await unpacked(family)) : restored(known)
  if (known === undefined) await cache.put(key, Buffer.from(JSON.stringify([origin.family, ...origin.names])))
  return family.name === undefined ? origin : { ...origin, family: family.name }
}

function restored(kept: Uint8Array): Origin {
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
export function originIn(font: Uint8Array): Origin {
  const names = namesIn(Buffer.from(tablesOf(font).get('name') ?? []))
  const varies = 'wght' in pinnedAxes(font, 400)
  return { family: varies ? familyOfAll(names) : (names.get(NAMES.family) ?? ''), names }
}

/**
 * Programs list the four styles of a family, and any other weight as a family of its own, «X Light»: documents call it so. A
 * font that varies is not the weight it is named after, as it is pinned to regular and bold.
 */
function familyOfAll(names: Origin['names']): string {
  const [family = '', style = ''] = [NAMES.family, NAMES.styleInAll].map((number) => names.get(number))
  const weight = ` ${style}`
  return names.get(NAMES.familyOfAll) ?? (family.endsWith(weight) ? family.slice(0, -weight.length) : family)
}

/** The platform whose names are Unicode, and American English, which all know. */
const [WINDOWS, ENGLISH] = [3, 0x409] as const

/** What leads out of the table is left out: nobody has checked it yet. */
function namesIn(table: Buffer): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  if (table.length < 6) return names
  const start = table.readUInt16BE(4)
  const count = Math.min(table.readUInt16BE(2), Math.floor((table.length - 6) / 12))
  for (let at = 6; at < 6 + 12 * count; at += 12) {
    const [platform, language, number] = [0, 4, 6].map((field) => table.readUInt16BE(at + field))
    const from = start + table.readUInt16BE(at + 10)
    const content = Buffer.from(table.subarray(from, from + (table.readUInt16BE(at + 8) & ~1)))
    if (platform !== WINDOWS || number === undefined || content.length === 0 || content.length % 2 === 1) continue
    if (language === ENGLISH || !names.has(number)) names.set(number, content.swap16().toString('utf16le'))
  }
  return names
}
