/** Bytes of UTF-16 or UTF-32, with their mark of byte order or without → their text. */
import { rateEastAsian } from './rateEastAsian.js'

export interface WideText {
  readonly name: string
  readonly text: string
}

type Name = 'utf-32le' | 'utf-32be' | 'utf-16le' | 'utf-16be'

/** The longer ones first: UTF-32's begins as UTF-16's does. */
const MARKS: readonly (readonly [name: Name, ...mark: number[]])[] = [
  ['utf-32le', 0xff, 0xfe, 0, 0],
  ['utf-32be', 0, 0, 0xfe, 0xff],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
]

export function markedText(bytes: Uint8Array): WideText | undefined {
  const marked = MARKS.find(([, ...mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked === undefined) return undefined
  const [name, ...mark] = marked
  return { name, text: read(name, bytes.subarray(mark.length)) }
}

/** Whether bytes have what no other text has: zeros, or every second byte as small as no letter is. */
export const looksWide = (bytes: Uint8Array): boolean =>
  bytes.includes(0) || bytes.subarray(0, 64).reduce((count, byte) => count + (byte <= 7 ? 1 : 0), 0) >= 3

const ENOUGH = 1 << 14

/** Least points a character: bytes read in the right order are common characters, which score; in a wrong one they are rare ones. */
const LEAST = { wide: 0.5, any: 1.5 } as const

/** @returns undefined where the bytes are more likely text in any other encoding */
export function unmarkedText(bytes: Uint8Array): WideText | undefined {
  if (bytes.length < 8 || bytes.length % 2 === 1) return undefined
  const sample = bytes.subarray(0, ENOUGH)
  const names = MARKS.map(([name]) => name).filter((name) => bytes.length % 4 === 0 || name.startsWith('utf-16'))
  const rated = names.map((name) => ({ name, points: pointsOf(read(name, sample)) }))
  const best = rated.reduce((one, other) => (other.points > one.points ? other : one))
  if (best.points < (looksWide(bytes) ? LEAST.wide : LEAST.any)) return undefined
  return { name: best.name, text: read(best.name, bytes) }
}

/** How likely a text is, a character on average. */
function pointsOf(text: string): number {
  if (/[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]/.test(text)) return Number.NEGATIVE_INFINITY
  const plain = text.match(/[\t-\u00ff]/g)?.length ?? 0
  const foreign = text.match(OTHER_LETTERS)?.length ?? 0
  const wide = text.replace(/[\t-\u00ff]/g, '').replace(OTHER_LETTERS, '')
  const points = SCRIPTS.map((script) => rateEastAsian(wide, script)).reduce((one, other) => Math.max(one, other))
  return (points + plain + foreign) / text.length
}

const SCRIPTS = ['Hans', 'Hant', 'Jpan', 'Kore'] as const
/** Greek to Arabic, and those of India and Thailand. */
const OTHER_LETTERS = /[\u0370-\u06ff\u0900-\u0e7f]/g

function read(name: Name, bytes: Uint8Array): string {
  if (name === 'utf-16le' || name === 'utf-16be') return new TextDecoder(name).decode(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, name === 'utf-32le')
    pieces.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code))
  }
  return pieces.join('')
}
