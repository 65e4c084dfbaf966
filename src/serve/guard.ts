/** What a request says of itself → whether this server may answer it, and as whom it asks. Pure. */
import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { LiveRole } from '../model/live.js'

/** Who may ask for what: a word each, not to be guessed. */
export type Keys = Readonly<Record<LiveRole, string>>

export interface Asking {
  /** `Host` as sent. */
  readonly host: string | undefined
  /** `Origin` as sent: of a socket, and of whatever a page does to another. */
  readonly origin: string | undefined
  /** Address of the other end. */
  readonly from: string | undefined
  /** The key it brought, in its address or in a cookie. */
  readonly key: string | undefined
}

export interface House {
  readonly port: number
  /** Names that lead here, beside those of the loopback and numbers: `laptop.local`. */
  readonly names: readonly string[]
  readonly keys: Keys
  /** Whoever sits at this machine may follow without a key. */
  readonly open: boolean
}

/** Another site that had its own name lead here would still send that name. Numbers can't be made to lead elsewhere. */
export function isOurHost(host: string | undefined, { port, names }: House): boolean {
  const parsed = hostOf(host)
  if (parsed === undefined || parsed.port !== String(port)) return false
  const { name } = parsed
  return isIP(name) !== 0 || isLoopbackName(name) || names.includes(name)
}

/** A page of ours, or nobody's: typed in, or opened by a program. */
export const isOurOrigin = (origin: string | undefined, host: string | undefined): boolean =>
  origin === undefined || origin.toLowerCase() === `http://${host?.toLowerCase()}`

/**
 * Whether a page of ours asks: it says where it comes from. A cookie alone shows nothing, as pages of other servers on
 * this machine send it along.
 */
export const isOurPage = ({ host, origin }: Asking, house: House): boolean =>
  origin !== undefined && isOurHost(host, house) && isOurOrigin(origin, host)

/** @returns undefined when none of the keys is that one */
export const roleWith = (key: string, keys: Keys): LiveRole | undefined =>
  (['author', 'remote', 'guest'] as const).find((role) => isSame(key, keys[role]))

/** @returns undefined when it may see nothing */
export function roleOf({ host, from, key }: Asking, { keys, open }: House): LiveRole | undefined {
  const given = key === undefined ? undefined : roleWith(key, keys)
  if (given !== undefined) return given
  // This machine may have other users, and tunnels that lead here: they look on at most.
  return open && isLoopbackAddress(from) && isAtHome(host) ? 'guest' : undefined
}

/** Whether it was asked for by a name that only this machine has. */
export const isAtHome = (host: string | undefined): boolean => isOwnName(hostOf(host)?.name ?? '')

/** A tunnel to elsewhere comes from here as well, under another name. */
const isOwnName = (name: string): boolean => isLoopbackName(name) || isLoopbackAddress(name)

/** Takes as long whether it is nearly right or quite wrong. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function hostOf(host: string | undefined): { readonly name: string; readonly port: string } | undefined {
  const [, bracketed, plain, port = '80'] = /^(?:\[([\da-f:.]+)\]|([^\s:/@[\]]+))(?::(\d+))?$/i.exec(host ?? '') ?? []
  const name = (bracketed ?? plain)?.toLowerCase()
  return name === undefined ? undefined : { name, port }
}

const isLoopbackName = (name: string): boolean => name === 'localhost' || name.endsWith('.localhost')

export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && (/^(?:::ffff:)?127\./i.test(address) || address === '::1')
