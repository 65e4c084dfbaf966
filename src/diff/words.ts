/** Two versions of a text → which words are gone and which are new, so that people can read it. Pure. */
import { least, pushAll } from '../model/lists.js'
import { displayWidth } from '../model/text.js'
import { diffLists, type Run } from './sequence.js'

export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

const single = '\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
const letters = `(?:(?![${single}])[\\p{L}\\p{N}\\p{M}_])+`

/** A number such as 10,000; a Chinese or Japanese character; a word; a line end; a run of blanks; any one character. */
const tokens = new RegExp(`\\d+(?:[.,:]\\d+)+|[${single}]|${letters}|\\n|[^\\S\\n]+|.`, 'gsu')

/**
 * Lines that are the same are found first, then words within the others: a word never meets one of quite another
 * paragraph.
 * @returns pieces that give the text before without the new ones, and the text after without those that are gone; every
 *   line has an end, the last as well
 */
export function diffWords(before: string, after: string): readonly Piece[] {
  const lines = diffLists(linesOf(before), linesOf(after))
  const pieces: Piece[] = []
  for (let index = 0; index < lines.length; index++) {
    const [run, next] = [lines[index], lines[index + 1]]
    if (run?.kind === 'gone' && next?.kind === 'new') {
      pushAll(pieces, diffTokens(run.items.join(''), next.items.join('')))
      index++
    } else if (run) pieces.push({ kind: run.kind, text: run.items.join('') })
  }
  return joined(pieces)
}

/** The last line gets an end too: so one that is added behind it leaves it as it was. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n').map((line) => `${line}\n`))

function diffTokens(before: string, after: string): readonly Piece[] {
  const runs = diffLists(before.match(tokens) ?? [], after.match(tokens) ?? [])
  return withoutChance(runs.map(({ kind, items }: Run<string>) => ({ kind, text: items.join('') })))
}

/** Columns of what may be the same by chance: `the`, `的`. */
const CHANCE = 5

/** A word or two that are the same between words that were replaced are part of that: nobody reads confetti. */
function withoutChance(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  pieces.forEach((piece, index) => {
    const around = [result.slice(result.findLastIndex(isSame) + 1), changeAt(pieces, index + 1)]
    if (isSame(piece) && isChance(piece.text, around))
      result.push({ kind: 'gone', text: piece.text }, { kind: 'new', text: piece.text })
    else result.push(piece)
  })
  return sorted(result)
}

function isChance(text: string, around: readonly (readonly Piece[])[]): boolean {
  const kinds = new Set(around.flat().map(({ kind }) => kind))
  const narrowest = least(around.map(widest))
  if (kinds.size < 2 || narrowest === 0 || text.includes('\n')) return false
  return text.trim() === '' || (displayWidth(text) <= CHANCE && displayWidth(text) < narrowest)
}

function changeAt(pieces: readonly Piece[], index: number): readonly Piece[] {
  const end = pieces.findIndex((piece, at) => at >= index && isSame(piece))
  return pieces.slice(index, end < 0 ? pieces.length : end)
}

const isSame = ({ kind }: Piece): boolean => kind === 'same'

const widest = (pieces: readonly Piece[]): number =>
  pieces.reduce((most, { text }) => Math.max(most, displayWidth(text)), 0)

/** Between two pieces that are the same, first all that is gone, then all that is new. */
function sorted(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  let made: Piece[] = []
  for (const piece of pieces) {
    if (piece.kind === 'new') made.push(piece)
    else if (piece.kind === 'gone') result.push(piece)
    else {
      pushAll(result, made)
      result.push(piece)
      made = []
    }
  }
  return joined([...result, ...made])
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const { kind, text } of pieces) {
    const last = result.at(-1)
    if (last?.kind === kind) result[result.length - 1] = { kind, text: last.text + text }
    else result.push({ kind, text })
  }
  return result
}
