import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder, cacheParts, openCache } from '../../src/io/cache.js'
import { mendCache } from '../../src/io/mendCache.js'
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
  await openCache('fonts', folder).trim(2000)
  expect(await readdir(join(folder, 'fonts'))).toHaveLength(2)
})

test('trimming leaves what whoever trims has got or put, however much it is', async () => {
  const folder = await folderWith()
  const before = openCache('fonts', folder)
  for (const key of ['a', 'b', 'c']) await before.put(key, Buffer.alloc(968))
  const cache = openCache('fonts', folder)
  await cache.get('a')
  await cache.put('d', Buffer.alloc(968))
  await cache.trim(0)
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(async (key) => (await cache.get(key))?.length))).toEqual([
    968,
    undefined,
    undefined,
    968,
  ])
})

test('the folder is the one of the system, or one’s own', () => {
  expect(cacheFolder({ TALKBACK_CACHE_DIR: '/mine' }, 'linux')).toBe('/mine')
  expect(cacheFolder({ XDG_CACHE_HOME: '/cache' }, 'linux')).toBe(join('/cache', 'talkback'))
  expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'talkback', 'Cache'))
  expect(cacheFolder({}, 'darwin')).toMatch(/Library.Caches.talkback$/)
})

test('an entry of which one bit has changed, or the end is missing, is none, and can be put again', async () => {
  const folder = await folderWith()
  const cache = openCache('fonts', folder)
  await cache.put('key', bytes('some content'))
  const [name = ''] = await readdir(join(folder, 'fonts'))
  const entry = join(folder, 'fonts', name)
  const whole = await readFile(entry)
  for (const [at, byte] of whole.entries()) {
    const flipped = Buffer.from(whole)
    flipped[at] = byte ^ 1
    for (const spoilt of [flipped, whole.subarray(0, at)]) {
      await writeFile(entry, spoilt)
      expect(await cache.get('key')).toBeUndefined()
    }
  }
  await cache.put('key', bytes('some content'))
  expect(await cache.get('key')).toEqual(bytes('some content'))
})

test('files of others in the folder that was named for the cache are neither trimmed nor mended away', async () => {
  const folder = await folderWith({ 'pictures/sea.jpg': 'holidays', 'code/x.c': 'int', 'fonts/A.ttf': 'letters' })
  await openCache('pictures', folder).put('key', bytes('content'))
  await openCache('pictures', folder).trim(0)
  expect(await mendCache(folder)).toEqual({ whole: 0, spoilt: 0 })
  expect(await readdir(join(folder, 'pictures'))).toEqual(['sea.jpg'])
  expect(await readdir(join(folder, 'code'))).toEqual(['x.c'])
})

test('mending deletes what is spoilt of every kind, and counts the rest', async () => {
  const folder = await folderWith({ 'code/build-v20.20.2-x64-7-9': 'torn' })
  for (const part of cacheParts) {
    for (const key of ['good', 'bad']) await openCache(part, folder).put(key, bytes(key))
    for (const name of await readdir(join(folder, part))) {
      const path = join(folder, part, name)
      if ((await readFile(path)).includes('bad')) await writeFile(path, 'bad')
    }
  }
  const whole = cacheParts.length
  expect(await mendCache(folder)).toEqual({ whole, spoilt: whole + 1 })
  expect(await mendCache(folder)).toEqual({ whole, spoilt: 0 })
  expect(await openCache('fonts', folder).get('good')).toEqual(bytes('good'))
})
