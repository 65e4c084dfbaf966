/** Numbers → the longest run among them that rises: what kept its order while the rest moved. Pure. */

/** @returns the places (from 0) of the numbers of the run, in order; of several runs as long, the one that ends lowest */
export function longestRise(numbers: readonly number[]): readonly number[] {
  // tails[n]: where the run of n + 1 numbers ends that ends lowest; ahead: what comes before a place in its run.
  const tails: number[] = []
  const ahead = new Map<number, number>()

  function firstNotBelow(number: number): number {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    return low
  }

  numbers.forEach((number, place) => {
    const length = firstNotBelow(number)
    const previous = tails[length - 1]
    if (previous !== undefined) ahead.set(place, previous)
    tails[length] = place
  })
  const run: number[] = []
  for (let place = tails.at(-1); place !== undefined; place = ahead.get(place)) run.push(place)
  return run.reverse()
}
