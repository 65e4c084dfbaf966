/** A disk that fills in the middle: what is told of what is new and what is old. */
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { stageBundle } from '../../src/io/stageBundle.js'
import { writeFileWhole } from '../../src/io/writeFileWhole.js'
import type { Bundle } from '../../src/model/bundle.js'
import { folderWith } from './folders.js'

function fillDisk(): void {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  vi.spyOn(files, 'writeFile').mockRejectedValue(full)
  syncBuiltinESMExports()
}
function makeRoom(): void {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
}
// Other tests share the process.
afterEach(makeRoom)

const bundle: Bundle = { files: new Map([['index.html', 'old']]), findings: [] }

test('while a deck is staged: there is still the old one, or none', async () => {
  const folder = join(await folderWith(), 'talk')
  const addToFullDisk = async (): Promise<void> => {
    const stage = await stageBundle(bundle, folder)
    fillDisk()
    await stage.add('talk.pdf', 'pdf').finally(makeRoom)
  }
  await expect(addToFullDisk()).rejects.toMatchObject({
    code: 4,
    message: `Can't write ${folder}: there is no room left on the disk; nothing was put there.`,
  })
  await (await stageBundle(bundle, folder)).commit()
  await expect(addToFullDisk()).rejects.toMatchObject({
    message: `Can't write ${folder}: there is no room left on the disk; the deck there is the old one, with all its files.`,
  })
  expect(await files.readFile(join(folder, 'index.html'), 'utf8')).toBe('old')
})

test('while a file beside the deck is written: it is the old one, and the deck the new one', async () => {
  const path = join(await folderWith({ 'talk.html': 'old' }), 'talk.html')
  fillDisk()
  await expect(writeFileWhole(path, 'new', ', and the deck in dist/talk is the new one')).rejects.toMatchObject({
    message: `Can't write ${path}: there is no room left on the disk; the file there is the old one, and the deck in dist/talk is the new one.`,
  })
  expect(await files.readFile(path, 'utf8')).toBe('old')
})
