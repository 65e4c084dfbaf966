/** The program as a process of its own: its version, its exit code, and what it does when nobody reads it. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Transformer } from '@napi-rs/image'
import { expect, it } from 'vitest'
import { unseal } from '../../src/io/seal.js'
import { png } from '../io/drawnPictures.js'
import { folderWith } from '../io/folders.js'

const bin = fileURLToPath(new URL('../../bin/talkback.js', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

it('says its version, and ends with the code of the command', async () => {
  const cwd = await folderWith()
  const said = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })
  expect(said).toMatchObject({ status: 0, stdout: `${version}\n` })
  expect(spawnSync(process.execPath, [bin, 'build', 'none.md'], { cwd }).status).toBe(4)
})

it.each(['stdout', 'stderr'] as const)('finishes its work though nobody reads its %s', async (name) => {
  const folder = await folderWith({ 'a.md': '# A\n\ntext\n', 'b.md': '# B\n\ntext\n' })
  const env = { ...process.env, TALKBACK_CACHE_DIR: join(folder, 'cache') }
  const child = spawn(process.execPath, [bin, 'build', 'a.md', 'b.md'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child[name].destroy()
  child[name === 'stdout' ? 'stderr' : 'stdout'].resume()
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
  expect(await readdir(join(folder, 'dist'))).toEqual(['a', 'b'])
})

it('lets Node say nothing of its own, whatever is loaded on the way', async () => {
  const folder = await folderWith({ 'a.md': '# A\n\n![](https://nowhere.invalid/a.png)\n' })
  const env = { ...process.env, TALKBACK_CACHE_DIR: join(folder, 'cache') }
  const { stderr } = spawnSync(process.execPath, [bin, 'build', 'a.md'], { cwd: folder, env, encoding: 'utf8' })
  expect(stderr).toContain('nowhere.invalid')
  expect(stderr).not.toContain('(node:')
})

it('loads nothing that makes pictures smaller for notes that have no large ones', async () => {
  const size = 1500
  const pixels = Uint8Array.from({ length: size * size * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * at) % 251))
  const folder = await folderWith({
    'plain.md': '# A\n\n![a](small.png)\n',
    'small.png': png(4, 3),
    'photos.md': '# A\n\n![a](large.jpg)\n',
    'large.jpg': await Transformer.fromRgbaPixels(pixels, size, size).jpeg(95),
    'listen.cjs': `const Module = require('node:module'), load = Module._load
Module._load = (name, ...rest) => {
  if (name.includes('@napi-rs')) process.stderr.write('loads ' + name)
  return load(name, ...rest)
}`,
  })
  const env = { ...process.env, TALKBACK_CACHE_DIR: join(folder, 'cache') }
  const said = (notes: string): string => {
    const args = ['--require', join(folder, 'listen.cjs'), bin, 'build', notes]
    return spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' }).stderr
  }
  expect(said('photos.md')).toContain('loads @napi-rs/image')
  expect(said('plain.md')).not.toContain('loads')
})

it('starts whatever has become of the code that was kept', async () => {
  const folder = await folderWith()
  const cache = join(folder, 'cache')
  const env = { ...process.env, TALKBACK_CACHE_DIR: cache }
  const start = () => spawnSync(process.execPath, [bin, 'templates'], { cwd: folder, env, encoding: 'utf8' })
  const { stdout } = start()
  const [name = ''] = await readdir(join(cache, 'code'))
  const entry = join(cache, 'code', name)
  const whole = readFileSync(entry)
  for (const part of [0.1, 0.5, 0.9]) {
    const at = Math.floor(part * whole.length)
    const spoilt = Buffer.from(whole)
    spoilt.fill(0xff, at, at + 64)
    writeFileSync(entry, spoilt)
    expect(start()).toMatchObject({ status: 0, signal: null, stdout })
    expect(unseal(readFileSync(entry))).toBeDefined()
  }
})
