import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const bin = join(dirname(fileURLToPath(import.meta.url)), '../../bin/talkback.js')

/** Takes long enough to be interrupted in the middle, also by who is late. */
const long = Array.from({ length: 3000 }, (_, index) => `## Heading ${index}\n\nsecond text\n`).join('\n')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkback-interrupt-'))
  mkdirSync(join(folder, 'temporary'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs talkback in the folder, and interrupts it as soon as it says a certain thing. */
function talkback(args: readonly string[], interruptAt?: RegExp) {
  const temporary = join(folder, 'temporary')
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TALKBACK_CACHE_DIR: join(folder, 'cache') }
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const before = interruptAt?.test(stderr)
    stderr += text
    if (!before && interruptAt?.test(stderr)) child.kill('SIGINT')
  })
  return new Promise<{ readonly code: number | null; readonly stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, stderr }))
  })
}

// Windows has no such signal between processes: kill() ends the process there and then.
it.skipIf(process.platform === 'win32').each([/^Printing/m, /^Getting/m, /^Reading/m])(
  'Ctrl-C at %s leaves the deck of before, and nothing else',
  async (moment) => {
    writeFileSync(join(folder, 'x.md'), '# X\n\nfirst text\n')
    expect((await talkback(['build', 'x.md'])).code).toBe(0)
    const before = readFileSync(join(folder, 'dist', 'x', 'index.html'), 'utf8')
    writeFileSync(join(folder, 'x.md'), `# X\n\n${long}`)
    const { code, stderr } = await talkback(['pdf', 'x.md'], moment)
    expect(stderr).toMatch(/\nInterrupted[^\n]*\n$/)
    expect(code).toBe(130)
    expect(readFileSync(join(folder, 'dist', 'x', 'index.html'), 'utf8')).toBe(before)
    expect(readdirSync(join(folder, 'dist'))).toEqual(['x'])
    expect(readdirSync(join(folder, 'temporary'))).toEqual([])
  },
)

it.skipIf(process.platform === 'win32')(
  'Ctrl-C is how a watch ends: with 0, also in the middle of a build',
  async () => {
    writeFileSync(join(folder, 'x.md'), '# X\n\nfirst text\n')
    expect((await talkback(['build', 'x.md'])).code).toBe(0)
    const before = readFileSync(join(folder, 'dist', 'x', 'index.html'), 'utf8')
    writeFileSync(join(folder, 'x.md'), `# X\n\n${long}`)
    const middle = await talkback(['pdf', 'x.md', '--watch'], /^Printing/m)
    expect(middle.code).toBe(0)
    expect(readFileSync(join(folder, 'dist', 'x', 'index.html'), 'utf8')).toBe(before)
    writeFileSync(join(folder, 'x.md'), '# X\n\nsecond text\n')
    const waiting = await talkback(['pdf', 'x.md', '--watch'], /^Waiting/m)
    expect(waiting.code).toBe(0)
    expect(readFileSync(join(folder, 'dist', 'x', 'index.html'), 'utf8')).toContain('second text')
    expect(readdirSync(join(folder, 'dist'))).toEqual(['x'])
    expect(readdirSync(join(folder, 'temporary'))).toEqual([])
  },
)
