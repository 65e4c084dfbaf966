/** Where a server listens → the addresses that lead to it, for people: here, and from elsewhere in the room. */
import { hostname, networkInterfaces } from 'node:os'
import { isLoopbackAddress } from './guard.js'

const EVERYWHERE: readonly string[] = ['0.0.0.0', '::']

/** `http://127.0.0.1:4400`, without a path. */
const addressAt = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** For the one who started it. */
export const ownAddress = (host: string, port: number): string =>
  `${addressAt(EVERYWHERE.includes(host) ? '127.0.0.1' : host, port)}/`

/** Whether nobody but this machine is listened to. */
export const isOwnAlone = (host: string): boolean => host === 'localhost' || isLoopbackAddress(host)

/** For others; undefined when only this machine is listened to, or when it is in no network. */
export function roomAddress(host: string, port: number, interfaces = networkInterfaces()): string | undefined {
  if (isOwnAlone(host)) return undefined
  if (!EVERYWHERE.includes(host)) return addressAt(host, port)
  const outward = Object.values(interfaces).flatMap((each) => each ?? [])
  const families = host === '::' ? ['IPv4', 'IPv6'] : ['IPv4']
  // Addresses that hold for one cable only lead nowhere without its name.
  const found = families
    .map((each) => outward.find(({ family, internal, scopeid }) => family === each && !internal && !scopeid))
    .find((each) => each !== undefined)
  return found && addressAt(found.address, port)
}

/** Names that may stand in an address that leads here, beside numbers and those of the loopback. */
export function namesHere(host: string): readonly string[] {
  const own = hostname().toLowerCase()
  return [host.toLowerCase(), own, `${own}.local`]
}
