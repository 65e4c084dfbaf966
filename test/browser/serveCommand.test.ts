/** `talkback serve` as it is typed: what it says, what it makes, and what is left of it when it is stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { LiveData, LiveExport } from '../../src/model/live.js'
import { eventually } from '../eventually.js'

const bin = join(dirname(fileURLToPath(import.meta.url)), '../../bin/talkback.js')

let folder: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkback-serve-'))
  mkdirSync(join(folder, 'temporary'))
  writeFileSync(join(folder, 'x.md'), '# X\n\n## A\n\nfirst text\n\n## B\n\n- second\n')
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill('SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Runs until it is stopped; `told` is all that it says. */
const start = (...args: readonly string[]) => startIn(folder, ...args)

async function startIn(cwd: string, ...args: readonly string[]) {
  const temporary = join(folder, 'temporary')
  // A test may have put a program of its own there.
  const PATH = [folder, process.env['PATH']].join(delimiter)
  const env = { ...process.env, PATH, TMPDIR: temporary, TEMP: temporary, TALKBACK_CACHE_DIR: join(folder, 'cache') }
  const server = spawn(process.execPath, [bin, 'serve', '--offline', ...args], { cwd, env })
  children.push(server)
  let [told, results] = ['', '']
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    results += text
  })
  const ended = new Promise<number | null>((resolve) => server.once('close', resolve))
  await eventually(() => expect(results !== '' || server.exitCode !== null).toBe(true))
  const printed = results.trim()
  const [address = ''] = printed.split('?')
  return {
    printed,
    address,
    /** As a browser that has opened what was printed. */
    get: async (url = address) => fetch(url, { headers: await authorsHeaders(printed) }),
    told: () => told,
    ended,
    stop() {
      server.kill('SIGINT')
      return ended
    },
  }
}

async function authorsHeaders(printed: string): Promise<Record<string, string>> {
  const { headers } = await fetch(printed, { redirect: 'manual' })
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';')
  return { cookie }
}

/** As the author's page would: orders, and hears what comes of it. */
async function openPage({ address, printed }: { readonly address: string; readonly printed: string }) {
  const { origin } = new URL(address)
  const headers = await authorsHeaders(printed)
  const html = await (await fetch(address, { headers })).text()
  const data: LiveData = JSON.parse(/id="live-data">(.*?)<\/script>/.exec(html)?.[1] ?? '')
  const socket = new WebSocket(`${address.replace('http', 'ws')}${data.socket}`, { origin, headers })
  const states: LiveExport[] = []
  socket.on('message', (text) => {
    const message = JSON.parse(String(text))
    if (message.kind === 'export') states.push(message.export)
  })
  await new Promise((open, fail) => socket.once('open', open).once('error', fail))
  const order = (kinds: string) =>
    fetch(`${address}${data.exports}?kinds=${kinds}`, { method: 'POST', headers: { ...headers, origin } })
  return { states, order }
}

// Windows has no such signal between processes: kill() ends the process there and then.
describe.skipIf(process.platform === 'win32')('talkback serve', () => {
  it('lists notes that come into a folder, and no longer those that go', async () => {
    mkdirSync(join(folder, 'talks'))
    const write = (name: string): void =>
      writeFileSync(join(folder, 'talks', name), `# Talk of ${name}\n\n## A\n\ntext\n`)
    write('a.md')
    const { get, told, stop } = await start('talks')
    const listed = async () => (await get()).text()
    expect(await listed()).toContain('Talk of a.md')
    write('b.md')
    await eventually(async () => expect(await listed()).toMatch(/Talk of a\.md[\s\S]*Talk of b\.md/))
    rmSync(join(folder, 'talks', 'a.md'))
    await eventually(async () => expect(await listed()).not.toContain('<h2>'))
    expect(told()).toContain('b.md is new.')
    expect(told()).toContain('a.md is gone; its deck stays as it was.')
    expect(await stop()).toBe(0)
  })

  it('outlives the folder that it was started in, and serves from the one that takes its place', async () => {
    const here = join(folder, 'here')
    const write = (text: string): void => {
      mkdirSync(here)
      writeFileSync(join(here, 'x.md'), `# X\n\n## A\n\n${text}\n`)
    }
    write('first text')
    const server = await startIn(here, 'x.md', '--follow')
    const { get, told, stop } = server
    const shown = async () => (await get()).text()
    for (const text of ['second text', 'third text']) {
      rmSync(here, { recursive: true })
      await eventually(() => expect(told()).toMatch(/There is no x.md/))
      write(text)
      await eventually(async () => expect(await shown()).toContain(text))
    }
    const page = await openPage(server)
    expect((await page.order('pdf')).status).toBe(202)
    await eventually(() => expect(page.states.at(-1)?.state).toBe('done'))
    expect(readdirSync(join(here, 'dist', 'x'))).toContain('x.pdf')
    expect(await stop()).toBe(0)
  })

  it('makes what a build makes, with one browser, and leaves nothing behind when it is stopped', async () => {
    const server = await start('x.md', '--out', 'made')
    expect(server.printed).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{32}$/)
    const page = await openPage(server)
    for (const kinds of ['pdf,handout,pptx', 'pdf']) {
      expect((await page.order(kinds)).status).toBe(202)
      await eventually(() => expect(page.states.at(-1)?.state).toBe('done'))
      expect(readdirSync(join(folder, 'temporary'))).toHaveLength(1)
    }
    const files = ['LICENSES.txt', 'assets', 'fonts', 'index.html', 'x-article.pdf', 'x.pdf', 'x.pptx']
    expect(readdirSync(join(folder, 'made', 'x')).filter((name) => !name.startsWith('.'))).toEqual(files)
    expect(await server.stop()).toBe(0)
    expect(readdirSync(join(folder, 'temporary'))).toEqual([])
  })

  it('knows its author again after a restart, and nobody else', async () => {
    const first = await start('x.md')
    const headers = await authorsHeaders(first.printed)
    await first.stop()
    const again = await start('x.md', '--port', new URL(first.address).port)
    expect(again.printed).toBe(first.printed)
    expect(await (await fetch(again.address, { headers })).text()).toContain('"role":"author"')
    const stranger = await fetch(again.address)
    expect([stranger.status, await stranger.text()]).toEqual([403, expect.stringContaining('talkback serve')])
    await again.stop()
  })

  it.skipIf(process.platform !== 'linux')(
    '--open opens it as the author, with a key that is used up by then',
    async () => {
      const opened = join(folder, 'opened')
      writeFileSync(
        join(folder, 'xdg-open'),
        `#!/bin/sh\nprintf %s "$1" > '${opened}~' && mv '${opened}~' '${opened}'\n`,
        {
          mode: 0o755,
        },
      )
      const { printed, stop } = await start('x.md', '--open')
      const address = await eventually(async () => readFileSync(opened, 'utf8'))
      expect(address).not.toBe(printed)
      expect(await authorsHeaders(address)).toEqual(await authorsHeaders(printed))
      expect((await fetch(address, { redirect: 'manual' })).status).toBe(403)
      await stop()
    },
  )

  it('stopped in the middle of an export leaves the deck of before', async () => {
    const server = await start('x.md')
    const page = await openPage(server)
    await page.order('pdf')
    await eventually(() => expect(page.states.at(-1)?.state).toBe('done'))
    const before = readFileSync(join(folder, 'dist', 'x', 'x.pdf'))
    const long = Array.from({ length: 1500 }, (_, index) => `## Heading ${index}\n\nsecond text\n`).join('\n')
    writeFileSync(join(folder, 'x.md'), `# X\n\n${long}`)
    await page.order('pdf')
    await eventually(() => expect(page.states.at(-1)).toMatchObject({ text: 'Printing' }))
    expect(await server.stop()).toBe(0)
    expect(readFileSync(join(folder, 'dist', 'x', 'x.pdf')).equals(before)).toBe(true)
    expect(readdirSync(join(folder, 'dist'))).toEqual(['x'])
    expect(readdirSync(join(folder, 'temporary'))).toEqual([])
  })

  it('tells of no address for others as long as it listens to this machine alone', async () => {
    const alone = await start('x.md', '--sync')
    expect(alone.told()).not.toContain('key=')
    expect(alone.told()).toContain('Only pages on this machine')
    await alone.stop()
  })

  it('says in one sentence that a port is taken, and that notes are not there', async () => {
    const first = await start('x.md')
    const taken = await start('x.md', '--port', new URL(first.address).port)
    expect(await taken.ended).toBe(4)
    expect(taken.told()).toMatch(/Port \d+ is taken\.\n {2}Name another one/)
    const missing = await start('y.md')
    expect(await missing.ended).toBe(4)
    expect(missing.told()).toMatch(/y\.md/)
  })
})
