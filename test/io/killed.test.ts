/** Builds that end or fail at every one of their steps, and processes killed at random moments: what is left is a whole deck. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { expect, onTestFinished, test } from 'vitest'
import type { stageTemporarily } from '../../src/io/temporaryStage.js'
import { contentsOf, folderWith } from './folders.js'

/** A version of a deck: some of its files are those of all versions, some have names of their own, some come and go. */
const BUILDER = `
import { stageBundle } from './stageBundle.js'
export { stateOf } from './putInPlace.js'
export { stageTemporarily } from './temporaryStage.js'
export async function buildVersion(folder, version) {
  const files = new Map([
    ['index.html', String(version)],
    ['assets/' + version + '.css', 'style ' + version],
    ['fonts/same.ttf', 'same'],
  ])
  const stage = await stageBundle({ files, findings: [] }, folder)
  await stage.add('talk.pdf', 'pdf ' + version)
  if (version % 2) await stage.add('slides/odd.png', 'odd')
  else stage.retire((path) => path === 'slides/odd.png')
  await stage.commit()
}
export const recover = async (folder) => (await stageBundle({ files: new Map(), findings: [] }, folder)).drop()
/** For a process of its own: one version after the other, as fast as it can. */
export async function buildForever(folder) {
  for (let version = 1; ; version++) {
    await buildVersion(folder, version)
    if (version === 1) process.stdout.write('go')
  }
}`

interface Builder {
  buildVersion(folder: string, version: number): Promise<void>
  recover(folder: string): Promise<void>
  /** Calls to the file system from this one on are never made. */
  endAt(call: number): void
  /** Calls that this says so of fail; it is asked once for each. */
  refuse(isRefused: (name: string, path: string) => boolean | Promise<boolean>, code: string): void
  stateOf(stage: string): Promise<string>
  stageTemporarily: typeof stageTemporarily
  /** Resolves when the end has come, and what was under way is through. */
  ended(): Promise<void>
}

const calls = [
  'copyFile',
  'link',
  'lstat',
  'mkdir',
  'mkdtemp',
  'readdir',
  'readFile',
  'realpath',
  'rename',
  'rm',
  'rmdir',
  'stat',
]

/** To the disk it is all the same whether a process was killed, or waits for ever for its next call. */
const mortal: Plugin = {
  name: 'mortal',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:fs\/promises$/ }, () => ({ path: 'fs', namespace: 'mortal' }))
    onLoad({ filter: /.*/, namespace: 'mortal' }, () => ({
      contents: `
        import * as fs from 'fs/promises'
        let [left, underWay, over] = [Infinity, 0, () => {}]
        const isOver = new Promise((resolve) => { over = resolve })
        export const endAt = (call) => { left = call }
        export const ended = () => isOver
        let [isRefused, code] = [() => false, '']
        export const refuse = (test, name) => { [isRefused, code] = [test, name] }
        const mortal = (name) => async (...words) => {
          if (--left <= 0) {
            if (underWay === 0) over()
            await new Promise(() => {})
          }
          underWay++
          try {
            if (await isRefused(name, ...words)) throw Object.assign(new Error(code), { code })
            return await fs[name](...words)
          }
          finally { if (--underWay === 0 && left <= 0) over() }
        }
        ${[...calls, 'utimes', 'writeFile'].map((name) => `export const ${name} = mortal('${name}')`).join('\n')}`,
      resolveDir: '/',
    }))
  },
}

async function makeBuilder(root: string): Promise<string> {
  const outfile = join(root, 'builder.mjs')
  await build({
    stdin: {
      contents: `${BUILDER}\nexport { ended, endAt, refuse } from 'node:fs/promises'`,
      resolveDir: fileURLToPath(new URL('../../src/io', import.meta.url)),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['fs/promises'],
    plugins: [mortal],
    outfile,
    logLevel: 'silent',
  })
  return outfile
}

/** Whatever the moment: the page is there, with all that it loads. */
async function expectWhole(folder: string): Promise<number> {
  const files = await contentsOf(folder)
  const version = files['index.html']
  expect(files).toMatchObject({
    'index.html': expect.stringMatching(/^\d+$/),
    [`assets/${version}.css`]: `style ${version}`,
    'fonts/same.ttf': 'same',
    'talk.pdf': expect.stringMatching(/^pdf \d+$/),
  })
  return Number(version)
}

/** Once another build has begun: the deck of one version, nothing more and nothing less. */
async function expectMended(dist: string): Promise<number> {
  const version = await expectWhole(join(dist, 'talk'))
  const { '.talkback.json': manifest, ...files } = await contentsOf(join(dist, 'talk'))
  expect(manifest).toBeDefined()
  expect(files).toEqual({
    'index.html': `${version}`,
    [`assets/${version}.css`]: `style ${version}`,
    'fonts/same.ttf': 'same',
    'talk.pdf': `pdf ${version}`,
    ...(version % 2 ? { 'slides/odd.png': 'odd' } : {}),
  })
  expect(await readdir(dist)).toEqual(['talk'])
  return version
}

const MOST_CALLS = 400

test('a build that ends at any of its steps leaves one whole deck, the old or the new', {
  timeout: 60_000,
}, async () => {
  const root = await folderWith()
  const builder = await makeBuilder(root)
  const [dist, folder] = [join(root, 'dist'), join(root, 'dist', 'talk')]
  let instances = 0
  /** What one process knows, another one does not. */
  const start = async (): Promise<Builder> => import(`${pathToFileURL(builder).href}?${++instances}`)

  const { buildVersion, recover } = await start()
  await buildVersion(folder, 1)
  const results = new Set<string>()
  for (let call = 1, version = 1, through = false; !through; call++) {
    expect(call).toBeLessThan(MOST_CALLS)
    const dying = await start()
    dying.endAt(call)
    const done = dying.buildVersion(folder, version + 1).then(() => true)
    through = (await Promise.race([done, dying.ended()])) === true
    const left = await expectWhole(folder)
    await recover(folder)
    const found = await expectMended(dist)
    // Once the page is the new one, the build has happened.
    expect(found).toBeGreaterThanOrEqual(left)
    expect([version, version + 1]).toContain(found)
    results.add(`${left - version} ${found - version}`)
    version = found
  }
  expect([...results].sort()).toEqual(['0 0', '0 1', '1 1'])
})

test('a build that ends at any of its steps, and whose deck is deleted then, is in the way of none', {
  timeout: 60_000,
}, async () => {
  const root = await folderWith()
  const builder = await makeBuilder(root)
  const [dist, folder] = [join(root, 'dist'), join(root, 'dist', 'talk')]
  let instances = 0
  const start = async (): Promise<Builder> => import(`${pathToFileURL(builder).href}?deleted-${++instances}`)
  const { buildVersion } = await start()
  for (let call = 1, through = false; !through; call++) {
    expect(call).toBeLessThan(MOST_CALLS)
    await buildVersion(folder, 1)
    const dying = await start()
    dying.endAt(call)
    const done = dying.buildVersion(folder, 2).then(() => true)
    through = (await Promise.race([done, dying.ended()])) === true
    await rm(folder, { recursive: true })
    await buildVersion(folder, 3)
    expect(await expectMended(dist)).toBe(3)
  }
})

test('what was left behind and can not be deleted is in the way of no build', async () => {
  const root = await folderWith({ 'dist/.talk.talkback-99999999-ab/index.html': 'left' })
  const { buildVersion, refuse }: Builder = await import(pathToFileURL(await makeBuilder(root)).href)
  const [dist, folder] = [join(root, 'dist'), join(root, 'dist', 'talk')]
  const isStage = (path: string): boolean => basename(path).startsWith('.talk.talkback-')
  refuse((name, path) => name === 'rm' && isStage(path), 'EACCES')
  await buildVersion(folder, 1)
  expect(await readdir(dist)).toHaveLength(2)
  refuse(() => false, '')
  await buildVersion(folder, 2)
  expect(await expectMended(dist)).toBe(2)
})

test('where a virus scanner holds what is to be renamed, for a moment each time, builds go on', async () => {
  const root = await folderWith({ 'dist/.talk.talkback-99999999-ab/index.html': 'left' })
  const { buildVersion, refuse }: Builder = await import(pathToFileURL(await makeBuilder(root)).href)
  const [dist, folder] = [join(root, 'dist'), join(root, 'dist', 'talk')]
  const platform = process.platform
  Object.defineProperty(process, 'platform', { value: 'win32' })
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: platform }))
  const held = new Set<string>()
  refuse((name, path) => name === 'rename' && held.size < held.add(path).size, 'EPERM')
  for (const version of [1, 2]) {
    await buildVersion(folder, version)
    expect(await expectMended(dist)).toBe(version)
  }
  expect(held.size).toBeGreaterThan(6)
})

test.each([
  ['.talkback-held.json', '.talkback-before.json', 'decided'],
  ['.talkback-before.json', '.talkback-held.json', 'held'],
])('a deck that is taken is never seen as free, whenever its builder goes on from %s', async (from, to, then) => {
  const root = await folderWith()
  const { stateOf, refuse }: Builder = await import(pathToFileURL(await makeBuilder(root)).href)
  const seen = new Set<string>()
  for (let look = 1, through = false; !through; look++) {
    expect(look).toBeLessThan(MOST_CALLS)
    const stage = await folderWith({ [from]: '{}', '.talkback.json': '{}' })
    let looks = 0
    refuse(async () => {
      if (++looks !== look) return false
      // Looks that do not wait for this one are through by then.
      await setTimeout(20)
      await rename(join(stage, from), join(stage, to))
      return false
    }, '')
    seen.add(await stateOf(stage))
    through = looks < look
  }
  expect(seen).toContain(then)
  expect(seen).not.toContain('free')
})

test('a deck that was only looked at goes, also when its stage will not', async () => {
  const root = await folderWith()
  const { stageTemporarily, refuse }: Builder = await import(pathToFileURL(await makeBuilder(root)).href)
  const { folder, drop } = await stageTemporarily({ files: new Map([['index.html', '1']]), findings: [] })
  refuse((name, path) => name === 'rm' && path === folder, 'EBUSY')
  await expect(drop()).rejects.toThrow('EBUSY')
  await expect(readdir(dirname(folder))).rejects.toThrow('ENOENT')
})

test('a build of which any step fails leaves one whole deck, the old or the new', { timeout: 60_000 }, async () => {
  const root = await folderWith()
  const { buildVersion, recover, refuse }: Builder = await import(pathToFileURL(await makeBuilder(root)).href)
  const results = new Set<string>()
  for (let call = 1, through = false; !through; call++) {
    expect(call).toBeLessThan(MOST_CALLS)
    const dist = join(root, `${call}`)
    const folder = join(dist, 'talk')
    await buildVersion(folder, 1)
    let calls = 0
    refuse(() => ++calls === call, 'EIO')
    const isBuilt = await buildVersion(folder, 2).then(
      () => true,
      () => false,
    )
    through = calls < call
    refuse(() => false, '')
    const left = await expectWhole(folder)
    await recover(folder)
    expect(await expectWhole(folder)).toBe(left)
    // What can't be deleted may stay, but nothing of the deck may be gone.
    const files = await contentsOf(folder)
    expect(files).toMatchObject({ '.talkback.json': expect.any(String), 'talk.pdf': `pdf ${left}` })
    if (left === 1) expect(files).toMatchObject({ 'slides/odd.png': 'odd' })
    expect(await readdir(dist)).toEqual(['talk'])
    results.add(`${left} ${isBuilt}`)
  }
  // What fails late fails with the new page in place.
  expect([...results].sort()).toEqual(['1 false', '2 false', '2 true'])
})

const LANES = 4
/** In each of them. The steps are all there is to hit; this shows that a real kill does as it does above. */
const KILLS = 5

test.skipIf(process.platform === 'win32')(
  'a process killed at a random moment leaves one, too',
  { timeout: 60_000 },
  async () => {
    const root = await folderWith()
    const builder = await makeBuilder(root)
    const { recover }: Builder = await import(pathToFileURL(builder).href)
    const script = `import { buildForever } from ${JSON.stringify(pathToFileURL(builder).href)}; buildForever(process.argv[1])`
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      const dist = join(root, `${lane}`)
      const folder = join(dist, 'talk')
      for (let kill = 0; kill < KILLS; kill++) {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        expect(String(await once(child.stdout, 'data'))).toBe('go')
        await setTimeout(Math.random() * 12)
        child.kill('SIGKILL')
        await once(child, 'exit')
        await expectWhole(folder)
        await recover(folder)
        await expectMended(dist)
      }
    })
    await Promise.all(lanes)
  },
)
