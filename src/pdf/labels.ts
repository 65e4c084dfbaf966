/** The number of each page, as readers show it → a PDF's page labels. */

/** @param numbers of every page, in order; without them pages count from 1 */
export function labelsOf(numbers: readonly number[] = []): string {
  // A label counts up by itself from where it is set.
  const set = numbers.flatMap((number, page) => {
    const counted = page > 0 && number === (numbers[page - 1] ?? 0) + 1
    return counted ? [] : [`${page} <</S /D /St ${number}>>`]
  })
  return `<</Nums [${set.length > 0 ? set.join(' ') : '0 <</S /D>>'}]>>`
}
