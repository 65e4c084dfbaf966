/** Pictures of slides, contact sheets and social cards, from the notes to their pixels. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { imageSize } from 'image-size'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { takePictures } from '../../src/browser/pictures.js'
import { startBrowser } from '../../src/browser/start.js'
import { noFormats, type PictureWish } from '../../src/model/format.js'
import { readSlides } from '../../src/model/slideRanges.js'
import { buildDecks } from '../../src/pipeline.js'
import { printKnown } from './printed.js'

const notes = `---
title: 服务网格回顾：what we kept
event: 某大会 Conf
author: 云 Yun
date: 2019-10-17
logo: logo.svg
compose: plain
---
## 第一天

### 开场 Opening

- one
- 二

### Code

\`\`\`
const answer = 42
\`\`\`

### Moving picture

![moving](moving.gif)

## Day two

### End

Some words.
`
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="#00f"/></svg>'

const nothing: PictureWish = {
  types: [],
  slides: [],
  scale: 1,
  transparent: false,
  contactSheet: false,
  socialCard: false,
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  await writeFile(join(folder, 'x.md'), notes)
  await writeFile(join(folder, 'logo.svg'), logo)
  await writeFile(join(folder, 'moving.gif'), movingGif())
})
afterAll(() => rm(folder, { recursive: true }))

/** Builds the notes into a folder of their own, with a browser of their own, and gives the files inside by name. */
async function build(name: string, wish: Partial<PictureWish>, settings: Readonly<Record<string, unknown>> = {}) {
  const out = join(folder, name)
  const formats = { ...noFormats, pdf: true, pictures: { ...nothing, ...wish } }
  const request = { notes: join(folder, 'x.md'), name: 'x', folder: out, formats, settings }
  for await (const deck of buildDecks([{ ...request, offline: true, refresh: false }], {})) {
    const files = new Map<string, Buffer>()
    for (const path of deck.files) files.set(path.slice(out.length + 1).replaceAll('\\', '/'), await readFile(path))
    return { ...deck, files, picture: (path: string) => PNG.sync.read(files.get(path) ?? Buffer.alloc(0)) }
  }
  throw new Error('nothing was built')
}

const ranges = (written: string) => {
  const slides = readSlides(written)
  return 'wrong' in slides ? [] : slides
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]
function pixel({ data, width }: PNG, x: number, y: number): Pixel {
  const at = (y * width + x) * 4
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0]
}

function part(picture: PNG, left: number, top: number, width: number, height: number): PNG {
  const cut = new PNG({ width, height })
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * picture.width + left) * 4
    cut.data.set(picture.data.subarray(from, from + width * 4), y * width * 4)
  }
  return cut
}

/** Share of the pixels that differ visibly. */
function difference(a: PNG, b: PNG): number {
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.25 }) / (a.width * a.height)
}

describe('a deck with pictures of everything', () => {
  const wish = {
    types: ['png', 'jpeg', 'webp'],
    slides: ranges('1,3,5-'),
    contactSheet: true,
    socialCard: true,
  } as const
  let built: Awaited<ReturnType<typeof build>>
  beforeAll(async () => {
    built = await build('all', wish)
  })

  test('has them under their names, and no others', () => {
    expect(built.slides).toBe(8)
    const numbers = ['01', '03', '05', '06', '07', '08']
    const ofSlides = ['png', 'jpg', 'webp'].flatMap((end) => numbers.map((number) => `slides/x-${number}.${end}`))
    expect([...built.files.keys()]).toEqual(['x.pdf', ...ofSlides, 'x-contact-sheet.png', 'x-social-card.png'])
  })

  test('has them in their sizes', () => {
    const sizeOf = (path: string) => imageSize(built.files.get(path) ?? Buffer.alloc(0))
    expect(sizeOf('slides/x-01.png')).toMatchObject({ type: 'png', width: 1280, height: 720 })
    expect(sizeOf('slides/x-03.jpg')).toMatchObject({ type: 'jpg', width: 1280, height: 720 })
    expect(sizeOf('slides/x-08.webp')).toMatchObject({ type: 'webp', width: 1280, height: 720 })
    expect(sizeOf('x-social-card.png')).toMatchObject({ type: 'png', width: 1200, height: 630 })
    expect(sizeOf('x-contact-sheet.png').width).toBeGreaterThan(1500)
  })

  test('shows on them what the PDF shows', async () => {
    execFileSync('pdftoppm', ['-r', '96', '-png', join(folder, 'all', 'x.pdf'), join(folder, 'page')])
    for (const number of [1, 3, 6, 8]) {
      const printed = PNG.sync.read(await readFile(join(folder, `page-${number}.png`)))
      expect(difference(built.picture(`slides/x-0${number}.png`), printed)).toBeLessThan(0.005)
    }
  })

  test('has the same bytes when it is built again', async () => {
    const again = await build('again', wish)
    for (const [path, content] of built.files)
      expect([path, content.equals(again.files.get(path) ?? content.subarray(1))]).toEqual([path, true])
  })

  test('has a social card with nothing in its margins but the bar, and the logo', () => {
    const card = built.picture('x-social-card.png')
    const paper = pixel(card, 1199, 629)
    for (let y = 0; y < 630; y++) expect(pixel(card, 1160, y)).toEqual(paper)
    for (let x = 60; x < 1200; x++) expect(pixel(card, x, 600)).toEqual(paper)
    expect(pixel(card, 20, 300)).not.toEqual(paper)
    expect(pixel(card, 1110, 100)).toEqual([0, 0, 255, 255])
  })
})

test('a slide looks on a contact sheet as it does by itself', async () => {
  const paper = { template: 'paper' }
  const wish = { slides: ranges('1'), scale: 0.5, contactSheet: true }
  const sheet = (await build('sheet', wish, paper)).picture('x-contact-sheet.png')
  const slide = (await build('small', { ...wish, types: ['png'], scale: 0.25 }, paper)).picture('slides/x-01.png')
  // Slides on it are half as wide as the canvas; it is the last thing on it.
  expect([slide.width, slide.height]).toEqual([320, 180])
  const there = part(sheet, 24, sheet.height - 24 - 180, 320, 180)
  expect(difference(part(there, 1, 1, 318, 178), part(slide, 1, 1, 318, 178))).toBeLessThan(0.0002)
})

test('a transparent picture lacks the background of the slide, and only that', async () => {
  const { picture } = await build('clear', { types: ['png', 'jpeg'], slides: ranges('5'), scale: 2, transparent: true })
  const clear = picture('slides/x-05.png')
  expect([clear.width, clear.height]).toEqual([2560, 1440])
  expect(pixel(clear, 2, 2)).toEqual([0, 0, 0, 0])
  const alphas = new Map<number, number>()
  for (let at = 3; at < clear.data.length; at += 4) {
    const alpha = clear.data[at] ?? 0
    alphas.set(alpha, (alphas.get(alpha) ?? 0) + 1)
  }
  // Letters, and the panel that code stands on.
  expect(alphas.get(255)).toBeGreaterThan(200_000)
  expect(alphas.get(0)).toBeGreaterThan(1_500_000)
})

test('the longest title stands whole on a social card', async () => {
  const title = '关于分布式系统一致性的问题，以及 what nobody told us about it，'.repeat(12)
  for (const template of ['report', 'paper']) {
    const { picture } = await build('long', { socialCard: true }, { template, title })
    const card = picture('x-social-card.png')
    const paper = pixel(card, 1199, 629)
    for (let y = 0; y < 630; y++) expect(pixel(card, 1160, y)).toEqual(paper)
    for (let x = 60; x < 1200; x++) expect([pixel(card, x, 30), pixel(card, x, 600)]).toEqual([paper, paper])
  }
})

test('slides that the deck does not have are an error with their number, and nothing is made', async () => {
  await expect(build('none', { types: ['png'], slides: ranges('2,99') })).rejects.toMatchObject({
    name: 'UserError',
    code: 2,
    message: 'There is no slide 99: the deck has 8 slides.',
  })
  expect(await readdir(folder)).not.toContain('none')
})

test('pictures leave the page as it was', async () => {
  const { index } = await build('left', { types: ['png'], slides: ranges('2') })
  const browser = await startBrowser(await findBrowser())
  try {
    const report = await openDeck(browser, `${pathToFileURL(index).href}?print`)
    const print = async () => {
      const { printed } = await printKnown(browser, report)
      return Buffer.from(printed)
        .toString('latin1')
        .replace(/\(D:[^)]*\)/g, '')
    }
    const before = await print()
    const shots = takePictures(browser, { pages: [1, 5], type: 'png', scale: 1.5, transparent: true })
    const sizes: number[] = []
    for await (const picture of shots) sizes.push(imageSize(picture).width)
    expect(sizes).toEqual([1920, 1920])
    expect((await print()) === before).toBe(true)
  } finally {
    await browser.close()
  }
})

/** 200 × 100, red for a tenth of a second, then blue, over and over. */
function movingGif(): Buffer {
  const word = (value: number) => [value & 255, value >> 8]
  const head = [...Buffer.from('GIF89a'), ...word(200), ...word(100), 0x80, 0, 0, 255, 0, 0, 0, 0, 255]
  const loop = [0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0]
  return Buffer.from([...head, ...loop, ...frame(0), ...frame(1), 0x3b])

  function frame(colour: 0 | 1): number[] {
    // Codes of three bits: «clear» before each pair of pixels, so that they never grow longer.
    const bits: number[] = []
    const put = (code: number) => bits.push(code & 1, (code >> 1) & 1, (code >> 2) & 1)
    for (let pixels = 0; pixels < 20_000; pixels += 2) {
      put(4)
      put(colour)
      put(colour)
    }
    put(5)
    const bytes: number[] = []
    for (let at = 0; at < bits.length; at += 8)
      bytes.push(bits.slice(at, at + 8).reduce((byte, bit, index) => byte | (bit << index), 0))
    const blocks: number[] = []
    for (let at = 0; at < bytes.length; at += 255) {
      const block = bytes.slice(at, at + 255)
      blocks.push(block.length, ...block)
    }
    return [
      0x21,
      0xf9,
      4,
      4,
      ...word(10),
      0,
      0,
      0x2c,
      ...word(0),
      ...word(0),
      ...word(200),
      ...word(100),
      0,
      2,
      ...blocks,
      0,
    ]
  }
}
