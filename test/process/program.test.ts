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

/** Says what is loaded, in threads as well, however that is done, and whether Mermaid's script is looked for, which no package brings. */
const listen = `const Module = require('node:module'), fs = require('node:fs'), files = require('node:fs/promises')
const append = fs.appendFileSync
const heard = (owner, method, pattern) => {
  const done = owner[method]
  owner[method] = (name, ...rest) => {
    const found = typeof name === 'string' && pattern.exec(name)
    if (found) append(process.env.LOADED, found[1] + '\\n')
    return done.call(owner, name, ...rest)
  }
}
heard(Module, '_load', /(@napi-rs|katex|highlight\\.js|@viz-js|parse5|saxes)/)
heard(fs, 'readFileSync', /(parse5|saxes)\\.cjs$/)
heard(files, 'stat', /[\\\\/](mermaid)[\\\\/]/)`

it('loads what is heavy for notes that need it, and for others nothing of it', async () => {
  const size = 1500
  const pixels = Uint8Array.from({ length: size * size * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * at) % 251))
  const fence = (language: string, text: string): string => `# A\n\n\`\`\`${language}\n${text}\n\`\`\`\n`
  const wanted: Readonly<Record<string, readonly [text: string, heavy: readonly string[]]>> = {
    'photo.md': ['# A\n\n![a](large.jpg)\n', ['@napi-rs']],
    'formula.md': ['# A\n\n$$x^2$$\n', ['katex']],
    'code.md': [fence('js', 'let a = 1'), ['highlight.js']],
    'graph.md': [fence('dot', 'digraph { a -> b }'), ['@viz-js', 'parse5', 'saxes']],
    'mermaid.md': [fence('mermaid', 'graph LR; a --> b'), ['mermaid']],
    'html.md': ['# A\n\n<div>words</div>\n', ['parse5']],
    'svg.md': ['# A\n\n<svg width="9" height="9"><rect width="9" height="9"/></svg>\n', ['saxes', 'parse5']],
    'look.md': ['---\ntemplate: look\n---\n\n# A\n', ['parse5', 'saxes']],
    // Prices, code of no language, a small picture, signs that are no tags: what looks like it and is none of it.
    'plain.md': [
      `# A\n\nIt costs $5, then $6; a < b, c > d, \`a->b\`.\n\n![a](small.png)\n\n| a | b |\n|---|---|\n| c | d |\n\n> words\n\n${fence('', 'a -> b').slice(5)}`,
      [],
    ],
  }
  const folder = await folderWith({
    ...Object.fromEntries(Object.entries(wanted).map(([file, [text]]) => [file, text])),
    'small.png': png(4, 3),
    'large.jpg': await Transformer.fromRgbaPixels(pixels, size, size).jpeg(95),
    'look/template.yaml': 'name: look\nextends: report\n',
    'look/theme.css': '.deck .title { color: #333 }\n',
    'listen.cjs': listen,
  })
  const found: Record<string, readonly string[]> = {}
  for (const file of Object.keys(wanted)) {
    const loaded = join(folder, `${file}.loaded`)
    writeFileSync(loaded, '')
    const env = { ...process.env, TALKBACK_CACHE_DIR: join(folder, 'cache'), LOADED: loaded }
    const args = ['--require', join(folder, 'listen.cjs'), bin, 'build', file]
    expect(spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' })).toMatchObject({ status: 0 })
    found[file] = [...new Set(readFileSync(loaded, 'utf8').split('\n').filter(Boolean))].sort()
  }
  expect(found).toEqual(
    Object.fromEntries(Object.entries(wanted).map(([file, [, heavy]]) => [file, [...heavy].sort()])),
  )
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
