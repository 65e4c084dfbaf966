/** Requests that come and go while decks are made: what is watched for them, and what becomes of a fault beside them. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { changingRequests } from '../../src/pipeline/changing.js'
import { type MoreOrLess, rebuildDecks } from '../../src/pipeline/rebuildDecks.js'
import type { DeckRequest } from '../../src/pipeline/requests.js'
import { sourcesOf } from '../../src/pipeline/sources.js'
import { folderWith } from '../io/folders.js'

async function requestFor(text: string): Promise<DeckRequest> {
  const folder = await folderWith({ 'a.md': text })
  const common = { formats: noFormats, offline: true, refresh: false } as const
  return { notes: join(folder, 'a.md'), name: 'a', folder: join(folder, 'dist', 'a'), ...common }
}

it('watches nothing for a request that was dropped while its deck was made, and does once it is wanted again', async () => {
  const request = await requestFor('# A\n')
  const open = new Set<number>()
  let count = 0
  const changing = changingRequests<DeckRequest>([], undefined, () => {
    const number = count++
    open.add(number)
    return { follow: async () => {}, close: () => open.delete(number) }
  })
  const sources = sourcesOf(request, undefined, [])
  changing.add(request)
  await changing.follow(request, sources)
  expect(open.size).toBe(1)
  changing.drop(request)
  expect(open.size).toBe(0)
  // It is no news to anybody, either: it would be made once more.
  expect(await changing.follow(request, sources)).toBe(false)
  await changing.followFault(request)
  expect(open.size).toBe(0)
  changing.add(request)
  expect(await changing.follow(request, sources)).toBe(true)
  expect(open.size).toBe(1)
  changing.close()
})

async function statesOf(
  request: DeckRequest,
  alongside: (changing: MoreOrLess, signal: AbortSignal) => Promise<void>,
  onBuilt: () => void = () => {},
): Promise<readonly string[]> {
  const states: string[] = []
  for await (const { state } of rebuildDecks([request], {}, alongside)) {
    states.push(state)
    onBuilt()
  }
  return states
}

it('what fails beside the decks ends all of it with its own error, whether decks are being made or waited for', async () => {
  const request = await requestFor('# A\n\n## First\n\ntext\n')
  const fault = new Error('No folder to look into.')
  await expect(statesOf(request, () => Promise.reject(fault))).rejects.toBe(fault)
  let fail = (_error: Error): void => {}
  const later = () => new Promise<void>((_, reject) => (fail = reject))
  await expect(statesOf(request, later, () => fail(fault))).rejects.toBe(fault)
})
