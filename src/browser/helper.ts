/** A long deck → the same deck open in one more page, whose process prints its share, where the machine has room for that. */
import { availableParallelism } from 'node:os'
import { openDeck } from './openDeck.js'
import type { RunningBrowser } from './start.js'

/** Slides from which on it is faster, though they are all fitted twice. */
const MANY = 250
/** Bytes of memory that are free: far more than a thousand slides take. */
const ROOM = 1_500_000_000

/**
 * @param url of the deck's page for print
 * @param slides about so many
 */
export async function openHelper(
  browser: RunningBrowser,
  url: string,
  slides: number,
): Promise<RunningBrowser | undefined> {
  if (slides < MANY || availableParallelism() < 2 || process.availableMemory() < ROOM) return undefined
  const helper = await browser.another()
  await openDeck(helper, url)
  return helper
}
