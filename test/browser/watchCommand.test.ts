/** `talkback build --watch` as it is typed: a process of its own, which waits for changes until it is stopped. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../eventually.js'

const bin = join(dirname(fileURLToPath(import.meta.url)), '../../bin/talkback.js')

/** Notes that say this, watched from the folder that they lie in. */
function watching(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'talkback-watch-'))
  const here = join(folder, 'here')
  const write = (said: string): void => {
    mkdirSync(here, { recursive: true })
    writeFileSync(join(here, 'x.md'), `# X\n\n## A\n\n${said}\n`)
  }
  write(text)
  const env = { ...process.env, TALKBACK_CACHE_DIR: join(folder, 'cache') }
  const child = spawn(process.execPath, [bin, 'build', 'x.md', '--watch', '--offline'], { cwd: here, env })
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (said: string) => {
    told += said
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  const says = (said: string): Promise<void> => eventually(() => expect(told).toContain(said))
  const deckSays = (said: string): Promise<void> =>
    eventually(() => expect(readFileSync(join(here, 'dist/x/index.html'), 'utf8')).toContain(said))
  return { here, write, says, deckSays, child, ended }
}

// Windows has no such signal between processes, and lets nobody delete a folder that is stood in.
describe.skipIf(process.platform === 'win32')('talkback build --watch', () => {
  it('waits for changes, however long they take to come, until it is stopped', async () => {
    const { write, says, deckSays, child, ended } = watching('first text')
    await says('Waiting for changes')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(child.exitCode).toBeNull()
    write('second text')
    await deckSays('second text')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  it('outlives the folder that it was started in', async () => {
    const { here, write, says, deckSays } = watching('first text')
    await says('Waiting for changes')
    rmSync(here, { recursive: true })
    await says('There is no x.md')
    write('second text')
    await deckSays('second text')
  })
})
