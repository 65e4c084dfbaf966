/** Where a server listens → the addresses that lead to it, for people: here, and from elsewhere in the room. */
import { hostname, networkInterfaces } from 'node:os'
import { isLoopbackAddress } from './guard.js'

const EVERYWHERE: readonly string[] = ['0.0.0.0', '::']

/** `http://127.0.0.1:4400`, without a path. */
export const addressAt = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** For the one who started it. */
export const ownAddress = (host: string, port: number): string =>
  addressAt(EVERYWHERE.includes(host) ? '127.0.0.1' : host, port)

/** For others; undefined when only this machine is listened to. */
export function roomAddress(host: string, port: number): string | undefined {
  if (host === 'localhost' || isLoopbackAddress(host)) return undefined
  if (!EVERYWHERE.includes(host)) return addressAt(host, port)
  const outward = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const found = outward.find(({ family, internal }) => family === 'IPv4' && !internal)
  return found && addressAt(found.address, port)
}

/** Names that may stand in an address that leads here, beside numbers and those of the loopback. */
export function namesHere(host: string): readonly string[] {
  const own = hostname().toLowerCase()
  return [host.toLowerCase(), own, `${own}.local`]
}
