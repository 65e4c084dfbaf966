/**
 * Exports from a served page: `node bench/export.mjs [edits] [notes]` serves notes, has each format made once in a browser that
 * has yet to start, then again after each of some edits, and prints both times and their ratio, beside those of a whole build.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import { median } from './measure.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const talkback = join(root, 'bin/talkback.js')
const edits = Number(process.argv[2] ?? 7)
const notes = resolve(process.argv[3] ?? join(root, 'notes/kubecon-china-2018.md'))
const formats = [
  ['pdf', ['--pdf']],
  ['handout', ['--handout=notes']],
  ['pptx', ['--pptx']],
  ['pdf,handout,pptx', ['--pdf', '--handout=notes', '--pptx']],
]

const folder = mkdtempSync(join(tmpdir(), 'talkback-export-'))
cpSync(dirname(notes), folder, { recursive: true })
const file = join(folder, basename(notes))
const text = readFileSync(file, 'utf8')
try {
  for (const [kinds, flags] of formats) await measureOne(kinds, flags)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measureOne(kinds, flags) {
  // Caches are warm from here on.
  build(flags)
  const whole = build(flags)
  const server = spawn(
    process.execPath,
    [talkback, 'serve', file, '--offline', '--quiet', '-o', join(folder, 'dist')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    const page = await openPage(await firstLine(server))
    const cold = await page.order(kinds)
    const warm = []
    for (let edit = 1; edit <= edits; edit++) {
      writeFileSync(file, text.replace(/^(- .*)$/m, `$1 edit ${edit}`))
      // An author looks at what they saved before they export it.
      await setTimeout(500)
      warm.push(await page.order(kinds))
    }
    page.close()
    const again = median(warm)
    const ratio = (again / cold).toFixed(2)
    const ofWhole = (again / whole).toFixed(2)
    console.log(
      `${kinds}: ${cold.toFixed(0)} ms first, ${again.toFixed(0)} ms after an edit: ${ratio}; ${ofWhole} of a whole build (${whole.toFixed(0)} ms)`,
    )
  } finally {
    const ended = new Promise((done) => server.once('close', done))
    server.kill('SIGINT')
    await ended
  }
}

function build(flags) {
  const started = performance.now()
  const args = [talkback, 'build', file, '--offline', '--quiet', '-o', join(folder, 'built'), ...flags]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - started
}

async function firstLine({ stdout }) {
  for await (const line of createInterface(stdout)) return line
  throw new Error('The server gave no address.')
}

/** As the author's page does it. */
async function openPage(printed) {
  const [address] = printed.split('?')
  const [cookie] = (await fetch(printed, { redirect: 'manual' })).headers.get('set-cookie').split(';')
  const html = await (await fetch(address, { headers: { cookie } })).text()
  const { socket: path, exports } = JSON.parse(/id="live-data">(.*?)<\/script>/.exec(html)[1])
  const { origin } = new URL(address)
  const socket = new WebSocket(`${address.replace('http', 'ws')}${path}`, { origin, headers: { cookie } })
  await new Promise((open, fail) => socket.once('open', open).once('error', fail))
  return {
    close: () => socket.terminate(),
    async order(kinds) {
      const started = performance.now()
      const ended = new Promise((done, fail) => {
        const listen = (data) => {
          const message = JSON.parse(String(data))
          if (message.kind !== 'export' || message.export.state === 'working') return
          socket.off('message', listen)
          if (message.export.state === 'done') done(performance.now() - started)
          else fail(new Error(message.export.message))
        }
        socket.on('message', listen)
      })
      const headers = { Cookie: cookie, Origin: origin }
      const answer = await fetch(`${address}${exports}?kinds=${kinds}`, { method: 'POST', headers })
      if (answer.status !== 202) throw new Error(`The server said ${answer.status}.`)
      return ended
    },
  }
}
