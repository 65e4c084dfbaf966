/** A font's `OS/2` table → which scripts it claims to have. Old tables (version 0) end before the code pages of Windows. */

/** Where its numbers of 32 bits stand: four of Unicode's ranges, two of code pages. */
export const SCRIPTS = [42, 46, 50, 54, 78, 82] as const

/** Bits as the font has them; none where its table does not go so far. */
export function scriptsIn(os2: Uint8Array): readonly number[] {
  const table = Buffer.from(os2)
  return SCRIPTS.map((at) => (at + 4 <= table.length ? table.readUInt32BE(at) : 0))
}
