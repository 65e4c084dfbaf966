import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder, openCache } from '../../src/io/cache.js'
import { folderWith } from './folders.js'

const bytes = (text: string) => Buffer.from(text)

test('gives back what was put, also when opened anew, and nothing for other keys', async () => {
  const folder = await folderWith()
  await openCache('fonts', folder).put('a/../key', bytes('content'))
  expect(await openCache('fonts', folder).get('a/../key')).toEqual(bytes('content'))
  expect(await openCache('fonts', folder).get('other')).toBeUndefined()
  expect(await openCache('pictures', folder).get('a/../key')).toBeUndefined()
})

test('a damaged entry is none', async () => {
  const folder = await folderWith()
  const cache = openCache('fonts', folder)
  await cache.put('key', bytes('content'))
  for (const file of await readdir(join(folder, 'fonts'))) await writeFile(join(folder, 'fonts', file), 'torn')
  expect(await cache.get('key')).toBeUndefined()
})

test('where nothing can be written, nothing happens', async () => {
  const folder = await folderWith({ file: '' })
  const cache = openCache('fonts', join(folder, 'file'))
  await cache.put('key', bytes('content'))
  await cache.trim(0)
  expect(await cache.get('key')).toBeUndefined()
})

test('many writers at once leave one whole entry', async () => {
  const folder = await folderWith()
  const contents = Array.from({ length: 20 }, (_, index) => bytes(String(index).repeat(1000)))
  await Promise.all(contents.map((content) => openCache('fonts', folder).put('key', content)))
  expect(contents).toContainEqual(await openCache('fonts', folder).get('key'))
  expect(await readdir(join(folder, 'fonts'))).toHaveLength(1)
})

test('trimming keeps as much as there is room for', async () => {
  const folder = await folderWith()
  const cache = openCache('fonts', folder)
  for (const key of ['a', 'b', 'c', 'd']) await cache.put(key, Buffer.alloc(968))
  await cache.trim(2000)
  expect(await readdir(join(folder, 'fonts'))).toHaveLength(2)
})

test('the folder is the one of the system, or one’s own', () => {
  expect(cacheFolder({ TALKBACK_CACHE_DIR: '/mine' }, 'linux')).toBe('/mine')
  expect(cacheFolder({ XDG_CACHE_HOME: '/cache' }, 'linux')).toBe(join('/cache', 'talkback'))
  expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'talkback', 'Cache'))
  expect(cacheFolder({}, 'darwin')).toMatch(/Library.Caches.talkback$/)
})
