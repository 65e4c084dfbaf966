/** Files that nobody watched while they were read: whether they are still what was read. */
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { changedSince } from '../../src/io/watch/changedSince.js'
import { folderWith } from './folders.js'

/** Files may tell the time less finely than we do. */
async function now(): Promise<number> {
  await setTimeout(30)
  const time = Date.now()
  await setTimeout(30)
  return time
}

test('what was written, moved there or deleted since counts; what was there, and folders in a folder, do not', async () => {
  const folder = await folderWith({ 'a.png': 'a', 'old.png': 'old', 'layouts/title.html': 'x', 'layouts/dist/a': 'a' })
  const wanted = { files: [join(folder, 'a.png'), join(folder, 'none.png')], folders: [join(folder, 'layouts')] }
  const changedBy = async (change: () => Promise<void>): Promise<boolean> => {
    const time = await now()
    await change()
    return changedSince(wanted, time)
  }
  expect(await changedBy(async () => {})).toBe(false)
  expect(await changedBy(() => writeFile(join(folder, 'a.png'), 'b'))).toBe(true)
  await utimes(join(folder, 'old.png'), 1, 1)
  expect(await changedBy(() => rename(join(folder, 'old.png'), join(folder, 'a.png')))).toBe(true)
  expect(await changedBy(() => writeFile(join(folder, 'layouts', 'dist', 'b'), 'b'))).toBe(false)
  expect(await changedBy(() => writeFile(join(folder, 'layouts', 'title.html'), 'y'))).toBe(true)
  expect(await changedBy(() => rm(join(folder, 'layouts', 'title.html')))).toBe(true)
  expect(await changedBy(() => mkdir(join(folder, 'other')).then(() => {}))).toBe(false)
})
