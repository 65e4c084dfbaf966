import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compressJpeg, Transformer } from '@napi-rs/image'
import { describe, expect, test, vi } from 'vitest'
import { openCache } from '../../src/io/cache.js'
import { measure } from '../../src/io/pictures/format.js'
import { getPictures } from '../../src/io/pictures/getPictures.js'
import { wholeOf } from '../../src/model/content.js'
import { folderWith } from './folders.js'

async function get(folder: string, sources: readonly string[], pictures: 'fit' | 'full' = 'fit') {
  const wanted = sources.map((src, index) => ({ src, lines: [index + 1, index + 1] as const }))
  const cache = openCache('pictures', join(folder, 'cache'))
  const got = await getPictures(wanted, { folder, cache, offline: true, refresh: false, pictures, now: 0 })
  const whole = [...got.pictures].map(
    async ([src, found]) =>
      [src, found.state === 'ready' ? { ...found, bytes: await wholeOf(found.bytes) } : found] as const,
  )
  return { ...got, pictures: new Map(await Promise.all(whole)) }
}

async function one(file: string, bytes: Uint8Array, pictures?: 'fit' | 'full') {
  const found = (await get(await folderWith({ [file]: Buffer.from(bytes) }), [file], pictures)).pictures.get(file)
  if (found?.state !== 'ready') throw new Error(`${file}: ${found?.reason}`)
  return found
}

const none = Buffer.alloc(0)

function bytesIn({ pictures }: Awaited<ReturnType<typeof get>>): Buffer | undefined {
  const [found] = pictures.values()
  return found?.state === 'ready' ? Buffer.from(found.bytes) : undefined
}

/** Slopes and grain, as photographs have them. */
function pixels(width: number, height: number, grain = 40): Uint8Array {
  const made = new Uint8Array(width * height * 4)
  let seed = 7
  for (let at = 0; at < made.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)]
    const noise = (seed >> 16) % (grain + 1)
    made[at] = (x * 180) / width + noise
    made[at + 1] = (y * 180) / height + noise
    made[at + 2] = ((x + y) % 700) / 4 + noise
    made[at + 3] = 255
  }
  return made
}

const drawn = (width: number, height: number, grain?: number): Transformer =>
  Transformer.fromRgbaPixels(pixels(width, height, grain), width, height)

/** A segment of a JPEG, put behind its first two bytes. */
function withSegment(jpeg: Uint8Array, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}

const place = 'N 52.5200 E 13.4050'

/** EXIF with the way the camera was held, and words that nobody asked to travel. */
const exif = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from(`45786966000049492a0008000000010012010300010000000${orientation}00000000000000`, 'hex'),
    Buffer.from(place),
  ])

const colourAt = async (bytes: Uint8Array, x: number, y: number): Promise<readonly number[]> => {
  const size = await measure(bytes)
  const raw = await new Transformer(await new Transformer(bytes).png()).rawPixels()
  const channels = raw.length / ((size?.width ?? 1) * (size?.height ?? 1))
  const from = (y * (size?.width ?? 1) + x) * channels
  return [...raw.subarray(from, from + 3)]
}

describe('photographs', () => {
  test('are as wide as slides need them, and as large as the notes had them', async () => {
    const photo = await one('a.jpg', await drawn(4000, 3000).jpeg(92))
    expect(photo).toMatchObject({ width: 4000, height: 3000 })
    expect(await measure(photo.bytes)).toMatchObject({ extension: 'jpg', width: 1920, height: 1440 })
    expect(photo.bytes.length).toBeLessThan(400_000)
  })

  test('of other formats become JPEG where nothing shines through', async () => {
    const opaque = await one('a.webp', await drawn(2000, 1500).webp(90))
    expect(opaque.path).toMatch(/\.jpg$/)
    const glass = pixels(2000, 1500)
    for (let at = 3; at < glass.length; at += 4) glass[at] = 90
    const clear = await Transformer.fromRgbaPixels(glass, 2000, 1500).webp(90)
    expect(clear.equals((await one('a.webp', clear)).bytes)).toBe(true)
  })

  test('a whole page as one picture keeps what makes it legible', async () => {
    const { bytes } = await one('a.jpg', await drawn(1100, 4400, 4).jpeg(92))
    expect((await measure(bytes))?.width).toBeGreaterThanOrEqual(1080)
  })

  test('that are small stay what they are, and none becomes larger', async () => {
    const small = await drawn(300, 200).jpeg(80)
    expect((await one('a.jpg', small)).bytes).toEqual(small)
    const tight = await compressJpeg(await drawn(1900, 1200, 90).jpeg(90), { quality: 30 })
    expect((await one('a.jpg', tight)).bytes.length).toBeLessThanOrEqual(tight.length)
  })

  test('are the same bytes from the cache, and in another build', async () => {
    const folder = await folderWith({ 'a.jpg': await drawn(2000, 1500).jpeg(92) })
    const first = await get(folder, ['a.jpg'])
    expect(bytesIn(await get(folder, ['a.jpg']))?.equals(bytesIn(first) ?? none)).toBe(true)
    const other = await folderWith({ 'a.jpg': await readFile(join(folder, 'a.jpg')) })
    expect(bytesIn(await get(other, ['a.jpg']))?.equals(bytesIn(first) ?? none)).toBe(true)
  })

  test('that are the same under two names, and asked for whole, are one file', async () => {
    const bytes = await drawn(2000, 1500).jpeg(92)
    const folder = await folderWith({ 'a.jpg': bytes, 'b/c.jpg': bytes })
    for (const size of ['fit', 'full'] as const) {
      const { pictures } = await get(folder, ['a.jpg', 'b/c.jpg'], size)
      expect(new Set([...pictures.values()].map((found) => found.state === 'ready' && found.path)).size).toBe(1)
    }
    expect(bytes.equals((await one('a.jpg', bytes, 'full')).bytes)).toBe(true)
  })
})

describe('what a camera tells', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('held as in EXIF %i: upright for every program', async (orientation) => {
    const blocks = new Uint8Array(64 * 32 * 4).fill(255)
    for (let y = 0; y < 16; y++) for (let x = 0; x < 32; x++) blocks.set([255, 0, 0, 255], (y * 64 + x) * 4)
    const flat = await Transformer.fromRgbaPixels(blocks, 64, 32).jpeg(95)
    const { bytes, width, height } = await one('a.jpg', withSegment(flat, 0xe1, exif(orientation)))
    expect(Buffer.from(bytes).includes(place)).toBe(false)
    expect(await measure(bytes)).toMatchObject({ width, height, orientation: 1 })
    // Where the red corner lies once it is upright.
    const right = [2, 3, 6, 7].includes(orientation)
    const below = [3, 4, 7, 8].includes(orientation)
    const [x, y] = [right ? width - 4 : 4, below ? height - 4 : 4]
    const [red = 0, green = 0] = await colourAt(bytes, x, y)
    expect([red > 200, green < 60]).toEqual([true, true])
    const [, opposite = 0] = await colourAt(bytes, width - 1 - x, height - 1 - y)
    expect(opposite).toBeGreaterThan(200)
  })

  test('is not in pictures that keep every pixel; how it was held is', async () => {
    const told = withSegment(await drawn(300, 200).jpeg(80), 0xe1, exif(6))
    const { bytes } = await one('a.jpg', told, 'full')
    expect(Buffer.from(bytes).includes(place)).toBe(false)
    expect(await measure(bytes)).toMatchObject({ width: 200, height: 300, orientation: 6 })
    const end = Buffer.from([0xff, 0xda])
    expect(told.subarray(told.indexOf(end)).equals(bytes.subarray(Buffer.from(bytes).indexOf(end)))).toBe(true)
  })

  test('is not in PNG and WebP', async () => {
    const png = await drawn(30, 20).png()
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, place.length]), Buffer.from(`eXIf${place}`), Buffer.alloc(4)])
    const toldPng = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
    expect((await one('a.png', toldPng)).bytes).toEqual(png)

    const image = (await drawn(30, 20).webp(80)).subarray(12)
    const head = Buffer.from(`VP8X\x0a\0\0\0\x08\0\0\0\x1d\0\0\x13\0\0`, 'latin1')
    const told = Buffer.concat([Buffer.from('EXIF\x14\0\0\0'), Buffer.from(`${place}\0`)])
    const riff = (...parts: readonly Uint8Array[]): Buffer => {
      const content = Buffer.concat([Buffer.from('WEBP'), ...parts])
      const start = Buffer.from('RIFF\0\0\0\0')
      start.writeUInt32LE(content.length, 4)
      return Buffer.concat([start, content])
    }
    const plain = Buffer.from(head)
    plain.writeUInt8(0, 8)
    expect((await one('a.webp', riff(head, image, told))).bytes).toEqual(riff(plain, image))
  })

  test('colours keep the profile that they are meant in', async () => {
    const profile = Buffer.concat([
      Buffer.from('ICC_PROFILE\0\x01\x01'),
      Buffer.alloc(16),
      Buffer.from('RGB of a phone'),
    ])
    const { bytes } = await one('a.jpg', withSegment(await drawn(2000, 1500, 8).jpeg(90), 0xe2, profile))
    expect((await measure(bytes))?.width).toBe(1920)
    expect(Buffer.from(bytes).includes('RGB of a phone')).toBe(true)
  })
})

describe('other pictures', () => {
  test('screenshots keep every pixel', async () => {
    const screen = await drawn(1600, 900, 40).png()
    const { bytes } = await one('a.png', screen)
    expect(bytes.length).toBeLessThanOrEqual(screen.length)
    expect(await measure(bytes)).toMatchObject({ extension: 'png', width: 1600 })
    expect(await colourAt(bytes, 777, 333)).toEqual(await colourAt(screen, 777, 333))
  })

  test('bitmaps and TIFF become PNG', async () => {
    for (const [file, bytes] of [
      ['a.bmp', await drawn(30, 20).bmp()],
      ['a.tiff', await drawn(30, 20).tiff()],
    ] as const)
      expect(await one(file, bytes)).toMatchObject({ width: 30, height: 20, path: expect.stringMatching(/\.png$/) })
  })

  test('what moves goes on moving', async () => {
    const animated = Buffer.concat([
      Buffer.from(
        'RIFF\x24\x10\x0c\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x1f\x03\0\x57\x02\0ANIM\x06\0\0\0\0\0\0\0\0\0',
        'latin1',
      ),
      Buffer.alloc(790_000),
    ])
    expect(animated.equals((await one('a.webp', animated)).bytes)).toBe(true)
  })
})

test('without the package that makes them smaller, they stay as they are, and that is said once', async () => {
  vi.resetModules()
  vi.doMock('@napi-rs/image', () => {
    throw new Error('not installed')
  })
  try {
    const { getPictures: getWithout } = await import('../../src/io/pictures/getPictures.js')
    const told = withSegment(await drawn(2000, 1500).jpeg(90), 0xe1, exif(3))
    const folder = await folderWith({ 'a.jpg': told, 'b.jpg': told, 'c.png': await drawn(30, 20).png() })
    const wanted = ['a.jpg', 'b.jpg', 'c.png'].map((src, index) => ({ src, lines: [index + 1, index + 1] as const }))
    const cache = openCache('pictures', join(folder, 'cache'))
    const options = { folder, cache, offline: true, refresh: false, pictures: 'fit', now: 0 } as const
    const { pictures, findings } = await getWithout(wanted, options)
    expect(findings).toEqual([{ code: 'pictures-kept', place: { line: 1 }, facts: { count: 2 } }])
    const photo = pictures.get('a.jpg')
    const bytes = photo?.state === 'ready' ? await wholeOf(photo.bytes) : new Uint8Array()
    expect(await measure(bytes)).toMatchObject({ width: 2000, orientation: 3 })
    expect(Buffer.from(bytes).includes(place)).toBe(false)
  } finally {
    vi.doUnmock('@napi-rs/image')
  }
})
