/** The address of a picture on the web → its bytes, asked for with distrust on both sides. */
import { Resolver } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import type { LookupFunction } from 'node:net'
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
      const machines = await machinesOf(address, internet, signal)
      if (machines.length === 0 || !machines.every(internet.allows)) return privateAddress
      const answer = await answerOf(address, machines, signal)
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
    return failureOf(error, signal, redirected)
  }
}

/** Looked up first: where there is no such host, nothing that speaks to one is loaded, which takes longer than the look-up. */
async function machinesOf(address: URL, internet: Internet, signal: AbortSignal): Promise<readonly string[]> {
  const host = hostOf(address)
  return isLiteral(host) ? [host] : await internet.resolve(host, signal)
}

const hostOf = (address: URL): string => address.hostname.replace(/^\[|\]$/g, '')
/** An address in figures, as URL writes them all: Node's own question takes milliseconds the first time. */
const isLiteral = (host: string): boolean => /^[\d.]+$|:/.test(host)

async function answerOf(address: URL, machines: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const { request } = await (address.protocol === 'https:' ? import('node:https') : import('node:http'))
  return new Promise((done, failed) => {
    const asked = request(
      {
        // Name and password of the address stay out of it.
        hostname: hostOf(address),
        port: address.port === '' ? undefined : Number(address.port),
        path: address.pathname + address.search,
        headers: { accept: 'image/*', 'user-agent': 'talkback' },
        agent: false,
        lookup: only(machines),
        signal,
      },
      done,
    )
    asked.on('error', failed)
    asked.end()
  })
}

/** No name is asked for again: it could have moved by now. */
function only(machines: readonly string[]): LookupFunction {
  const known = machines.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  return (_host, options, callback) => {
    const [first] = known
    if (options.all || first === undefined) callback(null, known)
    else callback(null, first.address, first.family)
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
