/** Where a server listens, and the networks of its machine → the address that others are told. */
import type { networkInterfaces } from 'node:os'
import { expect, it } from 'vitest'
import { isOwnAlone, namesHere, ownAddress, roomAddress } from '../../src/serve/addresses.js'
import { isOurHost } from '../../src/serve/guard.js'

type Interfaces = ReturnType<typeof networkInterfaces>
const common = { netmask: '', mac: '', cidr: null }
const loopback = { ...common, address: '127.0.0.1', family: 'IPv4', internal: true } as const
const cable = { ...common, address: '192.168.1.7', family: 'IPv4', internal: false } as const
const local = { ...common, address: 'fe80::1', family: 'IPv6', internal: false, scopeid: 2 } as const
const wide = { ...common, address: '2001:db8::7', family: 'IPv6', internal: false, scopeid: 0 } as const

const all: Interfaces = { lo: [loopback], eth0: [local, wide, cable] }

it.each([
  ['127.0.0.1', all, undefined],
  ['localhost', all, undefined],
  ['0.0.0.0', all, 'http://192.168.1.7:4400'],
  ['::', { eth0: [local, wide] }, 'http://[2001:db8::7]:4400'],
  ['0.0.0.0', { lo: [loopback] }, undefined],
  ['0.0.0.0', { lo: [loopback], eth0: [local] }, undefined],
  ['192.168.1.9', all, 'http://192.168.1.9:4400'],
])('%s', (host, interfaces, address) => expect(roomAddress(host, 4400, interfaces)).toBe(address))

it('a machine in no network that would listen to others is told otherwise than one that listens to itself alone', () => {
  expect([isOwnAlone('127.0.0.1'), isOwnAlone('::1'), isOwnAlone('0.0.0.0')]).toEqual([true, true, false])
})

it.each([
  ['127.0.0.1', 'http://127.0.0.1:4400/'],
  ['localhost', 'http://localhost:4400/'],
  ['talk.localhost', 'http://talk.localhost:4400/'],
  ['0.0.0.0', 'http://127.0.0.1:4400/'],
  ['::1', 'http://[::1]:4400/'],
  ['laptop', 'http://laptop:4400/'],
  ['192.168.1.9', 'http://192.168.1.9:4400/'],
])('who listens to %s is told an address that is ours', (host, address) => {
  const keys = { author: 'aaa', remote: 'rrr', guest: 'ggg' }
  expect(ownAddress(host, 4400)).toBe(address)
  const house = { port: 4400, names: namesHere(host), keys, open: false }
  expect(isOurHost(new URL(address).host, house)).toBe(true)
})
