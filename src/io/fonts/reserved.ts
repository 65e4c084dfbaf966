/** A cut font → the same font, under a name of ours where its authors keep its own for what they made themselves. */
import { NAMES, type Names, readNames, writeNames } from './nameTable.js'
import { fontNames, namesOf } from './rename.js'
import { fontOf, tablesOf } from './tables.js'

/**
 * The Open Font License lets a font be cut and passed on, but not under a name that its authors reserve: they say so in their
 * notice, `with Reserved Font Name 'Source'`.
 *
 * @returns the family's name, or the other one where that is reserved
 */
export function freeName(family: string, names: Names, other: string): string {
  // Some say it beside the name of the licence, which speaks of such names in general, too.
  const licence = /\bwith Reserved Font Names?\b.*/i.exec(names.get(NAMES.licence) ?? '')?.[0] ?? ''
  const notice = `${names.get(NAMES.copyright) ?? ''}\n${licence}`
  const said = /(?<!\bno )Reserved Font Names?\b[\s:]*([\s\S]*)/i.exec(notice)?.[1] ?? ''
  const quoted = [...said.matchAll(/["'‘’“”«»]([^"'‘’“”«»]+)["'‘’“”«»]/g)].map(([, name = '']) => name)
  const reserved = quoted.length > 0 ? quoted : said.split(/,|\.\s|\.$|\band\b|\n/)
  const bare = (name: string): string => name.replace(/\s/g, '').toLowerCase()
  return reserved.some((name) => bare(name) !== '' && bare(family).includes(bare(name))) ? other : family
}

/** @param family of ours, in whose place in style sheets the font stands */
export function freed(font: Uint8Array, family: string): Uint8Array {
  const tables = new Map(tablesOf(font))
  const names = readNames(tables.get('name'))
  const called = names.get(NAMES.family) ?? ''
  const free = freeName(called, names, family)
  if (free === called) return font
  const [, style = 'Regular'] = /-(.+)$/.exec(names.get(NAMES.postscript) ?? '') ?? []
  tables.set('name', writeNames(fontNames(namesOf({ family: free, names }, style))))
  // It speaks of names that are gone, and of the axes of a font that has none.
  tables.delete('STAT')
  tables.set('head', Buffer.from(tables.get('head') ?? []))
  return fontOf(tables)
}
