/** A disk that fills in the middle: what is told of what is new and what is old. */
import type * as Files from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { stageBundle } from '../../src/io/stageBundle.js'
import { writeFileWhole } from '../../src/io/writeFileWhole.js'
import type { Bundle } from '../../src/model/bundle.js'
import { folderWith } from './folders.js'

const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('node:fs/promises', async (original) => {
  const files = await original<typeof Files>()
  const writeFile: typeof files.writeFile = async (...all) => {
    if (disk.isFull) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    return files.writeFile(...all)
  }
  return { ...files, writeFile }
})
beforeEach(() => {
  disk.isFull = false
})

const bundle: Bundle = { files: new Map([['index.html', 'old']]), findings: [] }

test('while a deck is staged: there is still the old one, or none', async () => {
  const folder = join(await folderWith(), 'talk')
  const addToFullDisk = async (): Promise<void> => {
    const stage = await stageBundle(bundle, folder)
    disk.isFull = true
    await stage.add('talk.pdf', 'pdf').finally(() => {
      disk.isFull = false
    })
  }
  await expect(addToFullDisk()).rejects.toMatchObject({
    code: 4,
    message: `Can't write ${folder}: there is no room left on the disk; nothing was put there.`,
  })
  await (await stageBundle(bundle, folder)).commit()
  await expect(addToFullDisk()).rejects.toMatchObject({
    message: `Can't write ${folder}: there is no room left on the disk; the deck there is the old one, with all its files.`,
  })
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('old')
})

test('while a file beside the deck is written: it is the old one, and the deck the new one', async () => {
  const path = join(await folderWith({ 'talk.html': 'old' }), 'talk.html')
  disk.isFull = true
  await expect(writeFileWhole(path, 'new', ', and the deck in dist/talk is the new one')).rejects.toMatchObject({
    message: `Can't write ${path}: there is no room left on the disk; the file there is the old one, and the deck in dist/talk is the new one.`,
  })
  expect(await readFile(path, 'utf8')).toBe('old')
})
