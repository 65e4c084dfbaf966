/** Bytes of a text file → its text: UTF-8, UTF-16 with a mark, GB18030, Big5, or Windows-1252. */

/** @returns the text without its mark of byte order; bytes that fit no encoding become U+FFFD */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(guess(bytes)).decode(bytes)
  }
}

/**
 * Which encoding text that is not UTF-8 probably has.
 *
 * UTF-8 with a few broken places stays UTF-8. In the two Chinese encodings a character is two bytes, and everyday text
 * keeps to the first rows of their tables, which hold the common characters; text of the other encoding, or accented
 * letters, falls all over them.
 */
function guess(bytes: Uint8Array): string {
  const high = bytes.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0)
  const broken = new TextDecoder('utf-8').decode(bytes).split('\ufffd').length - 1
  if (broken * 4 < high) return 'utf-8'
  const gb = shareOfPairs(bytes, (lead, trail) => (isGbSign(lead) || isGbCommon(lead)) && trail >= 0xa1)
  const big5 = shareOfPairs(bytes, (lead, trail) => lead >= 0xa1 && lead <= 0xc6 && isBig5Trail(trail))
  if (Math.max(gb, big5) < 0.8) return lonely(bytes) ? 'windows-1252' : 'utf-8'
  return gb >= big5 ? 'gb18030' : 'big5'
}

const isGbSign = (lead: number): boolean => lead >= 0xa1 && lead <= 0xa3
const isGbCommon = (lead: number): boolean => lead >= 0xb0 && lead <= 0xd7
const isBig5Trail = (trail: number): boolean => (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)

/** Of all two-byte characters, how many (0 to 1) are common ones. */
function shareOfPairs(bytes: Uint8Array, common: (lead: number, trail: number) => boolean): number {
  let pairs = 0
  let good = 0
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] ?? 0
    if (lead < 0x80) continue
    index++
    pairs++
    if (common(lead, bytes[index] ?? 0)) good++
  }
  return pairs === 0 ? 0 : good / pairs
}

/** Whether most high bytes stand alone between letters, as é does in `caf\xe9s`. */
function lonely(bytes: Uint8Array): boolean {
  let alone = 0
  let high = 0
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue
    high++
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) alone++
  }
  return alone * 2 > high
}
