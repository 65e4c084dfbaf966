import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

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

  const write = (text: string, time = 1e9): void => {
    writeFileSync(script, `say(${JSON.stringify(text)})`)
    utimesSync(script, time, time)
  }
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
    write('other', 1.1e9)
    expect(start()).toBe('other\n')
    expect(kept()).toHaveLength(1)
    // Of the same size and time: V8 is asked, too.
    const [name = ''] = kept()
    writeFileSync(join(cache, 'code', name), 'damaged')
    expect(start()).toBe('other\n')
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
