/** Photographs as they are: read for each file they go into, never held, and told when they are others by then. */
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transformer } from '@napi-rs/image'
import { describe, expect, test } from 'vitest'
import { withinSize } from '../../src/formats/withinSize.js'
import { openCache } from '../../src/io/cache.js'
import { getPictures } from '../../src/io/pictures/getPictures.js'
import { openShelf } from '../../src/io/shelf.js'
import { stageBundle } from '../../src/io/stageBundle.js'
import { writeFileWhole } from '../../src/io/writeFileWhole.js'
import type { Bundle } from '../../src/model/bundle.js'
import { isLater, type LaterBytes, type LaterFile, wholeOf } from '../../src/model/content.js'
import { withLent, withoutLent } from '../../src/pdf/lentPictures.js'
import { pdfPictures } from '../../src/pdf/pictures.js'
import { writing } from '../../src/pdf/writing.js'
import { contentsOf, folderWith } from './folders.js'

/** Grain that no encoder makes small. */
async function photo(seed: number): Promise<Buffer> {
  const pixels = new Uint8Array(900 * 700 * 4)
  let at = seed
  for (let index = 0; index < pixels.length; index++) {
    at = (at * 1_103_515_245 + 12_345) & 0x7fffffff
    pixels[index] = index % 4 === 3 ? 255 : at >> 16
  }
  return Buffer.from(await Transformer.fromRgbaPixels(pixels, 900, 700).jpeg(95))
}

async function pictureOf(folder: string) {
  const cache = openCache('pictures', join(folder, 'cache'))
  const options = { folder, cache, offline: true, refresh: false, pictures: 'full', now: 0 } as const
  const { pictures } = await getPictures([{ src: 'a.jpg', lines: [1, 1] }], options)
  const found = pictures.get('a.jpg')
  if (found?.state !== 'ready' || !isLater(found.bytes)) throw new Error('It is held in memory.')
  return { path: found.path, bytes: found.bytes }
}

const bundleOf = (path: string, bytes: LaterBytes): Bundle => ({
  files: new Map<string, string | LaterBytes>([
    ['index.html', 'x'],
    [path, bytes],
  ]),
  findings: [],
})

/** A shelf that counts how many of its pictures are in somebody's hands at once. */
function counting() {
  const kept = new Map<string, Uint8Array>()
  let held = 0
  const shelf = {
    kept,
    most: 0,
    async put(bytes: Uint8Array): Promise<LaterFile> {
      const digest = createHash('sha256').update(bytes).digest('hex')
      kept.set(digest, bytes.slice())
      return {
        size: bytes.length,
        digest,
        async *pieces() {
          shelf.most = Math.max(shelf.most, ++held)
          yield kept.get(digest) ?? bytes
          held--
        },
      }
    },
  }
  return shelf
}

describe('a photograph that was made smaller', () => {
  test.each([
    [
      'lying on its side',
      'jpg',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 2), ON_ITS_SIDE, bytes.subarray(2)]),
    ],
    ['as a PNG', 'png', (bytes: Buffer) => new Transformer(bytes).png()],
  ])('%s is not held, and is the same from the cache and without it', async (_, type, made) => {
    const folder = await folderWith({ [`a.${type}`]: Buffer.from(await made(await photo(1))) })
    const cacheHome = join(folder, 'cache')
    const wanted = [{ src: `a.${type}`, lines: [1, 1] as const }]
    const options = { folder, cache: openCache('pictures', cacheHome), offline: true, refresh: false, now: 0 }
    const { pictures } = await getPictures(wanted, { ...options, pictures: 'fit' })
    const found = pictures.get(`a.${type}`)
    if (found?.state !== 'ready' || !isLater(found.bytes)) throw new Error('It is held in memory.')
    expect(found.turned).toBeUndefined()
    const first = Buffer.from(await wholeOf(found.bytes))
    await rm(cacheHome, { recursive: true })
    expect(first.equals(await wholeOf(found.bytes))).toBe(true)
    expect(found.bytes.size).toBe(first.length)
  })
})

/** EXIF that says how the camera was held. */
const ON_ITS_SIDE = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000600000000000000', 'hex')

describe('a shelf', () => {
  test('gives back what was put, holds it once, and leaves nothing behind', async () => {
    const shelf = openShelf()
    const [one, same] = [await shelf.put(Buffer.from('some')), await shelf.put(Buffer.from('some'))]
    expect(same).toBe(one)
    expect(Buffer.from(await wholeOf(one)).toString()).toBe('some')
    await shelf.drop()
    await expect(wholeOf(one)).rejects.toThrow('ENOENT')
    await openShelf().drop()
  })
})

describe('a photograph that is asked for whole', () => {
  test('is read when it is written, and the file of before stays when it is the same', async () => {
    const bytes = await photo(1)
    const folder = await folderWith({ 'a.jpg': bytes })
    const { path, bytes: later } = await pictureOf(folder)
    expect(later.size).toBe(bytes.length)
    for (let build = 0; build < 2; build++) {
      const stage = await stageBundle(bundleOf(path, later), join(folder, 'talk'))
      await stage.commit()
      expect((await readFile(join(folder, 'talk', path))).equals(bytes)).toBe(true)
    }
  })

  test.each([
    ['changed', (file: string) => photo(2).then((other) => writeFile(file, other))],
    ['removed', (file: string) => rm(file)],
  ])('and was %s meanwhile is told, and nothing is put in place', async (_, spoil) => {
    const folder = await folderWith({ 'a.jpg': await photo(1), 'talk.html': 'old' })
    const { path, bytes } = await pictureOf(folder)
    await spoil(join(folder, 'a.jpg'))
    const before = Object.keys(await contentsOf(folder))
    const told = 'a.jpg was changed or removed while the deck was being made.'
    await expect(stageBundle(bundleOf(path, bytes), join(folder, 'talk'))).rejects.toThrow(told)
    await expect(writeFileWhole(join(folder, 'talk.html'), bytes)).rejects.toThrow(told)
    expect(Object.keys(await contentsOf(folder))).toEqual(before)
    expect(await readFile(join(folder, 'talk.html'), 'utf8')).toBe('old')
  })
})

describe('a PDF', () => {
  /** A page that shows pictures, as Chrome writes them. */
  function pdfWith(...jpegs: readonly Uint8Array[]): Uint8Array {
    const out = writing()
    const names = jpegs.map((_, index) => `/X${index} ${index + 10} 0 R`).join(' ')
    out.write(
      1,
      new Map([
        ['Type', '/Catalog'],
        ['Pages', '2 0 R'],
      ]),
    )
    out.write(
      2,
      new Map([
        ['Type', '/Pages'],
        ['Count', '1'],
        ['Kids', '[3 0 R]'],
      ]),
    )
    out.write(
      3,
      new Map([
        ['Type', '/Page'],
        ['Parent', '2 0 R'],
        ['Resources', `<</XObject <<${names}>>>>`],
      ]),
    )
    for (const [index, jpeg] of jpegs.entries()) {
      const facts = { Type: '/XObject', Subtype: '/Image', Width: '900', Height: '700', BitsPerComponent: '8' }
      const more = { ColorSpace: '/DeviceRGB', Filter: '/DCTDecode', Length: String(jpeg.length) }
      out.write(index + 10, new Map(Object.entries({ ...facts, ...more })), jpeg)
    }
    return out.end(10 + jpegs.length, '/Root 1 0 R')
  }

  test('has its photographs back at the end, and is small until then', async () => {
    const [one, other] = [await photo(1), await photo(2)]
    const { bytes } = await pictureOf(await folderWith({ 'a.jpg': one }))
    const lent = new Map([[bytes.digest, bytes]])
    const whole = pdfWith(one, other)
    const slim = await withoutLent(whole, { lent })
    expect(slim.length).toBeLessThan(whole.length - one.length + 100)
    const again = withLent(slim, lent)
    expect(isLater(again)).toBe(true)
    const jpegs = pdfPictures(await wholeOf(again)).map(({ bytes }) => Buffer.from(isLater(bytes) ? [] : bytes))
    expect(jpegs.map((jpeg, index) => jpeg.equals(index === 0 ? one : other))).toEqual([true, true])
  })

  test('has its other large pictures back from a shelf, which holds the same one once, and is as large as was said', async () => {
    const [one, other] = [await photo(1), await photo(2)]
    const shelf = counting()
    const lent = new Map<string, LaterFile>()
    const whole = pdfWith(one, other, one)
    const slim = await withoutLent(whole, { lent, shelf })
    expect([shelf.kept.size, slim.length < 3000]).toEqual([2, true])
    expect(pdfPictures(slim, lent).map(({ length }) => length)).toEqual([one.length, other.length, one.length])
    const again = withLent(slim, lent)
    if (!isLater(again)) throw new Error('It is held in memory.')
    const bytes = Buffer.from(await wholeOf(again))
    expect(again.size).toBe(bytes.length)
    expect(pdfPictures(bytes).map(({ bytes }) => !isLater(bytes) && Buffer.from(bytes).equals(one))).toEqual([
      true,
      false,
      true,
    ])
  })

  test('that goes by mail has its pictures made smaller one by one, and is as it is when none was elsewhere', async () => {
    const shelf = counting()
    const lent = new Map<string, LaterFile>()
    const whole = pdfWith(await photo(1), await photo(2))
    const most = Math.round(whole.length * 0.8)
    const slim = await withoutLent(whole, { lent, shelf })
    const { content, findings } = await withinSize(slim, most, 'a.pdf', lent)
    expect(findings).toMatchObject([{ code: 'pdf-pictures-smaller', facts: { after: content.length } }])
    expect(shelf.most).toBe(1)
    expect(withLent(content, lent)).toBe(content)
    const held = pdfPictures((await withinSize(whole, most, 'a.pdf')).content).map(({ bytes }) => bytes)
    expect(pdfPictures(content).map(({ bytes }) => bytes)).toEqual(held)
  })

  test('without such photographs is what it was', async () => {
    const { bytes } = await pictureOf(await folderWith({ 'a.jpg': await photo(1) }))
    const whole = pdfWith(await photo(2))
    expect(withLent(whole, new Map([[bytes.digest, bytes]]))).toBe(whole)
  })
})
