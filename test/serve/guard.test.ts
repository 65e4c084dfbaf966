import { describe, expect, it } from 'vitest'
import { type House, isOurHost, isOurOrigin, roleOf } from '../../src/serve/guard.js'

const keys = { author: 'a'.repeat(22), remote: 'r'.repeat(22), guest: 'g'.repeat(22) }
const house: House = { port: 4400, names: ['laptop.local'], keys, open: false }

describe('who may ask', () => {
  it.each([
    'localhost:4400',
    'talk.localhost:4400',
    '127.0.0.1:4400',
    '[::1]:4400',
    '192.168.1.7:4400',
    'LAPTOP.local:4400',
  ])('%s is ours', (host) => expect(isOurHost(host, house)).toBe(true))
  it.each([
    undefined,
    '',
    'evil.com:4400',
    'localhost:4401',
    'localhost',
    'localhost.evil.com:4400',
    'evil-localhost:4400',
    'evil.com:4400@localhost:4400',
    'localhost:4400 evil.com',
  ])('%s is not', (host) => expect(isOurHost(host, house)).toBe(false))

  it.each([
    [undefined, true],
    ['http://localhost:4400', true],
    ['http://localhost:4401', false],
    ['https://evil.com', false],
    ['null', false],
  ])('a page from %s: %s', (origin, fine) => expect(isOurOrigin(origin, 'localhost:4400')).toBe(fine))

  const asking = { host: 'localhost:4400', origin: undefined, from: '127.0.0.1', key: undefined }
  it.each([
    ['at this machine', asking, undefined],
    ['at this machine, with their key', { ...asking, key: keys.author }, 'author'],
    ['at this machine, with a key', { ...asking, key: keys.guest }, 'guest'],
    ['from the room, without a key', { ...asking, host: '192.168.1.7:4400', from: '192.168.1.9' }, undefined],
    ['from the room, with half a key', { ...asking, from: '192.168.1.9', key: 'gggg' }, undefined],
    ['from the room, as a guest', { ...asking, from: '192.168.1.9', key: keys.guest }, 'guest'],
    ['from the room, as a remote', { ...asking, from: '192.168.1.9', key: keys.remote }, 'remote'],
    ['through a tunnel under another name', { ...asking, host: 'laptop.local:4400' }, undefined],
  ])('%s', (_, who, role) => expect(roleOf(who, house)).toBe(role))

  it.each([
    ['at this machine', asking, 'guest'],
    ['at this machine, with half a key', { ...asking, key: 'aaaa' }, 'guest'],
    ['over IPv6', { ...asking, host: '[::1]:4400', from: '::1' }, 'guest'],
    ['over IPv4 in IPv6', { ...asking, from: '::ffff:127.0.0.1' }, 'guest'],
    ['from the room', { ...asking, host: '192.168.1.7:4400', from: '192.168.1.9' }, undefined],
    ['from the room, under a name of the loopback', { ...asking, from: '192.168.1.9' }, undefined],
    ['through a tunnel under another name', { ...asking, host: 'laptop.local:4400' }, undefined],
  ])('where pages are in step, %s', (_, who, role) => expect(roleOf(who, { ...house, open: true })).toBe(role))
})
