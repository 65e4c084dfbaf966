/** The contents in the flow → the same with the numbers of the pages that their headings stand on. */
import type { Spots } from './spots.js'

/** The numbers have room of their own: writing them moves nothing. */
export function fillContents(flow: Element, spots: Spots, covers: number): void {
  const targets = new Map([...flow.querySelectorAll('[id]')].map((element) => [element.id, element]))
  for (const entry of flow.querySelectorAll('.entry')) {
    const link = entry.querySelector('a')
    const number = entry.querySelector('.entry-page')
    const target = targets.get(decodeURIComponent(link?.hash.slice(1) ?? ''))
    const spot = target && spots(target)
    if (number && spot) number.textContent = String(spot.page + 1 + covers)
  }
}
