/** A font's `name` table ↔ its texts by number. */

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

/** By number, in English where there are several languages. */
export type Names = ReadonlyMap<number, string>

/** The platform and encoding whose names are Unicode, and American English, which all know. */
const [WINDOWS, UNICODE, ENGLISH] = [3, 1, 0x409] as const

/** What leads out of the table is left out: nobody has checked it yet. */
export function readNames(bytes: Uint8Array = new Uint8Array()): Names {
  const table = Buffer.from(bytes)
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

export function writeNames(names: Names): Uint8Array {
  const records = [...names].sort(([one], [other]) => one - other)
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
