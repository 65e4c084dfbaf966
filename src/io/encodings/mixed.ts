/** Bytes of a file to which lines were added in another encoding → its text, each line in its own, or nothing where all is of one kind. */
import { guessEncoding } from './guess.js'
import { textIn } from './textIn.js'

export interface Mixed {
  readonly text: string
  /** Of the lines that are not UTF-8. */
  readonly other: string
}

/** Characters of East Asia: bytes of other encodings hardly make two of them by chance, and nothing else. */
const eastern = /^[\0-\x7f\u2010-\u2bff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]*$/
/** Lines of such a book that look like UTF-8 by chance are fewer. */
const leastShare = 0.1

export function mixed(bytes: Uint8Array): Mixed | undefined {
  const sound: Uint8Array[] = []
  const foreign: Uint8Array[] = []
  const lines = linesOf(bytes).map((line) => {
    const text = textIn(line, 'utf-8')
    const broken = text.split('\ufffd').length - 1
    const high = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
    const isForeign = broken > high
    if (isForeign) foreign.push(line)
    else if (high > 0) sound.push(line)
    return { line, text, isForeign, isEastern: broken === 0 && (high === 0 || (high > 1 && eastern.test(text))) }
  })
  const [own, others] = [sizeOf(sound), sizeOf(foreign)]
  if (own === 0 || others === 0 || own < (own + others) * leastShare) return undefined
  if (lines.some(({ isForeign, isEastern }) => !isForeign && !isEastern)) return undefined
  const other = guessEncoding(Buffer.concat(foreign))
  if (other === undefined) return undefined
  return { text: lines.map(({ line, text, isForeign }) => (isForeign ? textIn(line, other) : text)).join(''), other }
}

const sizeOf = (lines: readonly Uint8Array[]): number => lines.reduce((sum, { length }) => sum + length, 0)

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed + 1
    lines.push(bytes.subarray(start, end))
    start = end
  }
  return lines
}
