/** Turns a misspelt name into the known name it was probably meant to be. */

/**
 * @returns the known name that is at most two typing slips away (one, for names of up to five letters, where two
 *   slips already make another word: `page` is not `place`), or undefined
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const room = name.length <= 5 ? 1 : 2
  let best: string | undefined
  let bestSlips = room + 1
  for (const candidate of known) {
    if (Math.abs(name.length - candidate.length) >= bestSlips) continue
    const slips = slipsBetween(name, candidate)
    if (slips < bestSlips) {
      best = candidate
      bestSlips = slips
    }
  }
  return best
}

/** Letters added, left out, mistaken, or swapped with their neighbour: Damerau-Levenshtein distance. */
export function slipsBetween(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let i = 1; i <= left.length; i++) {
    rows.push([i])
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1]
      let slips = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      if (swapped) slips = Math.min(slips, at(i - 2, j - 2) + 1)
      rows[i]?.push(slips)
    }
  }
  return at(left.length, right.length)
}
