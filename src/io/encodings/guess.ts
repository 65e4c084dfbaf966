/** Bytes that are not UTF-8 → the encoding they are probably in, or nothing where that would be a guess in the dark. */
import { rateEastAsian } from './rateEastAsian.js'
import { rateCyrillic, rateLatin } from './rateLetters.js'
import { textIn } from './textIn.js'

interface Candidate {
  /** As TextDecoder calls it. */
  readonly name: string
  readonly rate: (text: string) => number
}

/** It holds the characters of both ways to write Chinese. */
const CHINESE: Candidate = {
  name: 'gb18030',
  rate: (text) => Math.max(rateEastAsian(text, 'Hans'), rateEastAsian(text, 'Hant')),
}

const EAST_ASIAN: readonly Candidate[] = [
  CHINESE,
  { name: 'big5', rate: (text) => rateEastAsian(text, 'Hant') },
  { name: 'shift_jis', rate: (text) => rateEastAsian(text, 'Jpan') },
  { name: 'euc-jp', rate: (text) => rateEastAsian(text, 'Jpan') },
  { name: 'euc-kr', rate: (text) => rateEastAsian(text, 'Kore') },
]

/** Letters of languages beside ASCII's, the frequent ones first: French, German, Spanish… */
const WESTERN = [
  'éèàêçôîùâûëïœüæÿ',
  'üäößéà',
  'óíáéñúü',
  'ãçéáíõóêúâàôü',
  'àèùòéìí',
  'äåöøæéü',
  'íáöðéþóúæý',
  'éëïèóêáöü',
]
const CENTRAL = ['łęąóżśćńź', 'íáéěřčžšýůúťďňó', 'áíéčžýšúťľôňäďĺŕó', 'áéőöíüóúű', 'ăâîşţ', 'čšžćđ']

const LETTERS: readonly Candidate[] = [
  { name: 'windows-1252', rate: (text) => rateLatin(text, WESTERN) },
  ...['windows-1250', 'iso-8859-2'].map((name) => ({ name, rate: (text: string) => rateLatin(text, CENTRAL) })),
  { name: 'windows-1254', rate: (text) => rateLatin(text, ['ıişüçğöâî']) },
  ...['windows-1251', 'koi8-u', 'ibm866', 'iso-8859-5'].map((name) => ({ name, rate: rateCyrillic })),
]

/** Bytes that are looked at: what half a book does not show, the rest does not either. */
const ENOUGH = 1 << 16

/** Points for each byte beyond ASCII: text that was read rightly has one or more, anything else less than none. */
const LEAST = 0.4
/** So much less, and it is still as likely; whether few bytes are letters or characters is chance. */
const tie = (one: string, other: string, high: number): number => 0.2 + (isEast(one) || isEast(other) ? 1.5 / high : 0)

const isEast = (name: string): boolean => EAST_ASIAN.some((candidate) => candidate.name === name)

export function guessEncoding(bytes: Uint8Array): string | undefined {
  const { sample, high, lonely } = sampleOf(bytes)
  // In text of two bytes a character, they stand together; é stands between letters.
  const candidates = lonely * 2 > high ? LETTERS : [...EAST_ASIAN, ...LETTERS]
  const rated = candidates
    .map(({ name, rate }) => {
      const text = textIn(sample, name)
      return { name, text, points: rate(text) / high }
    })
    .sort((one, other) => other.points - one.points)
  const [best] = rated
  if (best === undefined || best.points < LEAST) return undefined
  const tied = rated.filter(
    ({ name, points, text }) => points > best.points - tie(name, best.name, high) && text !== best.text,
  )
  if (tied.length === 0) return best.name
  return [best, ...tied].some(({ name }) => name === CHINESE.name) ? CHINESE.name : undefined
}

/** The lines that are not all ASCII; their bytes beyond it, and how many of those have none like them within two bytes. */
function sampleOf(bytes: Uint8Array) {
  const lines: Uint8Array[] = []
  let [size, high, lonely] = [0, 0, 0]
  for (let start = 0; start < bytes.length && size < ENOUGH; ) {
    const feed = bytes.indexOf(10, start)
    const end = Math.min(feed < 0 ? bytes.length : feed + 1, start + ENOUGH)
    const line = bytes.subarray(start, end)
    start = end
    if (!line.some(isHigh)) continue
    lines.push(line)
    size += line.length
    for (const [at, byte] of line.entries()) {
      if (!isHigh(byte)) continue
      high++
      if (![-2, -1, 1, 2].some((step) => isHigh(line[at + step] ?? 0))) lonely++
    }
  }
  return { sample: Buffer.concat(lines), high, lonely }
}

const isHigh = (byte: number): boolean => byte > 0x7f
