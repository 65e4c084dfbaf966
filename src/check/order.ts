/** Words of the notes, line by line, and what the slides say → how far a topic is read out in the order of its notes. */
import type { Slide } from '../model/deck.js'
import type { LineWords } from './coverage.js'
import { wordsIn } from './wordList.js'

/** Kendall's τ of the topics that can be compared: 1 is the order of the notes, −1 its reverse. */
export interface Order {
  readonly least: number
  readonly mean: number
}

/**
 * A word that a topic's notes have once stands for its line, where the slides say it first.
 * @param saidOf what the slide with this id says, all of its parts one after the other
 */
export function orderOf(
  topics: readonly Slide[],
  lines: readonly LineWords[],
  saidOf: (id: string) => string,
): { readonly order: Order } {
  let at = 0
  const measured: number[] = []
  for (const { kind, id, lines: span } of topics) {
    if (kind !== 'content') continue
    while ((lines[at - 1]?.line ?? 0) >= span[0]) at--
    while ((lines[at]?.line ?? span[0]) < span[0]) at++
    let end = at
    while ((lines[end]?.line ?? Number.POSITIVE_INFINITY) <= span[1]) end++
    const places = placesOf(lines.slice(at, end), wordsIn(saidOf(id)))
    const agreement = kendall(places)
    if (agreement !== undefined) measured.push(agreement)
    at = end
  }
  const mean = measured.reduce((sum, each) => sum + each, 0) / measured.length
  const least = measured.reduce((one, other) => Math.min(one, other), 1)
  return { order: { least: rounded(least), mean: rounded(measured.length > 0 ? mean : 1) } }
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000

/** The lines of words that are there once, in the order in which they are said. */
function placesOf(lines: readonly LineWords[], said: readonly string[]): readonly number[] {
  const lineOf = new Map<string, number>()
  for (const { line, words } of lines) for (const word of words) lineOf.set(word, lineOf.has(word) ? 0 : line)
  const places: number[] = []
  for (const word of said) {
    const line = lineOf.get(word) ?? 0
    if (line > 0) places.push(line)
    lineOf.delete(word)
  }
  return places
}

/** Of pairs from different lines; undefined where there are none. */
function kendall(places: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  const pairs = [...counts.values()].reduce((sum, count) => sum - pairsOf(count), pairsOf(places.length))
  return pairs === 0 ? undefined : 1 - (2 * turnedRound([...places])) / pairs
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2

/** How many pairs stand the wrong way round, counted while they are merged in order. */
function turnedRound(places: readonly number[]): number {
  let turned = 0
  const sorted = (from: number, to: number): readonly number[] => {
    if (to - from < 2) return places.slice(from, to)
    const middle = (from + to) >> 1
    const [left, right] = [sorted(from, middle), sorted(middle, to)]
    const merged: number[] = []
    let [one, other] = [0, 0]
    for (;;) {
      const [first, second] = [left[one], right[other]]
      if (first === undefined && second === undefined) return merged
      if (second === undefined || (first !== undefined && first <= second)) {
        merged.push(first ?? 0)
        one++
      } else {
        merged.push(second)
        other++
        turned += left.length - one
      }
    }
  }
  sorted(0, places.length)
  return turned
}
