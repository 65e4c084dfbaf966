/** A family that a deck carries under a name of ours → the name that the font has on machines. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * @param page address of the deck's index.html
 * @param family as the deck's style sheet declares it
 * @returns undefined when its font does not say
 */
export async function fontName(page: string, family: string): Promise<string | undefined> {
  const html = await readFile(fileURLToPath(page.replace(/[?#].*/, '')), 'utf8')
  const styles = new URL(/<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '', page)
  const css = await readFile(fileURLToPath(styles), 'utf8')
  const face = css.match(/@font-face\{[^}]*\}/g)?.find((rule) => rule.includes(`font-family:"${family}"`))
  const path = /url\("([^"]+)"\)/.exec(face ?? '')?.[1]
  return path === undefined ? undefined : nameIn(await readFile(fileURLToPath(new URL(path, styles))))
}

/** Numbers of names: the family that all its weights share, or the one of this weight. */
const FAMILIES = [16, 1]
/** The platform whose names are Unicode. */
const WINDOWS = 3

/** https://learn.microsoft.com/typography/opentype/spec/name */
function nameIn(font: Buffer): string | undefined {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'name')
  if (entry === undefined) return undefined
  const start = font.readUInt32BE(entry + 8)
  const names = start + font.readUInt16BE(start + 4)
  const records = Array.from({ length: font.readUInt16BE(start + 2) }, (_, index) => start + 6 + 12 * index)
  for (const number of FAMILIES) {
    const record = records.find((at) => font.readUInt16BE(at) === WINDOWS && font.readUInt16BE(at + 6) === number)
    if (record === undefined) continue
    const from = names + font.readUInt16BE(record + 10)
    return Buffer.from(font.subarray(from, from + font.readUInt16BE(record + 8)))
      .swap16()
      .toString('utf16le')
  }
  return undefined
}
