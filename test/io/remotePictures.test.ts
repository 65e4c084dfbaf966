import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openCache } from '../../src/io/cache.js'
import type { Internet } from '../../src/io/pictures/ask.js'
import { getPictures, type PictureOptions } from '../../src/io/pictures/getPictures.js'
import { png } from './drawnPictures.js'
import { folderWith } from './folders.js'

const HOUR = 3_600_000

/** An internet with one machine, on which every host lies that does not start with `no`. */
async function internetWith(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`)
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const internet: Internet = {
    resolve: async (host) => {
      if (host.startsWith('no')) throw Object.assign(new Error('no host'), { code: 'ENOTFOUND' })
      return [host === 'inner.test' ? '10.0.0.1' : '127.0.0.1']
    },
    allows: (given) => given === '127.0.0.1',
  }
  const folder = await folderWith()
  const get = async (sources: readonly string[], options: Partial<PictureOptions> = {}) => {
    const { pictures, findings } = await getPictures(
      sources.map((src) => ({ src: src.replace('PORT', String(port)), lines: [1, 1] })),
      {
        folder,
        cache: openCache('pictures', join(folder, 'cache')),
        offline: false,
        refresh: false,
        pictures: 'fit',
        now: 0,
        internet,
        ...options,
      },
    )
    const outcomes = [...pictures.values()].map((picture) =>
      picture.state === 'ready' ? `${picture.width}×${picture.height}` : picture.reason,
    )
    return { outcomes, codes: findings.map(({ code }) => code) }
  }
  return { get, asked, port }
}

describe('what an answer comes to', () => {
  const answers: RequestListener = (request, response) => {
    const [, kind = ''] = (request.url ?? '').split('/')
    if (kind === 'ok') response.end(png(30, 20))
    else if (kind === 'moved') response.writeHead(302, { location: '/ok/1.png' }).end()
    else if (kind === 'loop') response.writeHead(302, { location: '/loop' }).end()
    else if (kind === 'inner') response.writeHead(301, { location: 'http://inner.test/a.png' }).end()
    else if (kind === 'file') response.writeHead(301, { location: 'file:///etc/passwd' }).end()
    else if (kind === 'page') response.end('<html>')
    else if (kind === 'large') response.end(Buffer.concat([png(1, 1), Buffer.alloc(65 * 1024 * 1024)]))
    else if (kind === 'cut') {
      response.writeHead(200, { 'content-length': 1000 }).write('x')
      setTimeout(() => response.destroy(), 20)
    } else response.writeHead(404).end()
  }
  test.each([
    ['http://a.test:PORT/ok/1.png', '30×20', undefined],
    ['http://user:word@a.test:PORT/ok/1.png#part', '30×20', undefined],
    ['http://a.test:PORT/moved', '30×20', undefined],
    ['http://a.test:PORT/loop', 'redirected too often', 'picture-unreachable'],
    ['http://a.test:PORT/inner', 'a private address', 'picture-refused'],
    ['http://a.test:PORT/file', 'not http or https', 'picture-refused'],
    ['http://a.test:PORT/none', 'answered 404', 'picture-unreachable'],
    ['http://a.test:PORT/page', 'not a picture that browsers show', 'picture-refused'],
    ['http://a.test:PORT/large', 'larger than 64 MB', 'picture-refused'],
    ['http://a.test:PORT/cut', 'the connection broke', 'picture-unreachable'],
    ['http://no.test/a.png', 'host not found', 'picture-unreachable'],
    ['//no.test/a.png', 'host not found', 'picture-unreachable'],
    ['http://a.test:1/a.png', 'host refused the connection', 'picture-unreachable'],
    ['http://inner.test/a.png', 'a private address', 'picture-refused'],
    ['http://169.254.169.254/latest/meta-data', 'a private address', 'picture-refused'],
    ['http://[::1]:PORT/ok/1.png', 'a private address', 'picture-refused'],
    ['http://2130706434/ok/1.png', 'a private address', 'picture-refused'],
    ['http://', 'not an address', 'picture-unreachable'],
  ])('%s → %s', async (source, outcome, code) => {
    const { get } = await internetWith(answers)
    expect(await get([source])).toEqual({ outcomes: [outcome], codes: code === undefined ? [] : [code] })
  })
})

describe('asking once', () => {
  const ok: RequestListener = (_, response) => void response.end(png(30, 20))
  const gone: RequestListener = (_, response) => void response.writeHead(404).end()
  const URL = 'http://a.test:PORT/a.png'

  test('a picture is kept for ever', async () => {
    const { get, asked } = await internetWith(ok)
    for (const now of [0, 1000 * HOUR]) expect((await get([URL, URL], { now })).outcomes).toEqual(['30×20'])
    expect(await get([URL], { offline: true })).toEqual({ outcomes: ['30×20'], codes: [] })
    expect(asked).toEqual(['a.test/a.png'])
    await get([URL], { refresh: true })
    expect(asked).toHaveLength(2)
  })

  test('a failure is remembered for an hour, unless asked to refresh', async () => {
    const { get, asked } = await internetWith(gone)
    await get([URL], { now: 0 })
    expect((await get([URL], { now: HOUR - 1 })).outcomes).toEqual(['answered 404'])
    expect(asked).toHaveLength(1)
    await get([URL], { now: 1, refresh: true })
    expect(asked).toHaveLength(2)
    await get([URL], { now: HOUR + 2 })
    expect(asked).toHaveLength(3)
  })

  test('offline nothing is asked', async () => {
    const { get, asked } = await internetWith(ok)
    expect(await get([URL], { offline: true, refresh: true })).toEqual({
      outcomes: ['not fetched yet, and offline'],
      codes: ['picture-unreachable'],
    })
    expect(asked).toEqual([])
  })

  test('when refreshing fails, the picture of before stays', async () => {
    let there = true
    const { get } = await internetWith((request, response) => (there ? ok : gone)(request, response))
    await get([URL])
    there = false
    expect(await get([URL], { refresh: true })).toEqual({ outcomes: ['30×20'], codes: [] })
  })

  test('a dead host is asked about once, not for each of its pictures, nor for new ones within the hour', async () => {
    const { get } = await internetWith(ok)
    let looked = 0
    const internet: Internet = {
      resolve: async () => {
        looked++
        throw Object.assign(new Error('no host'), { code: 'ENOTFOUND' })
      },
      allows: () => true,
    }
    const sources = Array.from({ length: 40 }, (_, index) => `https://dead.test/${index}.png`)
    const { outcomes } = await get(sources, { internet })
    expect(new Set(outcomes)).toEqual(new Set(['host not found']))
    expect(looked).toBeLessThanOrEqual(6)
    const before = looked
    await get(['https://dead.test/another.png'], { internet })
    expect(looked).toBe(before)
  })
})

test('a silent host is given up on, and so is one that falls silent; the others are not affected', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  let answered = false
  const { get, asked } = await internetWith((request, response) => {
    if (request.headers.host?.startsWith('half')) response.writeHead(200).write('x')
    if (!request.headers.host?.startsWith('alive')) return
    response.on('finish', () => {
      answered = true
    })
    response.end(png(30, 20))
  })
  let given: readonly string[] | undefined
  const getting = get([
    'http://silent.test:PORT/1.png',
    'http://half.test:PORT/2.png',
    'http://alive.test:PORT/3.png',
    'http://silent.test:PORT/4.png',
  ]).then(({ outcomes }) => {
    given = outcomes
  })
  while (asked.length < 4 || !answered) await wait(1)
  // Three seconds and what has been heard; in between, answers come in.
  for (let tick = 0; tick < 29; tick++) {
    vi.advanceTimersByTime(100)
    await wait(1)
  }
  expect(given).toBeUndefined()
  for (let tick = 0; tick < 6; tick++) vi.advanceTimersByTime(100)
  await getting
  expect(given).toEqual(['host did not answer', 'host did not answer', '30×20', 'host did not answer'])
})
