/** The server as anyone on the network may see it: only decks, only to those who may, whatever they send. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { UserError } from '../../src/errors.js'
import type { LiveMessage, PageMessage } from '../../src/model/live.js'
import { openLiveDeck } from '../../src/pipeline/liveDeck.js'
import { type ServeOptions, type Serving, serve } from '../../src/serve/serve.js'
import type { Session } from '../../src/serve/session.js'
import type { MakeExports } from '../../src/serve/source.js'
import { eventually } from '../eventually.js'
import { folderWith } from '../io/folders.js'

const text = '---\nlang: en\n---\n\n# Talk\n\n## One\n\n- first\n\n## Two\n\n- second\n\n## Three\n\n- third\n'

async function open(
  options: Partial<ServeOptions> & { readonly make?: MakeExports } = {},
  names: readonly string[] = ['talk'],
) {
  const { make, ...house } = options
  const files = Object.fromEntries(names.map((name) => [`${name}.md`, text]))
  const folder = await folderWith({ ...files, 'secret.txt': 'secret' })
  const edits: string[] = []
  const edit = async (_: string, line: number) => {
    edits.push(String(line))
    return undefined
  }
  const decks = names.map((name) => {
    const notes = join(folder, `${name}.md`)
    const source = openLiveDeck({ notes, offline: true, refresh: false })
    return { name, notes, source, ...(make ? { make } : {}) }
  })
  const serving = await serve(decks, { host: '127.0.0.1', follow: false, sync: true, edit, ...house })
  onTestFinished(() => serving.close())
  return { serving, folder, notes: join(folder, `${names[0]}.md`), edits }
}

interface Got {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

type Who = 'author' | 'remote' | 'guest' | 'nobody'

/** What a browser has kept that opened the address meant for them. */
function cookieOf({ address, own, keyed }: Serving, who: Who): Record<string, string> {
  if (who === 'nobody') return {}
  const key = new URLSearchParams(who === 'author' ? own : keyed[who]).get('key')
  return { cookie: `talkback-${new URL(address).port}=${key}` }
}

/** As the author, if `headers` say nothing else. Paths are sent as they are, dots and all. */
function get(serving: Serving, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { hostname, port, host } = new URL(serving.address)
  const all = { host, ...cookieOf(serving, 'author'), ...headers }
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: all }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part) => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', reject).end()
  })
}

const socketIn = ({ body }: Got): string => {
  const data: unknown = JSON.parse(/id="live-data">(.*?)<\/script>/.exec(body)?.[1] ?? 'null')
  return typeof data === 'object' && data !== null && 'socket' in data ? String(data.socket) : ''
}

function listenTo(serving: Serving, path: string, who: Who = 'author', origin = new URL(serving.address).origin) {
  const headers = cookieOf(serving, who)
  const socket = new WebSocket(`${serving.address.replace('http', 'ws')}${path}`, { origin, headers })
  const heard: LiveMessage[] = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data))))
  onTestFinished(() => socket.terminate())
  const opened = new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  return { socket, heard, opened, say: (message: PageMessage | string) => socket.send(JSON.stringify(message)) }
}

describe('what is served', () => {
  it('the page, its files, and nothing else, however it is asked for', async () => {
    const { serving } = await open()
    const page = await get(serving, '/')
    expect(page.body).toContain('<section class="slide" id="two"')
    expect((await get(serving, '/assets/deck.css?1')).status).toBe(200)
    const outside = [
      'secret.txt',
      '../secret.txt',
      '..%2fsecret.txt',
      '%2e%2e/secret.txt',
      '..%5csecret.txt',
      'talk.md',
    ]
    const odd = ['%', '%00', 'assets/', 'assets/../../secret.txt', '//secret.txt', 'constructor', 'live/socket']
    for (const path of [...outside, ...odd]) {
      const { status, body } = await get(serving, `/${path}`)
      expect([400, 403, 404], path).toContain(status)
      expect(body, path).not.toContain('secret')
    }
    expect((await get(serving, '/', {}, 'PUT')).status).toBe(405)
  })

  it('nothing to another site, by whatever name it comes', async () => {
    const { serving } = await open()
    const { port } = new URL(serving.address)
    expect((await get(serving, '/', { host: `evil.com:${port}` })).status).toBe(403)
    expect((await get(serving, '/', { origin: 'http://evil.com' })).status).toBe(403)
    const path = socketIn(await get(serving, '/'))
    expect(await listenTo(serving, path, 'author', 'http://evil.com').opened).toBe(false)
    expect(await listenTo(serving, path).opened).toBe(true)
  })

  it('a picture with a script in it can do nothing, opened by itself', async () => {
    const { serving, folder, notes } = await open()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    await writeFile(join(folder, 'a.svg'), svg)
    await writeFile(notes, text.replace('- first', '![a](a.svg)'))
    const found = await eventually(async () => {
      const [path] = /pictures\/[\w-]+\.svg/.exec((await get(serving, '/')).body) ?? []
      expect(path).toBeDefined()
      return get(serving, `/${path}`)
    })
    expect(found.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  })

  it('a list of decks, when there are several', async () => {
    const { serving, notes } = await open({}, ['day1', 'day2'])
    const list = await get(serving, '/')
    expect(list.body).toContain('href="day2/"')
    expect(list.body).toContain(notes)
    expect((await get(serving, '/day2/')).body).toContain('id="two"')
    for (const path of ['/day3/', '/day2', '/-/', '/-/decks.css', '/-/../day1', '/live/live.js', '/day1/../secret.txt'])
      expect((await get(serving, path)).status, path).toBe(404)
    // Guests see what there is, not where it lies.
    const asGuest = await get(serving, '/', cookieOf(serving, 'guest'))
    expect(asGuest.body).toContain('href="day2/"')
    expect(asGuest.body.replace(/<script>[\s\S]*/, '')).toContain('open the address that `talkback serve` has printed')
    // The words that its script may say aside.
    expect(list.body.replace(/<script>[\s\S]*/, '')).not.toContain('You are looking on')
    expect(asGuest.body).not.toContain(notes)
  })

  it('a picture of each deck: its first slides alone, with a script that only draws them', async () => {
    const { serving, notes } = await open({}, ['day1', 'day2'])
    await writeFile(notes, `${text}\n## Four\n\n- 4\n\n## Five\n\n- 5\n\n## Six\n\n- 6\n`)
    await eventually(async () => expect((await get(serving, '/day1/')).body).toContain('id="six"'))
    const { body } = await get(serving, '/day1/card')
    expect(body.match(/<section class="slide"/g)).toHaveLength(4)
    expect(body.match(/<script/g)).toHaveLength(1)
  })

  it('the list is told when something on it is new, and not otherwise', async () => {
    const { serving, notes } = await open({ sync: false }, ['day1', 'day2'])
    // At once: a file that is read while it is written is another edit.
    const save = async (content: string) => {
      await writeFile(`${notes}~`, content)
      await rename(`${notes}~`, notes)
    }
    const socketOf = ({ body }: Got): string => /data-socket="([^"]+)"/.exec(body)?.[1] ?? ''
    const page = listenTo(serving, socketOf(await get(serving, '/')))
    await eventually(() => expect(page.heard).toEqual([{ kind: 'decks' }]))
    const deck = listenTo(serving, `day1/${socketIn(await get(serving, '/day1/'))}`)
    await deck.opened
    // Of characters that are there already: new ones come with fonts of their own, which change the list once more.
    const long = `${text}\n## Often\n\n- kind\n\n## Third\n\n- worn\n`
    await save(long)
    await eventually(() => expect(page.heard.length).toBeGreaterThan(1))
    const before = page.heard.length
    const edits = deck.heard.length
    // The list shows nothing of the fifth slide.
    await save(long.replace('- worn', '- torn'))
    await eventually(() => expect(deck.heard.length).toBeGreaterThan(edits))
    expect(page.heard).toHaveLength(before)
    await save(long.replace('# Talk', '# Other talk'))
    await eventually(() => expect(page.heard.length).toBeGreaterThan(before))
    expect((await get(serving, '/')).body).toContain('>Other talk</a>')
    const stranger = listenTo(serving, '-/socket', 'nobody')
    await eventually(() => expect(stranger.heard).toEqual([{ kind: 'reload' }]))
  })
})

describe('a key in an address', () => {
  it('goes into a cookie that no script reads, and out of the address', async () => {
    const { serving } = await open()
    const { port } = new URL(serving.address)
    for (const [who, query] of [
      ['author', serving.own],
      ['remote', serving.keyed.remote],
      ['guest', serving.keyed.guest],
    ] as const) {
      const { status, headers, body } = await get(serving, `/${query}&steps=1`, { cookie: '' })
      expect([status, headers['location']], who).toEqual([303, `${serving.address}?steps=1`])
      const { cookie } = cookieOf(serving, who)
      expect(headers['set-cookie']).toEqual([`${cookie}; Path=/; HttpOnly; SameSite=Strict`])
      expect(body).not.toContain('key=')
      const page = await get(serving, '/', { cookie: `other=1; ${cookie}; talkback-1${port}=x` })
      expect(page.body, who).toContain(`"role":"${who}"`)
      expect(page.headers).not.toHaveProperty('set-cookie')
      // Nor does the page hold it: what runs there can ask for what the page may, and take nothing away.
      expect(page.body).not.toContain(cookie?.split('=')[1])
    }
  })

  it('that is wrong opens nothing, whoever brings it, and the page says what does', async () => {
    const { serving } = await open()
    for (const path of ['/?key=guessed', '/?key=', `/?key=${'a'.repeat(32)}`, `/live/live.js?key=guessed`]) {
      const { status, headers, body } = await get(serving, path)
      expect([status, headers['set-cookie']], path).toEqual([403, undefined])
      expect(body).toContain('talkback serve')
    }
  })

  it('leads nowhere but here', async () => {
    const { serving } = await open()
    const { headers } = await get(serving, `//evil.com/${serving.own}`, { cookie: '' })
    expect(String(headers['location'])).toMatch(new RegExp(`^${serving.address}`))
    const { port } = new URL(serving.address)
    expect((await get(serving, `/${serving.own}`, { host: `evil.com:${port}` })).status).toBe(403)
  })

  it('may be good for one time: other users of the machine see what a program is started with', async () => {
    const { serving } = await open()
    const path = `/${serving.once()}`
    const { status, headers } = await get(serving, path, { cookie: '' })
    expect([status, String(headers['set-cookie'])]).toEqual([303, expect.stringContaining(serving.own.slice(5))])
    expect((await get(serving, path, { cookie: '' })).status).toBe(403)
  })
})

describe('who brings no key', () => {
  const remarks =
    '---\nlang: en\n---\n\n# Talk\n\n## One\n\n- first\n\nTODO: ask Mallory\n\n<!-- private remark -->\n\n## Two\n\n- second\n\n<!-- second remark -->\n'
  const forTheSpeaker = /private remark|second remark|third remark|Mallory|class="notes"/

  it('gets nothing but a page that says what to open; browsers that kept their cookie back ask again', async () => {
    const { serving } = await open({ sync: false })
    for (const path of ['/', '/index.html', '/card', '/assets/deck.css', '/live/live.js', '/export/x.pdf', '/x']) {
      const { status, body } = await get(serving, path, { cookie: '' })
      expect([status, body], path).toEqual([403, expect.stringContaining('talkback serve')])
      expect(body).not.toContain('http-equiv="refresh"')
    }
    const led = await get(serving, '/', { cookie: '', 'sec-fetch-site': 'cross-site' })
    expect(led.body).toContain('http-equiv="refresh"')
    expect(led.body).not.toContain('<section')
    const stranger = listenTo(serving, 'live/socket?round=1', 'nobody')
    await eventually(() => expect(stranger.heard).toEqual([{ kind: 'reload' }]))
  })

  it('looks on where pages are in step, at this machine alone', async () => {
    const { serving } = await open()
    const { port } = new URL(serving.address)
    expect((await get(serving, '/', { cookie: '' })).body).toContain('"role":"guest"')
    expect((await get(serving, '/', { cookie: '', host: `192.168.1.7:${port}` })).status).toBe(403)
  })

  it.each(['guest', 'nobody'] as const)('as %s: nothing that is for the speaker, now or later', async (who) => {
    const { serving, notes } = await open({}, ['day1', 'day2'])
    await writeFile(notes, remarks)
    await eventually(async () => expect((await get(serving, '/day1/')).body).toMatch(forTheSpeaker))
    for (const path of ['/', '/day1/', '/day1/index.html', '/day1/card', '/day1/?speaker=1', '/day1/?print']) {
      const { status, body } = await get(serving, path, { cookie: '', ...cookieOf(serving, who) })
      expect(status, path).toBe(200)
      expect(body, path).not.toMatch(forTheSpeaker)
    }
    const page = await get(serving, '/day1/', { cookie: '', ...cookieOf(serving, who) })
    const guest = listenTo(serving, `day1/${socketIn(page)}`, who)
    const author = listenTo(serving, `day1/${socketIn(page)}`)
    const remote = listenTo(serving, `day1/${socketIn(page)}`, 'remote')
    await Promise.all([guest.opened, author.opened, remote.opened])
    await writeFile(notes, remarks.replace('- second', '- second, and more').replace('second remark', 'third remark'))
    for (const page of [guest, author, remote])
      await eventually(() => expect(JSON.stringify(page.heard)).toContain('second, and more'))
    expect(JSON.stringify(guest.heard)).not.toMatch(forTheSpeaker)
    for (const page of [author, remote]) expect(JSON.stringify(page.heard)).toContain('third remark')
  })
})

describe('where is listened', () => {
  it.skipIf(process.platform !== 'linux')('on this machine alone, unless told otherwise', async () => {
    const { serving } = await open()
    const { port } = new URL(serving.address)
    const answers = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(Number(port), host, () => {
          resolve(true)
          socket.destroy()
        })
        socket.once('error', () => resolve(false))
      })
    expect(await answers('127.0.0.1')).toBe(true)
    // Every address of this machine but that one; the second is there on every Linux, whatever its network.
    const others = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
    const addresses = others.filter(({ address }) => address !== '127.0.0.1' && !address.startsWith('fe80'))
    for (const host of ['127.0.0.2', ...addresses.map(({ address }) => address)])
      expect(await answers(host), host).toBe(false)
    expect(serving.room).toBeUndefined()
  })
})

describe('what pages may say', () => {
  it('only the author opens the editor, and only where the notes have a slide', async () => {
    const { serving, edits } = await open()
    const page = await get(serving, '/')
    const [, key = ''] = /id="two"[^>]* data-key="(\w+)"/.exec(page.body) ?? []
    const author = listenTo(serving, socketIn(page))
    await author.opened
    author.say({ kind: 'edit-slide', key })
    author.say({ kind: 'edit-slide', key: '/etc/passwd' })
    author.say({ kind: 'edit-finding', index: 7 })
    author.say('nonsense')
    await eventually(() => expect(edits).toEqual(['11', '1']))
    for (const who of ['remote', 'guest', 'nobody'] as const) {
      const other = listenTo(serving, 'live/socket?round=1', who)
      await other.opened
      other.say({ kind: 'edit-slide', key })
      // An answer shows that what came before has been heard.
      await new Promise((pong) => other.socket.once('pong', pong).ping())
    }
    expect(edits).toHaveLength(2)
  })

  it('guests go along, and move nobody', async () => {
    const { serving } = await open()
    const author = listenTo(serving, socketIn(await get(serving, '/')))
    const guest = listenTo(serving, socketIn(await get(serving, '/', cookieOf(serving, 'guest'))), 'guest')
    await Promise.all([author.opened, guest.opened])
    guest.say({ kind: 'stand', place: { key: 'three', part: 1 }, shown: 0, black: true })
    author.say({ kind: 'stand', place: { key: 'two', part: 1 }, shown: 0, black: false })
    await eventually(() =>
      expect(guest.heard).toEqual([{ kind: 'stand', place: { key: 'two', part: 1 }, shown: 0, black: false }]),
    )
    expect(author.heard).toEqual([])
  })
})

describe('exports', () => {
  const kinds = '/export?kinds=pdf,pptx'
  const statesIn = (heard: readonly LiveMessage[]): readonly string[] =>
    heard.flatMap((message) => {
      if (message.kind !== 'export') return []
      return [message.export.state === 'working' ? message.export.text : message.export.state]
    })

  /** A deck whose exports take until they are let go. */
  async function openPress() {
    const asked: string[] = []
    let letGo = (_?: Error): void => {}
    let path = ''
    const make: MakeExports = async (wanted, onStage) => {
      asked.push(String(wanted))
      onStage('Printing')
      await new Promise<void>((done, fail) => {
        letGo = (error) => (error ? fail(error) : done())
      })
      const place = { file: 'talk.md', line: 1, column: 1, hint: '' } as const
      const error = { ...place, code: 'slide-overflow', severity: 'error', message: 'It is too much.' } as const
      return { files: [path], findings: [{ ...error, severity: 'warning' }, error] }
    }
    const opened = await open({ make })
    path = join(opened.folder, 'the talk.pdf')
    await writeFile(path, '%PDF-1.7 …')
    const page = await get(opened.serving, '/')
    const { origin } = new URL(opened.serving.address)
    const order = (headers: Record<string, string> = {}, way = kinds) =>
      get(opened.serving, way, { origin, ...headers }, 'POST')
    return { ...opened, page, order, asked, letGo: (error?: Error) => letGo(error) }
  }

  it('are made for the author alone, one at a time, and lie there to be taken', async () => {
    const { serving, page, order, asked, letGo } = await openPress()
    const author = listenTo(serving, socketIn(page))
    const guest = listenTo(serving, socketIn(page), 'guest')
    await Promise.all([author.opened, guest.opened])
    expect((await order()).status).toBe(202)
    expect((await order()).status).toBe(409)
    await eventually(() => expect(statesIn(author.heard)).toEqual(['Waiting for its turn', 'Printing']))
    letGo()
    await eventually(() => expect(author.heard.at(-1)).toMatchObject({ kind: 'export', export: { state: 'done' } }))
    expect(asked).toEqual(['pdf,pptx'])
    expect(author.heard.at(-1)).toMatchObject({
      export: {
        files: [{ name: 'the talk.pdf', address: 'export/the%20talk.pdf' }],
        errors: [{ severity: 'error', message: 'It is too much.' }],
      },
    })
    const made = await get(serving, '/export/the%20talk.pdf')
    expect([made.status, made.headers['content-type'], made.body]).toEqual([200, 'application/pdf', '%PDF-1.7 …'])
    expect(made.headers['content-security-policy']).not.toContain('sandbox')
    for (const who of ['guest', 'remote'] as const)
      expect((await get(serving, '/export/the%20talk.pdf', cookieOf(serving, who))).status).toBe(404)
    for (const path of ['secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', ''])
      expect((await get(serving, `/export/${path}`)).status, path).toBe(404)
    expect(guest.heard).toEqual([])
    // A page that comes later knows what was made.
    const later = listenTo(serving, socketIn(await get(serving, '/')))
    await eventually(() => expect(statesIn(later.heard)).toEqual(['done']))
  })

  it('that fail say why, and the next one is made', async () => {
    const { serving, page, order, asked, letGo } = await openPress()
    const author = listenTo(serving, socketIn(page))
    await author.opened
    await order()
    await eventually(() => expect(asked).toHaveLength(1))
    letGo(new UserError('There is no browser.', 'Get one.'))
    const failed = { state: 'failed', message: 'There is no browser.', hint: 'Get one.' }
    await eventually(() => expect(author.heard.at(-1)).toMatchObject({ export: failed }))
    expect((await order()).status).toBe(202)
  })

  it('are not made of notes that can not be shown: that would be another deck than the one on screen', async () => {
    const { page, serving, notes, order, asked } = await openPress()
    const author = listenTo(serving, socketIn(page))
    await author.opened
    await writeFile(notes, '')
    await eventually(() => expect(author.heard.at(-1)).toMatchObject({ kind: 'findings', broken: true }))
    const refused = await order()
    expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('mend them first')])
    await writeFile(notes, text)
    await eventually(() => expect(author.heard.at(-1)).toMatchObject({ kind: 'findings', broken: false }))
    expect((await order()).status).toBe(202)
    await eventually(() => expect(asked).toHaveLength(1))
  })

  it('are not for whoever can only send a request', async () => {
    const { serving, order, asked } = await openPress()
    const { port } = new URL(serving.address)
    const others = [cookieOf(serving, 'guest'), cookieOf(serving, 'remote'), { cookie: '' }]
    for (const headers of [...others, { cookie: `talkback-${port}=guessed` }, { cookie: `talkback-${port}=` }])
      expect((await order(headers)).status, JSON.stringify(headers)).toBe(403)
    expect((await order({ cookie: '' }, `${kinds}&${serving.own.slice(1)}`)).status).toBe(403)
    for (const origin of ['', 'null', 'http://evil.com', 'http://127.0.0.1:1'])
      expect((await order({ origin })).status, origin).toBe(403)
    expect((await order({ host: `evil.com:${port}`, origin: `http://evil.com:${port}` })).status).toBe(403)
    // Without an Origin no page has sent it.
    expect((await get(serving, kinds, {}, 'POST')).status).toBe(403)
    expect((await get(serving, kinds)).status).toBe(404)
    for (const way of ['/export', '/export?kinds=', '/export?kinds=pdf,exe', '/export?kinds=toString'])
      expect((await order({}, way)).status, way).toBe(400)
    expect((await order({}, '/other?kinds=pdf')).status).toBe(404)
    expect(asked).toEqual([])
  })

  it('are offered to no page but the author’s, and by no server that makes none', async () => {
    const { serving } = await openPress()
    expect((await get(serving, '/')).body).toContain('"exports"')
    for (const who of ['remote', 'guest', 'nobody'] as const)
      expect((await get(serving, '/', { cookie: '', ...cookieOf(serving, who) })).body).not.toContain('"exports"')
    const { serving: bare } = await open()
    expect((await get(bare, '/')).body).not.toContain('"exports"')
  })
})

describe('clients that are slow or broken', () => {
  it('hold up nobody', async () => {
    const { serving, notes } = await open()
    const { port } = new URL(serving.address)
    const open50 = (sent: string): void => {
      for (let count = 0; count < 50; count++) {
        const socket = connect(Number(port), '127.0.0.1').on('error', () => {})
        socket.pause().write(sent)
        onTestFinished(() => void socket.destroy())
      }
    }
    open50('GET / HTTP/1.1\r\nHost: ')
    open50(`GET /assets/deck.css HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
    const page = listenTo(serving, socketIn(await get(serving, '/')))
    await page.opened
    const loud = listenTo(serving, socketIn(await get(serving, '/')))
    await loud.opened
    loud.socket.send('x'.repeat(100_000))
    await writeFile(notes, (await readFile(notes, 'utf8')).replace('second', 'zweitens'))
    const edit = () => page.heard.find(({ kind }) => kind === 'deck')
    await eventually(() => expect(edit()).toMatchObject({ changes: [{ from: 2, gone: 1 }] }))
    expect(loud.socket.readyState).not.toBe(WebSocket.OPEN)
  })

  it('rounds count up by one, whatever is saved how fast', async () => {
    const { serving, notes } = await open()
    const page = listenTo(serving, socketIn(await get(serving, '/')))
    await page.opened
    for (let edit = 0; edit < 30; edit++) {
      await writeFile(notes, text.replace('second', `edit ${edit}`))
      if (edit % 7 === 0) await setTimeout(30)
    }
    await eventually(() => expect(JSON.stringify(page.heard)).toContain('edit 29'))
    const rounds = page.heard.flatMap((message) => (message.kind === 'deck' ? [message.round] : []))
    expect(rounds).toEqual(rounds.map((_, index) => index + 2))
  })
})

describe('while the notes are not all right', () => {
  const told = (message: LiveMessage): readonly string[] =>
    message.kind === 'findings' ? message.findings.map(({ line, message: text }) => `${line} ${text}`) : []

  it('a picture that is missing is told once, as a build tells it, until it is there', async () => {
    const { serving, notes, folder } = await open()
    const page = listenTo(serving, socketIn(await get(serving, '/')))
    await page.opened
    await writeFile(notes, text.replace('- second', '![](p.svg)\n\n![](p.svg)'))
    const missing = ["13 Can't use the picture p.svg: no such file"]
    await eventually(() => expect(page.heard.flatMap(told)).toEqual(missing))
    await writeFile(join(folder, 'p.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    await eventually(() => expect(page.heard.at(-1)).toMatchObject({ kind: 'findings', findings: [] }))
    expect(page.heard.flatMap(told)).toEqual(missing)
  })

  it('the deck goes on with a slip in the front matter', async () => {
    const { serving, notes } = await open()
    const page = listenTo(serving, socketIn(await get(serving, '/')))
    await page.opened
    await writeFile(notes, text.replace('lang: en', 'lang: en\nduration: [45').replace('second', 'zweitens'))
    await eventually(() => expect(page.heard.flatMap(told).join('\n')).toMatch(/^3 Can't read this/))
    expect(page.heard.find(({ kind }) => kind === 'findings')).toMatchObject({ broken: false })
    expect(JSON.stringify(page.heard.find(({ kind }) => kind === 'deck'))).toContain('zweitens')
  })
})

describe('a template that goes away', () => {
  it('is told, and used again once it is back', async () => {
    const notes = text.replace('lang: en', 'lang: en\ntemplate: ./look')
    const folder = await folderWith({ 'talk.md': notes, 'look/template.yaml': 'extends: night\n' })
    const path = (name: string): string => join(folder, name)
    let now: Session | undefined
    const source = openLiveDeck({ notes: path('talk.md'), offline: true, refresh: false })
    const serving = await serve([{ name: 'talk', notes: path('talk.md'), source }], {
      host: '127.0.0.1',
      follow: false,
      sync: false,
      edit: async () => undefined,
      onRound: (session) => {
        now = session
      },
    })
    onTestFinished(() => serving.close())
    for (let time = 0; time < 2; time++) {
      await rename(path('look'), path('look2'))
      await eventually(() => expect(now?.state.findings[0]?.message).toContain('no template'))
      // Another one, so that it is seen to be back also by who never saw it gone.
      await writeFile(path('look2/template.yaml'), `extends: night\n# ${time}\n`)
      await rename(path('look2'), path('look'))
      await eventually(() => expect(now?.state.findings).toEqual([]))
    }
  })
})

it('a deck of other files than before takes the place of the one that has its name', async () => {
  const folder = await folderWith({ 'a.md': '# Ann', 'b.md': '# Bob', 'c.md': '# Cem' })
  const deckOf = (...names: readonly string[]) => {
    const joined = names.map((name) => join(folder, name))
    const notes = join(folder, 'index.md')
    const source = openLiveDeck({ notes, joined, offline: true, refresh: false })
    return { name: 'all', notes, joined: joined.join(), source }
  }
  const serving = await serve([deckOf('a.md', 'b.md')], {
    host: '127.0.0.1',
    follow: false,
    sync: false,
    edit: async () => undefined,
  })
  onTestFinished(() => serving.close())
  expect((await get(serving, '/')).body).not.toContain('Cem')
  await serving.change([deckOf('a.md', 'b.md', 'c.md')])
  expect((await get(serving, '/')).body).toContain('Cem')
})

describe('of several decks one that can not be made', () => {
  it('is told, and the others are served', async () => {
    const folder = await folderWith({ 'good.md': text, 'bad.md': text })
    await writeFile(join(folder, 'bad.md'), Uint8Array.from([0, 1, 2, 3]))
    const decks = ['bad', 'good'].map((name) => {
      const notes = join(folder, `${name}.md`)
      return { name, notes, source: openLiveDeck({ notes, offline: true, refresh: false }) }
    })
    const options = { host: '127.0.0.1', follow: false, sync: false, edit: async () => undefined }
    const serving = await serve(decks, options)
    onTestFinished(() => serving.close())
    expect([...serving.faults.keys()]).toEqual([join(folder, 'bad.md')])
    expect((await get(serving, '/good/')).status).toBe(200)
    await writeFile(join(folder, 'bad.md'), text)
    expect([...(await serving.change(decks))]).toEqual([])
    expect((await get(serving, '/bad/')).status).toBe(200)
    await writeFile(join(folder, 'bad.md'), Uint8Array.from([0, 1, 2, 3]))
    const [bad] = decks.map((deck) => ({ ...deck, source: openLiveDeck({ ...deck, offline: true, refresh: false }) }))
    await expect(serve(bad ? [bad] : [], options)).rejects.toBeInstanceOf(UserError)
  })
})
