/** Cut fonts and the families they come from → what is allowed with them: each licence once, with its fonts and whose they are. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FontFamily, FontFile, FontLicence } from '../../model/bundle.js'
import { packageFolder } from '../assets.js'
import { NAMES, type Names, readNames } from './nameTable.js'
import { tablesOf } from './tables.js'

export async function fontLicences(
  files: readonly FontFile[],
  families: readonly FontFamily[],
): Promise<readonly FontLicence[]> {
  const fonts = new Map<string, string[]>()
  for (const family of families) {
    const cut = files.find((file) => file.family === family.family)
    if (cut === undefined) continue
    const names = readNames(tablesOf(cut.bytes).get('name'))
    const text = await licenceOf(family, names)
    fonts.set(text, [...(fonts.get(text) ?? []), whose(family, names)])
  }
  return [...fonts].map(([text, all]) => ({ text, fonts: all }))
}

/** What the font says of itself, where it is the user's own; packages have a file, which some fonts are too short to hold. */
async function licenceOf({ package: name, file }: FontFamily, names: Names): Promise<string> {
  if (file !== undefined)
    return [NAMES.licence, NAMES.licenceAddress].flatMap((each) => names.get(each) ?? []).join('\n')
  const text = await readFile(join(packageFolder(name), 'LICENSE'), 'utf8')
  // Before it stand the names of some of its authors; the fonts themselves say it better.
  const open = text.indexOf('SIL OPEN FONT LICENSE')
  return text.slice(Math.max(0, open)).replaceAll('\r\n', '\n').trim()
}

function whose({ family, name }: FontFamily, names: Names): string {
  const called = names.get(NAMES.family) ?? ''
  const own = name ?? called
  const cut = called === family && own !== family ? `${own}, cut, and therefore called ${family}` : own
  return `${cut || family}\n${names.get(NAMES.copyright) ?? ''}`.trim()
}
