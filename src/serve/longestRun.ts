/** Slides in both of two decks → as many of them as keep their order: the others have moved. Pure. */

/** One slide in two decks: its index in the deck before, and in the deck now. */
export interface Pair {
  readonly at: number
  readonly now: number
}

/** @param pairs in the order of the deck now */
export function longestRun(pairs: readonly Pair[]): readonly Pair[] {
  // tails[n]: the run of n + 1 pairs that ends earliest; ahead: what comes before a pair in its run.
  const tails: Pair[] = []
  const ahead = new Map<Pair, Pair>()
  for (const pair of pairs) {
    const length = firstNotBelow(tails, pair.at)
    const previous = tails[length - 1]
    if (previous) ahead.set(pair, previous)
    tails[length] = pair
  }
  const run: Pair[] = []
  for (let pair = tails.at(-1); pair; pair = ahead.get(pair)) run.push(pair)
  return run.reverse()
}

function firstNotBelow(tails: readonly Pair[], at: number): number {
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tails[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
