/** A disk that fills, or says no, in the middle: what is told of what is new and what is old. */
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { stageBundle } from '../../src/io/stageBundle.js'
import { stageTemporarily } from '../../src/io/temporaryStage.js'
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

test('while a deck is put among the temporary files: `--out` would not help', async () => {
  fillDisk()
  await expect(stageTemporarily(bundle)).rejects.toMatchObject({
    code: 4,
    message: `Can't write temporary files to ${tmpdir()}: there is no room left on the disk.`,
    hint: 'Make room, or set TMPDIR (on Windows TEMP) to another folder.',
  })
})

test('nobody waits for a folder that can never be put in place', async () => {
  const root = await folderWith()
  const stage = await stageBundle(bundle, join(root, 'talk'))
  await files.mkdir(join(root, 'talk'))
  const refused = Object.assign(new Error('EPERM: operation not permitted, rename'), { code: 'EPERM' })
  vi.spyOn(files, 'rename').mockRejectedValue(refused)
  syncBuiltinESMExports()
  await expect(stage.commit()).rejects.toMatchObject({ code: 4, message: expect.stringContaining('you may not write') })
  makeRoom()
  expect(await files.readdir(root)).toEqual(['talk'])
})

test('who waits for another build stops when told so', async () => {
  const root = await folderWith({ 'talk/index.html': 'old' })
  // A process that runs and has taken the deck.
  const taken = join(root, `.talk.talkback-${process.ppid}-00000000`)
  await files.mkdir(taken)
  await files.writeFile(join(taken, '.talkback-held.json'), '{}')
  const stage = await stageBundle(bundle, join(root, 'talk'))
  const interruption = new AbortController()
  const waiting = stage.commit(interruption.signal)
  interruption.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  expect((await files.readdir(root)).sort()).toEqual([basename(taken), 'talk'])
})
