/** Addresses of pictures on the web → pictures, from the cache if they were ever got, else asked for once. */
import type { Cache } from '../cache.js'
import type { Internet } from './ask.js'
import { measure } from './format.js'
import { type Found, notAPicture, unreachable } from './found.js'
import { patience } from './patience.js'

export interface RemoteOptions {
  readonly cache: Cache
  readonly offline: boolean
  readonly refresh: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  readonly internet?: Internet
}

const HOUR = 3_600_000
const AT_ONCE = 6
/** Bytes of pictures that are kept. */
export const CACHE_ROOM = 512 * 1024 * 1024

/**
 * Gets pictures, all hosts at a time and six pictures of each. However many there are, silent hosts cost three seconds
 * once; that they are silent is remembered for an hour.
 */
export async function remotePictures(
  urls: readonly string[],
  options: RemoteOptions,
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>()
  const hosts = new Map<string, string[]>()
  const known = await Promise.all(urls.map(async (url) => [url, await remembered(url, options)] as const))
  for (const [url, picture] of known) {
    if (picture !== undefined) found.set(url, picture)
    else hosts.set(hostOf(url), [...(hosts.get(hostOf(url)) ?? []), url])
  }
  await Promise.all(
    [...hosts].map(async ([host, queue]) => {
      for (const [url, picture] of await fromHost(host, queue, options)) found.set(url, picture)
    }),
  )
  if (hosts.size > 0) await options.cache.trim(CACHE_ROOM)
  return found
}

/** What the cache knows: the picture, or that asking failed less than an hour ago. */
async function remembered(url: string, { cache, offline, refresh, now }: RemoteOptions): Promise<Found | undefined> {
  if (refresh && !offline) return undefined
  const bytes = await cache.get(pictureKey(url))
  if (bytes !== undefined) return { bytes }
  for (const key of [failureKey(url), failureKey(hostOf(url))]) {
    const failure = readFailure(await cache.get(key))
    if (failure !== undefined && (offline || Math.abs(now - failure.at) < HOUR)) return failure.found
  }
  return offline ? unreachable('offline', 'not fetched yet, and offline') : undefined
}

async function fromHost(
  host: string,
  urls: readonly string[],
  { cache, internet, now }: RemoteOptions,
): Promise<ReadonlyMap<string, Found>> {
  const { ask, INTERNET } = await import('./ask.js')
  const found = new Map<string, Found>()
  const waiting = patience()
  const queue = [...urls]
  let dead: Found | undefined
  const worker = async (): Promise<void> => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const answer = dead ?? (await checked(await ask(url, internet ?? INTERNET, waiting.heard, waiting.signal)))
      // The picture of before is better than none.
      const before = 'bytes' in answer ? undefined : await cache.get(pictureKey(url))
      found.set(url, before === undefined ? answer : { bytes: before })
      if ('bytes' in answer) {
        waiting.succeeded()
        await cache.put(pictureKey(url), answer.bytes)
      } else if (answer !== dead) {
        const ofHost = answer.trouble === 'host'
        if (ofHost) dead = answer
        await cache.put(failureKey(ofHost ? host : url), writeFailure(now, answer))
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  } finally {
    waiting.stop()
  }
  return found
}

const checked = async (answer: Found): Promise<Found> =>
  'bytes' in answer && (await measure(answer.bytes)) === undefined ? notAPicture : answer

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url)
const pictureKey = (url: string): string => `picture ${url}`
const failureKey = (urlOrHost: string): string => `failure ${urlOrHost}`

const writeFailure = (at: number, found: Found): Uint8Array => Buffer.from(JSON.stringify({ at, found }))

function readFailure(bytes: Uint8Array | undefined): { readonly at: number; readonly found: Found } | undefined {
  return bytes === undefined ? undefined : JSON.parse(Buffer.from(bytes).toString('utf8'))
}
