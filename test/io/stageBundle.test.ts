import { mkdir, readdir, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.js'
import { printManifest } from '../../src/io/manifest.js'
import { recover } from '../../src/io/recover.js'
import { stageBundle } from '../../src/io/stageBundle.js'
import { writeFileWhole } from '../../src/io/writeFileWhole.js'
import type { Bundle } from '../../src/model/bundle.js'
import { contentsOf, folderWith } from './folders.js'

const bundle = (files: Record<string, string>): Bundle => ({ files: new Map(Object.entries(files)), findings: [] })
const SMALL = bundle({ 'index.html': 'new', 'assets/deck.css': 'css' })

/** A whole build: the deck, and what is exported from it. */
async function writeBundle(bundle: Bundle, folder: string, exports: Readonly<Record<string, string>> = {}) {
  const stage = await stageBundle(bundle, folder)
  for (const [path, content] of Object.entries(exports)) await stage.add(path, content)
  await stage.commit()
}

/** What a reader finds: everything but the manifest. */
async function deckIn(folder: string): Promise<Record<string, string>> {
  const { '.talkback.json': _, ...files } = await contentsOf(folder)
  return files
}

describe('writing', () => {
  test('makes the folder and those above it', async () => {
    const folder = join(await folderWith(), 'dist', 'talk')
    await writeBundle(SMALL, folder, { 'talk.pdf': 'pdf' })
    expect(await deckIn(folder)).toEqual({ 'index.html': 'new', 'assets/deck.css': 'css', 'talk.pdf': 'pdf' })
  })

  test('earlier exports stay, save for those that this build retires', async () => {
    const folder = join(await folderWith(), 'talk')
    await writeBundle(SMALL, folder, { 'talk.pdf': 'old', 'slides/talk-1.png': 'old', 'slides/talk-2.png': 'old' })
    const stage = await stageBundle(SMALL, folder)
    await stage.add('slides/talk-1.png', 'new')
    stage.retire((path) => path.startsWith('slides/'))
    await stage.commit()
    const { 'talk.pdf': pdf, 'slides/talk-1.png': first, 'slides/talk-2.png': second } = await deckIn(folder)
    expect({ pdf, first, second }).toEqual({ pdf: 'old', first: 'new', second: undefined })
  })

  test('files that the new deck does not have are gone', async () => {
    const folder = join(await folderWith(), 'talk')
    await writeBundle(bundle({ 'index.html': 'old', 'pictures/a.png': 'a' }), folder)
    await writeBundle(SMALL, folder)
    expect(await deckIn(folder)).toEqual({ 'index.html': 'new', 'assets/deck.css': 'css' })
  })

  test('an earlier PDF stays until there is another', async () => {
    const folder = join(await folderWith(), 'talk')
    await writeBundle(SMALL, folder, { 'talk.pdf': 'first' })
    await writeBundle(SMALL, folder)
    await writeBundle(SMALL, folder)
    expect(await deckIn(folder)).toMatchObject({ 'talk.pdf': 'first' })
    await writeBundle(SMALL, folder, { 'talk.pdf': 'second' })
    expect(await deckIn(folder)).toMatchObject({ 'talk.pdf': 'second' })
  })

  test('what the author put into the folder comes along', async () => {
    const root = await folderWith()
    const folder = join(root, 'talk')
    await writeBundle(SMALL, folder)
    await writeFile(join(folder, 'mine.txt'), 'mine')
    await symlink('mine.txt', join(folder, 'link'))
    await writeBundle(SMALL, folder)
    await writeBundle(SMALL, folder)
    expect(await deckIn(folder)).toMatchObject({ 'mine.txt': 'mine', link: 'mine', 'index.html': 'new' })
    expect(await readdir(root)).toEqual(['talk'])
  })

  test('two builds of the same are the same, manifest included', async () => {
    const root = await folderWith()
    await writeBundle(SMALL, join(root, 'a'))
    await writeBundle(SMALL, join(root, 'b'))
    expect(await contentsOf(join(root, 'a'))).toEqual(await contentsOf(join(root, 'b')))
  })

  test('many builds at once end in one whole deck, and what the author put there is still there', async () => {
    const root = await folderWith()
    const folder = join(root, 'talk')
    const deck = (version: number) =>
      bundle(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.txt`, `${version}`])))
    await writeBundle(deck(0), folder, { 'talk.pdf': 'pdf' })
    await writeFile(join(folder, 'mine.txt'), 'mine')
    await Promise.all(Array.from({ length: 32 }, (_, version) => writeBundle(deck(version + 1), folder)))
    const { 'mine.txt': mine, 'talk.pdf': pdf, ...files } = await deckIn(folder)
    expect({ mine, pdf }).toEqual({ mine: 'mine', pdf: 'pdf' })
    expect(Object.keys(files)).toHaveLength(9)
    expect(new Set(Object.values(files)).size).toBe(1)
    expect(await readdir(root)).toEqual(['talk'])
  })
})

describe('refusing', () => {
  test.each(['../out.txt', '/etc/x', 'a/../../x', 'C:/x', 'a\\..\\x', '', '.talkback.json'])(
    'the path %j',
    async (path) => {
      const root = await folderWith()
      await expect(stageBundle(bundle({ [path]: '' }), join(root, 'talk'))).rejects.toThrow("can't hold")
      expect(await readdir(root)).toEqual([])
    },
  )

  test('a folder with other things in it', async () => {
    const folder = await folderWith({ 'thesis.doc': 'years' })
    await expect(writeBundle(SMALL, folder)).rejects.toBeInstanceOf(UserError)
    expect(await contentsOf(folder)).toEqual({ 'thesis.doc': 'years' })
  })

  test('an empty folder is fine', async () => {
    const folder = await folderWith()
    await writeBundle(SMALL, folder)
    expect(await deckIn(folder)).toMatchObject({ 'index.html': 'new' })
  })

  test('a file where the deck or the folder above it should be', async () => {
    const root = await folderWith({ talk: 'file' })
    await expect(writeBundle(SMALL, join(root, 'talk'))).rejects.toBeInstanceOf(UserError)
    await expect(writeBundle(SMALL, join(root, 'talk', 'deck'))).rejects.toBeInstanceOf(UserError)
    await expect(writeFileWhole(join(root, 'talk', 'a.html'), '')).rejects.toBeInstanceOf(UserError)
    expect(await contentsOf(root)).toEqual({ talk: 'file' })
  })

  test.skipIf(process.platform !== 'linux')('a place where nobody can make a folder', async () => {
    await expect(writeBundle(SMALL, '/proc/talks/deck')).rejects.toBeInstanceOf(UserError)
  })

  test('to replace a file of the author: the deck stays as it was', async () => {
    const root = await folderWith()
    const folder = join(root, 'talk')
    await writeBundle(bundle({ 'index.html': 'old' }), folder)
    await writeFile(join(folder, 'talk.pdf'), 'by hand')
    await expect(writeBundle(SMALL, folder, { 'talk.pdf': 'made' })).rejects.toThrow('did not make')
    expect(await deckIn(folder)).toEqual({ 'index.html': 'old', 'talk.pdf': 'by hand' })
    expect(await readdir(root)).toEqual(['talk'])
  })
})

describe('a stage', () => {
  test('is beside the deck and complete before the deck is touched', async () => {
    const root = await folderWith()
    const folder = join(root, 'talk')
    await writeBundle(bundle({ 'index.html': 'old' }), folder)
    const stage = await stageBundle(SMALL, folder)
    expect(await contentsOf(stage.folder)).toEqual({ 'index.html': 'new', 'assets/deck.css': 'css' })
    expect(await deckIn(folder)).toEqual({ 'index.html': 'old' })
    await stage.drop()
    expect(await readdir(root)).toEqual(['talk'])
    expect(await deckIn(folder)).toEqual({ 'index.html': 'old' })
  })

  test('drop after commit does no harm', async () => {
    const folder = join(await folderWith(), 'talk')
    const stage = await stageBundle(SMALL, folder)
    await stage.commit()
    await stage.drop()
    expect(await deckIn(folder)).toMatchObject({ 'index.html': 'new' })
  })
})

describe('building again', () => {
  /** What would tell a program that copies or watches files that something happened to them. */
  const marks = async (folder: string): Promise<Record<string, string>> => {
    const names = Object.keys(await contentsOf(folder))
    const facts = await Promise.all(names.map((name) => stat(join(folder, name), { bigint: true })))
    return Object.fromEntries(names.map((name, index) => [name, `${facts[index]?.ino} ${facts[index]?.mtimeNs}`]))
  }

  test('touches no file that is the same, nor the folder', async () => {
    const folder = join(await folderWith(), 'talk')
    await writeBundle(SMALL, folder, { 'talk.pdf': 'pdf' })
    const [before, { ino }] = [await marks(folder), await stat(folder)]
    await writeBundle(SMALL, folder, { 'talk.pdf': 'pdf' })
    expect(await marks(folder)).toEqual(before)
    await writeBundle(bundle({ 'index.html': 'newer', 'assets/deck.css': 'css', 'pictures/a.png': 'a' }), folder)
    const { 'index.html': page, '.talkback.json': manifest, 'pictures/a.png': picture, ...rest } = await marks(folder)
    expect(rest).toEqual({ 'assets/deck.css': before['assets/deck.css'], 'talk.pdf': before['talk.pdf'] })
    expect([page, manifest]).not.toContain(before['index.html'])
    expect(picture).toBeDefined()
    expect((await stat(folder)).ino).toBe(ino)
  })

  test('where a link leads elsewhere, builds there', async () => {
    const root = await folderWith({ 'shown/empty/.keep': '' })
    const folder = join(root, 'dist')
    await symlink(join(root, 'shown', 'talk'), folder)
    await mkdir(join(root, 'shown', 'talk'))
    await writeBundle(SMALL, folder)
    await writeBundle(bundle({ 'index.html': 'newer' }), folder)
    expect(await deckIn(join(root, 'shown', 'talk'))).toEqual({ 'index.html': 'newer' })
    expect(await readlink(folder)).toBe(join(root, 'shown', 'talk'))
  })

  test('undoes all of it when a file can not be replaced', async () => {
    const root = await folderWith()
    const folder = join(root, 'talk')
    await writeBundle(bundle({ 'index.html': 'old', 'a.css': 'a' }), folder, { 'talk.pdf': 'old' })
    const before = await contentsOf(folder)
    // A folder where a file of ours has to be, made while the build is under way.
    const stage = await stageBundle(bundle({ 'index.html': 'new', 'b.css': 'b' }), folder)
    await stage.add('talk.pdf', 'new')
    await rm(join(folder, 'talk.pdf'))
    await mkdir(join(folder, 'talk.pdf'))
    await expect(stage.commit()).rejects.toBeInstanceOf(UserError)
    const { 'talk.pdf': _, ...rest } = before
    expect(await contentsOf(folder)).toEqual(rest)
    expect(await readdir(root)).toEqual(['talk'])
  })
})

describe.skipIf(process.platform === 'win32')('a link in the deck that leads out of it', () => {
  test('has nothing written where it leads, and the deck stays as it was', async () => {
    const root = await folderWith({ 'elsewhere/mine.txt': 'mine' })
    const folder = join(root, 'talk')
    await writeBundle(bundle({ 'index.html': 'old' }), folder)
    await symlink(join(root, 'elsewhere'), join(folder, 'assets'))
    for (const path of ['assets/deck.css', 'assets/deep/er/deck.css'])
      await expect(writeBundle(bundle({ 'index.html': 'new', [path]: 'css' }), folder)).rejects.toMatchObject({
        name: 'UserError',
        message: expect.stringContaining('assets is a link'),
      })
    expect(await contentsOf(join(root, 'elsewhere'))).toEqual({ 'mine.txt': 'mine' })
    expect(await readdir(root)).toEqual(['elsewhere', 'talk'])
    await rm(join(folder, 'assets'))
    expect(await deckIn(folder)).toEqual({ 'index.html': 'old' })
  })

  test('may come with a build to be finished, or be one', async () => {
    const stage = `.talk.talkback-${2 ** 31 - 1}`
    const root = await folderWith({
      'elsewhere/mine.txt': 'mine',
      'theirs/talk/index.html': 'old',
      [`theirs/${stage}-ab/.talkback-before.json`]: '{}',
      [`theirs/${stage}-ab/.talkback.json`]: '{}',
      [`theirs/${stage}-ab/link/f`]: 'theirs',
      'more/talk/index.html': 'old',
    })
    await symlink(join(root, 'elsewhere'), join(root, 'theirs', 'talk', 'link'))
    await expect(recover(join(root, 'theirs', 'talk'))).rejects.toBeInstanceOf(UserError)
    for (const name of ['.talkback-before.json', '.talkback.json']) await writeFile(join(root, 'elsewhere', name), '{}')
    const before = await contentsOf(join(root, 'elsewhere'))
    expect(Object.keys(before)).toHaveLength(3)
    await symlink(join(root, 'elsewhere'), join(root, 'more', `${stage}-ab`))
    await recover(join(root, 'more', 'talk'))
    expect(await contentsOf(join(root, 'elsewhere'))).toEqual(before)
  })
})

describe('recovering', () => {
  // No process can have this number: it is above what Linux, macOS and Windows give out.
  const GONE = 2 ** 31 - 1
  const manifest = (...paths: string[]) =>
    printManifest({ made: new Map(paths.map((path) => [path, 'deck'] as const)) })

  test('what was decided is finished: new files in, old ones out', async () => {
    const stage = `.talk.talkback-${GONE}-ab`
    const root = await folderWith({
      'talk/index.html': 'old',
      'talk/a.css': 'a',
      'talk/mine.txt': 'mine',
      [`${stage}/.talkback-before.json`]: manifest('index.html', 'a.css'),
      [`${stage}/.talkback.json`]: manifest('index.html', 'b.css'),
      [`${stage}/.talkback-replaced/talk.pdf`]: 'older',
      [`${stage}/index.html`]: 'new',
      [`${stage}/b.css`]: 'b',
    })
    await recover(join(root, 'talk'))
    expect(await contentsOf(root)).toEqual({
      'talk/.talkback.json': manifest('index.html', 'b.css'),
      'talk/index.html': 'new',
      'talk/b.css': 'b',
      'talk/mine.txt': 'mine',
    })
  })

  test('what was not decided is undone', async () => {
    const stage = `.talk.talkback-${GONE}-ab`
    const root = await folderWith({
      'talk/index.html': 'old',
      [`${stage}/.talkback-held.json`]: manifest('index.html'),
      [`${stage}/index.html`]: 'new',
    })
    await recover(join(root, 'talk'))
    expect(await contentsOf(root)).toEqual({ 'talk/index.html': 'old', 'talk/.talkback.json': manifest('index.html') })
  })

  test('what a running process has taken is left to it, until it has had time enough', async () => {
    const stage = `.talk.talkback-${process.ppid}-ab`
    const left = { 'talk/index.html': 'old', [`${stage}/.talkback-held.json`]: manifest('index.html') }
    const root = await folderWith({ ...left, [`.talk.talkback-${process.ppid}-cd/index.html`]: 'being built' })
    const asked: string[] = []
    const isAbandoned = (name: string): boolean => asked.push(name) > 1
    await recover(join(root, 'talk'), isAbandoned)
    expect(await contentsOf(root)).toMatchObject(left)
    await recover(join(root, 'talk'), isAbandoned)
    expect(await contentsOf(join(root, 'talk'))).toMatchObject({ '.talkback.json': manifest('index.html') })
    // Of that which only builds beside the deck, nobody asks.
    expect(asked).toEqual([stage, stage])
  })

  test('stages go, also those of a process that had our number; those of running ones and other decks stay', async () => {
    const root = await folderWith({
      'talk/index.html': 'new',
      [`.talk.talkback-${GONE}-ab/index.html`]: 'left',
      [`.talk.talkback-${process.pid}-ab/index.html`]: 'left by one before us',
      [`.talk.talkback-${process.ppid}-cd/index.html`]: 'being built',
      [`.other.talkback-${GONE}-ab/index.html`]: 'other',
    })
    await recover(join(root, 'talk'))
    expect(Object.keys(await contentsOf(root)).sort()).toEqual([
      `.other.talkback-${GONE}-ab/index.html`,
      `.talk.talkback-${process.ppid}-cd/index.html`,
      'talk/index.html',
    ])
  })
})

test('single files are replaced whole, and leave nothing beside them', async () => {
  const root = await folderWith({ 'out/talk.html': 'old' })
  await writeFileWhole(join(root, 'out', 'talk.html'), 'new')
  await writeFileWhole(join(root, 'deep', 'er', 'talk.html'), 'new')
  expect(await contentsOf(root)).toEqual({ 'out/talk.html': 'new', 'deep/er/talk.html': 'new' })
})
