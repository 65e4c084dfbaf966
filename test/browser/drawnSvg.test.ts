/** Drawings that hold HTML, as drawing programs export them → pictures of them in decks, drawn once, without a way out. */
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { drawSvg } from '../../src/browser/drawSvg.js'
import { withFontsInside } from '../../src/io/pictures/withFontsInside.js'
import { noFormats } from '../../src/model/format.js'
import { type BuiltDeck, buildDecks } from '../../src/pipeline.js'
import { atWork } from './atWork.js'

const inside = (html: string, size = 'width="100" height="50"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}><foreignObject width="100" height="50">
  <div xmlns="http://www.w3.org/1999/xhtml">${html}</div></foreignObject></svg>`
const red = '<div style="width:100px;height:50px;background:rgb(255,0,0)"></div>'

let work: Awaited<ReturnType<typeof atWork>>
let asked = 0
const server = createServer((_, answer) => {
  asked++
  answer.end()
})
beforeAll(async () => {
  work = await atWork()
  vi.stubEnv('TALKBACK_CACHE_DIR', join(work.folder, 'cache'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return work.end
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.close()
})

/** Red, green, blue, opacity at a point of a PNG. */
function colourAt(bytes: Uint8Array, x: number, y: number): readonly number[] {
  const { width, data } = PNG.sync.read(Buffer.from(bytes))
  return [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)]
}

async function drawn(svg: string, size = { width: 100, height: 50 }): Promise<Uint8Array> {
  return (await drawSvg(work.browser, Buffer.from(svg), size)) ?? Buffer.alloc(0)
}

test('is drawn in two pixels for one, on no ground', async () => {
  const picture = await drawn(inside('<div style="width:50px;height:50px;background:rgb(255,0,0)"></div>'))
  expect(PNG.sync.read(Buffer.from(picture))).toMatchObject({ width: 200, height: 100 })
  expect(colourAt(picture, 20, 20)).toEqual([255, 0, 0, 255])
  expect(colourAt(picture, 180, 20)).toEqual([0, 0, 0, 0])
})

test('Chinese has letters, whatever fonts it names and the machine has', async () => {
  for (const style of [
    'font:40px serif',
    'font-family:&quot;No Such Font&quot;, sans-serif',
    'font-family: Nowhere',
    '',
  ])
    for (const [one, other] of [
      ['田', '十'],
      ['あ', 'い'],
    ]) {
      const [first, second] = await Promise.all(
        [one, other].map(async (letter) =>
          drawn(await withFontsInside(inside(`<div style="color:#000;${style}">${letter}</div>`))),
        ),
      )
      // Boxes in their place would be the same.
      expect(Buffer.compare(first ?? Buffer.alloc(0), second ?? Buffer.alloc(0)), style).not.toBe(0)
    }
  const plain = inside('words')
  expect(await withFontsInside(plain)).toBe(plain)
})

test('runs nothing and asks nobody', async () => {
  const address = server.address()
  const home = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await writeFile(join(work.folder, 'private.svg'), inside(red))
  const file = `file://${work.folder}/private.svg`
  const ways = [
    `<img src="${home}/a.png"/>`,
    `<iframe src="${home}/b" width="100" height="50"></iframe>`,
    `<style>@import "${home}/c.css";div{background:url(${home}/d.png)}</style>`,
    `<link rel="stylesheet" href="${home}/e.css"/>`,
    `<img src="${file}" width="100" height="50"/>`,
    `<iframe src="${file}" width="100" height="50"></iframe>`,
    `<object data="${file}" width="100" height="50"></object>`,
    `<p id="p" style="width:100px;height:50px"></p><script>document.getElementById('p').style.background = 'rgb(255,0,0)'</script>`,
    `<img src="x" onerror="fetch('${home}/f')"/>`,
  ]
  for (const way of ways) expect(colourAt(await drawn(inside(way)), 60, 60), way).not.toEqual([255, 0, 0, 255])
  expect(asked).toBe(0)
})

test('a huge one is no larger than screens are, and what is no drawing is none', async () => {
  const { width, height } = PNG.sync.read(
    Buffer.from(await drawn(inside(red, 'width="9000" height="9000"'), { width: 9000, height: 9000 })),
  )
  expect(width * height).toBeLessThan(17_000_000)
  expect(await drawSvg(work.browser, Buffer.from('<svg'), { width: 9, height: 9 })).toBeUndefined()
})

test('is in the deck of HTML and in the PDF; the next build needs no browser', async () => {
  const notes = join(work.folder, 'flow.md')
  await mkdir(join(work.folder, 'img'), { recursive: true })
  const fallback = '<text x="9" y="20">Only the beginning of it…</text>'
  const exported = inside(red)
    .replace('<foreignObject', '<switch><foreignObject')
    .replace('</svg>', `${fallback}</switch></svg>`)
  await writeFile(join(work.folder, 'img', 'flow.svg'), exported)
  await writeFile(notes, '# A talk\n\n## How it flows\n\n![The flow](img/flow.svg)\n')
  const build = async (name: string, pdf: boolean, browser?: string): Promise<BuiltDeck | undefined> => {
    const request = { notes, name, folder: join(work.folder, name), formats: { ...noFormats, pdf } }
    for await (const deck of buildDecks([{ ...request, offline: true, refresh: false }], { browser })) return deck
    return undefined
  }
  const pictures = async (name: string): Promise<readonly string[]> => {
    const names = await readdir(join(work.folder, name, 'pictures'))
    return names.filter((each) => /flow/.test(each))
  }
  const codes = (deck?: BuiltDeck) => deck?.findings.map(({ code, line }) => `${code} ${line}`) ?? []

  const without = await build('without', false, '/no/such/browser')
  expect(codes(without)).toContain('drawing-cleaned 5')
  expect(await pictures('without')).toEqual([expect.stringMatching(/\.svg$/)])

  const [first, kept] = [await build('first', false), await build('kept', false, '/no/such/browser')]
  for (const deck of [first, kept]) expect(codes(deck)).toContain('drawing-drawn 5')
  expect(await pictures('first')).toEqual([expect.stringMatching(/\.png$/)])
  expect(await readFile(join(work.folder, 'kept', 'index.html'))).toEqual(
    await readFile(join(work.folder, 'first', 'index.html')),
  )
  expect(codes(await build('printed', true))).toContain('drawing-drawn 5')
  const images = execFileSync('pdfimages', ['-list', join(work.folder, 'printed', 'printed.pdf')], { encoding: 'utf8' })
  expect(images).toMatch(/\b200\s+100\b/)
})
