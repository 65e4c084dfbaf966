import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { unseal } from '../../src/io/seal.js'

/** Runs a script in a Node of its own, as bin/talkback.js does: code is kept when that ends. */
describe('code that was compiled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'talkback-kept-'))
  const cache = join(folder, 'cache')
  const script = join(folder, 'script.cjs')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  beforeAll(async () => {
    const source = `import { compileKept } from ${JSON.stringify(join(import.meta.dirname, '../../src/io/keptCode.ts'))}
const [, , use, code] = process.argv
process.exitCode = Number(code)
const run = compileKept(${JSON.stringify(script)}, ['say'], use)
run((text) => console.log(text))`
    await build({
      stdin: { contents: source, resolveDir: folder, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: join(folder, 'starter.cjs'),
      logLevel: 'silent',
    })
  })
  beforeEach(() => {
    rmSync(cache, { recursive: true, force: true })
    write('first')
  })

  const write = (text: string): void => writeFileSync(script, `say(${JSON.stringify(text)})`)
  const start = (use = 'build', code = 0): string => {
    const env = { ...process.env, TALKBACK_CACHE_DIR: cache }
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'starter.cjs'), use, String(code)], {
      env,
      encoding: 'utf8',
    })
    return stdout + stderr
  }
  const kept = (): readonly string[] => {
    try {
      return readdirSync(join(cache, 'code'))
    } catch {
      return []
    }
  }

  it('is kept for each use, once it went well', () => {
    expect(start('build', 2)).toBe('first\n')
    expect(kept()).toEqual([])
    expect([start(), start(), start('pdf'), start('../../x')]).toEqual(Array(4).fill('first\n'))
    expect(kept().map((name) => name.split('-')[0])).toEqual(['build', 'none', 'pdf'])
  })

  it('is that of the script as it is now', () => {
    start()
    write('other')
    expect(start()).toBe('other\n')
    expect(kept()).toHaveLength(1)
  })

  it('is made anew when a bit of it has changed, some of it is missing, or something else has its place', () => {
    start()
    const [name = ''] = kept()
    const entry = join(cache, 'code', name)
    const whole = readFileSync(entry)
    for (const at of [0, 9, 40, 0.3, 0.6, 0.9].map((part) => Math.floor(part < 1 ? part * whole.length : part))) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 4
      for (const spoilt of [flipped, whole.subarray(0, at)]) {
        writeFileSync(entry, spoilt)
        expect(start()).toBe('first\n')
        expect(unseal(readFileSync(entry))).toBeDefined()
      }
    }
    rmSync(entry)
    mkdirSync(entry)
    expect(start()).toBe('first\n')
  })

  it.skipIf(process.platform === 'win32')('is not needed where nothing can be kept', () => {
    writeFileSync(cache, '')
    expect(start()).toBe('first\n')
    rmSync(cache)
    start()
    chmodSync(join(cache, 'code'), 0)
    expect(start()).toBe('first\n')
    chmodSync(join(cache, 'code'), 0o700)
  })
})
