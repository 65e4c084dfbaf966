/** A server, a host and maybe a port → listening there, or on a free port when none was named and the usual one is taken. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UserError } from '../errors.js'

const USUAL = 4400
const ATTEMPTS = 20

/**
 * @param port the one that was named; undefined for the usual one or a free one after it
 * @returns the port
 * @throws UserError the port is taken, or may not be used; no such host
 */
export async function listen(server: Server, host: string, port: number | undefined): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    const tried = port ?? (attempt < ATTEMPTS ? USUAL + attempt : 0)
    try {
      await bind(server, host, tried)
      return portOf(server.address())
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      const isTaken = code === 'EADDRINUSE' || code === 'EACCES'
      if (port === undefined && isTaken && tried !== 0) continue
      throw listenFault(code, host, tried) ?? error
    }
  }
}

const bind = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' ? (address?.port ?? 0) : 0

function listenFault(code: unknown, host: string, port: number): UserError | undefined {
  if (code === 'EADDRINUSE') return new UserError(`Port ${port} is taken.`, 'Name another one, or leave --port out.')
  if (code === 'EACCES') return new UserError(`You may not use port ${port}.`, 'Name one above 1023.')
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UserError(`${host} is no address of this machine.`, 'Give one that it has, or 0.0.0.0 for all of them.')
  return undefined
}
