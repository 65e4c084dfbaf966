/** The program where the system says no: one sentence on stderr, the exit code for it, and nothing left behind. */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../io/folders.js'

const bin = fileURLToPath(new URL('../../bin/talkback.js', import.meta.url))
const notes = { 'a.md': '# A\n\ntext\n' }

/** In a shell, with as much memory and time as it may need: what has no end must not take the machine with it. */
function shell(folder: string, words: string) {
  const env = { ...process.env, TALKBACK_CACHE_DIR: join(folder, 'cache'), NODE: process.execPath, BIN: bin }
  const script = `ulimit -d 8000000; ${words}`
  const { status, stdout, stderr } = spawnSync('timeout', ['60', 'bash', '-c', script], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { status, stdout, stderr: stderr.split('\n').filter((line) => !/^$|…$/.test(line)) }
}
const talkback = '"$NODE" "$BIN"'

describe.skipIf(process.platform !== 'linux')('told in one sentence', () => {
  it.each([
    ['notes that have no end', 'build /dev/zero', /^\/dev\/zero is a device, not a file of notes\.$/],
    ['a config that has no end', 'build a.md --config /dev/zero', /^\/dev\/zero is a device, not a config file\.$/],
    ['notes that are a link to themselves', 'build loop.md', /^Can't read loop\.md: its links lead in a circle\.$/],
    ['a folder that is a link to itself', 'build a.md -o loop', /^Can't write loop\/a: its links lead in a circle\.$/],
  ])('%s', async (_, words, sentence) => {
    const folder = await folderWith(notes)
    await symlink('loop', join(folder, 'loop'))
    await symlink('loop.md', join(folder, 'loop.md'))
    const { status, stderr } = shell(folder, `${talkback} ${words}`)
    expect(stderr).toEqual([expect.stringMatching(sentence), expect.stringMatching(/^ {2}\S/)])
    expect(status).toBe(4)
  })

  it('files that may not be as large as the deck', async () => {
    const folder = await folderWith(notes)
    const { status, stderr } = shell(folder, `ulimit -f 1; ${talkback} build a.md`)
    expect(stderr[0]).toMatch(/^Can't write dist\/a: a file would be larger than .*; nothing was put there\.$/)
    expect(status).toBe(4)
    expect(readdirSync(join(folder, 'dist'))).toEqual([])
  })

  it('an output that is full, and nothing of an output that nobody reads', async () => {
    const folder = await folderWith(notes)
    const full = shell(folder, `${talkback} build a.md > /dev/full`)
    expect(full.stderr[0]).toBe('Not all of the output could be written: there is no room left on the disk.')
    expect(full.status).toBe(4)
    expect(readdirSync(join(folder, 'dist', 'a'))).toContain('index.html')
    const left = shell(folder, `set -o pipefail; rm -r dist; ${talkback} build a.md | head -c 0`)
    expect(left).toMatchObject({ status: 0, stderr: [] })
  })

  it('what a shell puts in our hands is read, up to the size that notes may have', async () => {
    const folder = await folderWith()
    expect(shell(folder, `${talkback} outline <(printf '# Title\n\ntext\n')`)).toMatchObject({ status: 0, stderr: [] })
    const endless = shell(folder, `yes | ${talkback} outline /dev/stdin`)
    expect(endless.stderr[0]).toMatch(/notes may have 8 MB\.$/)
    expect(endless.status).toBe(4)
  })
})

describe.skipIf(process.platform === 'win32')('a signal', () => {
  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with %i, with nothing left behind', async (signal, code) => {
    const folder = await folderWith({ 'a.md': `# A\n\n${'## B\n\ntext\n\n'.repeat(2000)}` })
    const temporary = join(folder, 'temporary')
    await mkdir(temporary)
    const env = { ...process.env, TALKBACK_CACHE_DIR: join(folder, 'cache'), TMPDIR: temporary }
    const child = spawn(process.execPath, [bin, 'build', 'a.md'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr === '') child.kill(signal)
      stderr += text
    })
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(code)
    expect(stderr).toMatch(/Interrupted: what was there before is untouched\.\n$/)
    expect(readdirSync(temporary)).toEqual([])
    expect(readdirSync(folder).filter((name) => name.includes('talkback'))).toEqual([])
  })

  it('ends also what waits for a pipe that nobody writes into', async () => {
    const folder = await folderWith()
    const env = { ...process.env, TALKBACK_CACHE_DIR: join(folder, 'cache'), NODE: process.execPath, BIN: bin }
    // Open for both, so that it does not end.
    const script = `mkfifo pipe; exec "$NODE" "$BIN" build /dev/stdin <> pipe`
    const child = spawn('bash', ['-c', script], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.once('data', () => child.kill('SIGTERM'))
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(143)
  })
})
