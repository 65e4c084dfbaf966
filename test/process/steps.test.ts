/** Builds that end or fail at every one of their steps: what is left is a whole deck. Real kills are in killed.test.ts. */
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { contentsOf, folderWith } from '../io/folders.js'
import { startBuilder } from './mortalBuilder.js'

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

test('a build that ends at any of its steps leaves one whole deck, the old or the new', async () => {
  const root = await folderWith()
  const [dist, folder] = [join(root, 'dist'), join(root, 'dist', 'talk')]
  const { buildVersion, recover } = await startBuilder()
  await buildVersion(folder, 1)
  const results = new Set<string>()
  for (let call = 1, version = 1, through = false; !through; call++) {
    expect(call).toBeLessThan(MOST_CALLS)
    const dying = await startBuilder()
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

test('a build that ends at any of its steps, and whose deck is deleted then, is in the way of none', async () => {
  const root = await folderWith()
  const [dist, folder] = [join(root, 'dist'), join(root, 'dist', 'talk')]
  const { buildVersion } = await startBuilder()
  for (let call = 1, through = false; !through; call++) {
    expect(call).toBeLessThan(MOST_CALLS)
    await buildVersion(folder, 1)
    const dying = await startBuilder()
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
  const { buildVersion, refuse } = await startBuilder()
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
  const { buildVersion, refuse } = await startBuilder()
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
  const { stateOf, refuse } = await startBuilder()
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
  const { stageTemporarily, refuse } = await startBuilder()
  const { folder, drop } = await stageTemporarily({ files: new Map([['index.html', '1']]), findings: [] })
  refuse((name, path) => name === 'rm' && path === folder, 'EBUSY')
  await expect(drop()).rejects.toThrow('EBUSY')
  await expect(readdir(dirname(folder))).rejects.toThrow('ENOENT')
})

test('a build of which any step fails leaves one whole deck, the old or the new', async () => {
  const root = await folderWith()
  const { buildVersion, recover, refuse } = await startBuilder()
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
