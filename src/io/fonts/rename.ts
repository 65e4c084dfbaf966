/** A cut font → the same font under a family's plain name: programs find its bold and its italics by style, not by name. */
import { tablesOf } from './tables.js'

export interface FontNames {
  readonly family: string
  /** `Regular`, `Bold`, `Italic`, `Bold Italic`. */
  readonly style: string
  readonly version: string
  readonly full: string
}

export interface Style {
  readonly bold: boolean
  readonly italic: boolean
}

export function namesOf(font: Uint8Array, family: string, { bold, italic }: Style): FontNames {
  const style = [bold ? 'Bold' : '', italic ? 'Italic' : ''].filter(Boolean).join(' ') || 'Regular'
  const version = nameIn(font, VERSION) ?? 'Version 1.0'
  return { family, style, version, full: style === 'Regular' ? family : `${family} ${style}` }
}

/** What `name`, `OS/2` and `head` say then. The tables that are not named here are not touched. */
export function renamed(font: Uint8Array, names: FontNames, { bold, italic }: Style): ReadonlyMap<string, Uint8Array> {
  const tables = tablesOf(font)
  const os2 = Buffer.from(tables.get('OS/2') ?? [])
  os2.writeUInt16BE(bold ? 700 : 400, 4)
  // Upright and regular is a style of its own.
  const style = (italic ? 0x01 : 0) | (bold ? 0x20 : 0)
  os2.writeUInt16BE((os2.readUInt16BE(62) & ~0x61) | (style || 0x40), 62)
  const head = Buffer.from(tables.get('head') ?? [])
  head.writeUInt16BE((bold ? 1 : 0) | (italic ? 2 : 0), 44)
  return new Map([...tables, ['name', nameTable(font, names)], ['OS/2', os2], ['head', head]])
}

/** Numbers of names: https://learn.microsoft.com/typography/opentype/spec/name */
const [COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT, LICENCE, LICENCE_ADDRESS, TYPOGRAPHIC] = [
  0, 1, 2, 3, 4, 5, 6, 13, 14, 16,
] as const
/** The platform and encoding whose names are Unicode, and American English, which all know. */
const [WINDOWS, UNICODE, ENGLISH] = [3, 1, 0x409] as const

function nameTable(font: Uint8Array, { family, style, version, full }: FontNames): Uint8Array {
  const printed = full.replace(/[^!-~]|[[\](){}<>/%]/g, '').replace(/(?=(?:Bold|Italic)+$)/, '-')
  const kept = [COPYRIGHT, LICENCE, LICENCE_ADDRESS].map((number) => [number, nameIn(font, number) ?? ''] as const)
  const texts = new Map<number, string>([
    ...kept.filter(([, text]) => text !== ''),
    [FAMILY, family],
    [STYLE, style],
    [UNIQUE, `${version};${printed}`],
    [FULL, full],
    [VERSION, version],
    [POSTSCRIPT, printed],
  ])
  const records = [...texts].sort(([one], [other]) => one - other)
  const contents = records.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  const head = Buffer.alloc(6 + 12 * records.length)
  head.writeUInt16BE(records.length, 2)
  head.writeUInt16BE(head.length, 4)
  let place = 0
  for (const [index, [number]] of records.entries()) {
    const length = contents[index]?.length ?? 0
    for (const [at, value] of [WINDOWS, UNICODE, ENGLISH, number, length, place].entries())
      head.writeUInt16BE(value, 6 + 12 * index + 2 * at)
    place += length
  }
  return Buffer.concat([head, ...contents])
}

/** The family that all weights of a font share, or the one of this weight; undefined when it does not say. */
export const familyIn = (font: Uint8Array): string | undefined => nameIn(font, TYPOGRAPHIC) ?? nameIn(font, FAMILY)

function nameIn(font: Uint8Array, number: number): string | undefined {
  const table = Buffer.from(tablesOf(font).get('name') ?? [])
  if (table.length < 6) return undefined
  const start = table.readUInt16BE(4)
  const records = Array.from({ length: table.readUInt16BE(2) }, (_, index) => 6 + 12 * index).filter(
    (at) => table.readUInt16BE(at) === WINDOWS && table.readUInt16BE(at + 6) === number,
  )
  const record = records.find((at) => table.readUInt16BE(at + 4) === ENGLISH) ?? records[0]
  if (record === undefined) return undefined
  const from = start + table.readUInt16BE(record + 10)
  return Buffer.from(table.subarray(from, from + table.readUInt16BE(record + 8)))
    .swap16()
    .toString('utf16le')
}
