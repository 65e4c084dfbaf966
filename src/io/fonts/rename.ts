/** A cut font → the same font under a family's plain name: programs find its bold and its italics by style, not by name. */
import { createHash } from 'node:crypto'
import { NAMES, type Names, writeNames } from './nameTable.js'
import { tablesOf } from './tables.js'

export interface FontNames {
  readonly family: string
  /** `Regular`, `Bold`, `Italic`, `Bold Italic`. */
  readonly style: string
  readonly version: string
  readonly full: string
  /** For printers and PDF: `IBMPlexSans-Bold`. */
  readonly printed: string
  /** By number: whose it is, and what is allowed. */
  readonly kept: readonly (readonly [number: number, text: string])[]
}

export interface Style {
  readonly bold: boolean
  readonly italic: boolean
}

export const styleName = ({ bold, italic }: Style): string =>
  [bold ? 'Bold' : '', italic ? 'Italic' : ''].filter(Boolean).join(' ') || 'Regular'

/** @param style as people read it: `Bold Italic` */
export function namesOf(
  { family, names }: { readonly family: string; readonly names: Names },
  style: string,
): FontNames {
  return {
    family,
    style,
    version: names.get(NAMES.version) ?? 'Version 1.0',
    full: style === 'Regular' ? family : `${family} ${style}`,
    printed: printedName(family, style, names.get(NAMES.postscript) ?? ''),
    kept: [...names].filter(([number]) => KEPT.has(number)),
  }
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
  return new Map([...tables, ['name', writeNames(fontNames(names))], ['OS/2', os2], ['head', head]])
}

/** Names that go along as the font has them. */
const KEPT: ReadonlySet<number> = new Set([NAMES.copyright, NAMES.licence, NAMES.licenceAddress])
/** The same by number. */
export const fontNames = ({ family, style, version, full, printed, kept }: FontNames): Names =>
  new Map<number, string>([
    ...kept,
    [NAMES.family, family],
    [NAMES.style, style],
    [NAMES.unique, `${version};${printed}`],
    [NAMES.full, full],
    [NAMES.version, version],
    [NAMES.postscript, printed],
  ])

/** Of so many letters at most, all of them ASCII. */
const LONGEST = 63

/** `SourceSerif4-BoldItalic`. A family that ASCII can't write is called as its file was before, or by a sum of its name. */
function printedName(family: string, style: string, before: string): string {
  const end = style === 'Regular' ? '' : `-${style.replace(' ', '')}`
  const written = /^[ -~]*$/.test(family) ? family : before.replace(/-.*$/, '')
  const name = written.replace(/[^!-~]|[[\](){}<>/%]/g, '') || `Font${sumOf(family)}`
  return name.slice(0, LONGEST - end.length) + end
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
