/** The address of a picture on the web → its bytes, asked for with distrust on both sides. */
import { Resolver } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { isIP, type LookupFunction } from 'node:net'
import { codeOf } from '../faults.js'
import { isPublic } from './address.js'
import { type Failure, type Found, MOST_BYTES, noPlace, privateAddress, tooLarge, unreachable } from './found.js'

/** What tests put in the place of the internet. */
export interface Internet {
  /** All addresses of a host; throws ENOTFOUND when it has none. */
  readonly resolve: (host: string, signal: AbortSignal) => Promise<readonly string[]>
  /** Whether an address may be asked. */
  readonly allows: (address: string) => boolean
}

const MOST_REDIRECTS = 5

/** Thrown inside a look-up, as that is where it is known which machine would be asked. */
class Private extends Error {}

/** DNS without the operating system's own look-up, which can't be called off and keeps the process from ending. */
async function resolveHost(host: string, signal: AbortSignal): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 1200, tries: 2 })
  signal.addEventListener('abort', () => resolver.cancel(), { once: true })
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  const [first] = answers
  if (addresses.length === 0 && first?.status === 'rejected') throw first.reason
  return addresses
}

export const INTERNET: Internet = { resolve: resolveHost, allows: isPublic }

/**
 * Asks for a picture, follows at most five redirects, and checks the machine behind every one of them: it connects to
 * no other address than the one it has checked.
 * @param heard called whenever something arrives
 * @param signal ends it: the answer is `host did not answer`
 */
export async function ask(url: string, internet: Internet, heard: () => void, signal: AbortSignal): Promise<Found> {
  let next = url
  let redirected = ''
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const address = new URL(next)
      if (address.protocol !== 'http:' && address.protocol !== 'https:') return noPlace('not http or https')
      const literal = address.hostname.replace(/^\[|\]$/g, '')
      if (isIP(literal) && !internet.allows(literal)) return privateAddress
      const answer = await answerOf(address, internet, signal)
      heard()
      const status = answer.statusCode ?? 0
      const location = answer.headers.location
      if (status < 300 || status >= 400 || location === undefined) return await contentOf(answer, status, heard)
      answer.destroy()
      next = new URL(location, address).href
      redirected = 'redirected, then '
    }
    return unreachable('answer', 'redirected too often')
  } catch (error) {
    if (error instanceof Private) return privateAddress
    return failureOf(error, signal, redirected)
  }
}

async function answerOf(address: URL, internet: Internet, signal: AbortSignal): Promise<IncomingMessage> {
  const { request } = await (address.protocol === 'https:' ? import('node:https') : import('node:http'))
  return new Promise((done, failed) => {
    const asked = request(
      {
        // Name and password of the address stay out of it.
        hostname: address.hostname.replace(/^\[|\]$/g, ''),
        port: address.port === '' ? undefined : Number(address.port),
        path: address.pathname + address.search,
        headers: { accept: 'image/*', 'user-agent': 'talkback' },
        agent: false,
        lookup: checkedLookup(internet, signal),
        signal,
      },
      done,
    )
    asked.on('error', failed)
    asked.end()
  })
}

function checkedLookup(internet: Internet, signal: AbortSignal): LookupFunction {
  return (host, options, callback) => {
    internet.resolve(host, signal).then(
      (addresses) => {
        const [first] = addresses
        if (first === undefined || !addresses.every(internet.allows)) callback(new Private(), '', 0)
        else if (options.all)
          callback(
            null,
            addresses.map((address) => ({ address, family: isIP(address) })),
          )
        else callback(null, first, isIP(first))
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 0),
    )
  }
}

async function contentOf(answer: IncomingMessage, status: number, heard: () => void): Promise<Found> {
  if (status !== 200) {
    answer.destroy()
    return unreachable('answer', `answered ${status}`)
  }
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer) {
    heard()
    parts.push(part)
    length += part.length
    if (length > MOST_BYTES) {
      answer.destroy()
      return tooLarge()
    }
  }
  return { bytes: Buffer.concat(parts) }
}

function failureOf(error: unknown, signal: AbortSignal, before: string): Failure {
  const code = codeOf(error)
  // What another machine of the house says tells nothing of this one.
  const ofHost = (reason: string): Failure => unreachable(before === '' ? 'host' : 'answer', before + reason)
  if (signal.aborted || code === 'ETIMEDOUT' || code === 'ETIMEOUT') return ofHost('host did not answer')
  if (['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'EREFUSED', 'EBADNAME'].includes(code)) return ofHost('host not found')
  if (code === 'ECONNREFUSED') return ofHost('host refused the connection')
  if (/CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL/.test(code)) return ofHost('no trustworthy certificate')
  return unreachable('answer', before + (code === 'ERR_INVALID_URL' ? 'not an address' : 'the connection broke'))
}
