/** Lists of any length: what would overflow the stack when it is spread into arguments, as a loop. */

/** The least of some numbers and `start`. */
export function least(numbers: Iterable<number>, start = Number.POSITIVE_INFINITY): number {
  let found = start
  for (const number of numbers) if (number < found || Number.isNaN(number)) found = number
  return found
}

/** The most of some numbers and `start`. */
export function most(numbers: Iterable<number>, start = Number.NEGATIVE_INFINITY): number {
  let found = start
  for (const number of numbers) if (number > found || Number.isNaN(number)) found = number
  return found
}

/** Puts more at the end of a list. */
export function pushAll<Item>(list: Item[], more: Iterable<Item>): void {
  for (const item of more) list.push(item)
}

/** Characters by their numbers → a text. */
export function fromCodes(codes: Iterable<number>): string {
  let text = ''
  for (const code of codes) text += String.fromCodePoint(code)
  return text
}
