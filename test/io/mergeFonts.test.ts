import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { expect, test } from 'vitest'
import { packageFile } from '../../src/io/assets.js'
import { glyphsOf } from '../../src/io/fonts/cmap.js'
import { mergeFonts } from '../../src/io/fonts/merge.js'
import { printCmap } from '../../src/io/fonts/printCmap.js'
import { fontOf, tablesOf } from '../../src/io/fonts/tables.js'

const CJK = (slice: number) =>
  packageFile(`@fontsource-variable/noto-sans-sc/files/noto-sans-sc-${slice}-wght-normal.woff2`)
const cut = async (file: string, text: string, wght = 400) =>
  subsetFont(await readFile(file), text, { targetFormat: 'sfnt', noHinting: true, variationAxes: { wght } })

/** Outlines and widths, as another tool sees them: only it knows whether the font is sound. */
async function outlines(font: Uint8Array, text: string): Promise<readonly (Uint8Array | undefined)[]> {
  const tables = tablesOf(await subsetFont(Buffer.from(font), text, { targetFormat: 'sfnt' }))
  return ['glyf', 'loca', 'hmtx'].map((tag) => tables.get(tag))
}

test('every character looks as it did before', async () => {
  const [one, two] = [await cut(CJK(118), '的不云'), await cut(CJK(117), '东两么')]
  const merged = mergeFonts([one, two])
  const characters = [...glyphsOf(merged).keys()].map((code) => String.fromCodePoint(code))
  expect(characters.sort()).toEqual(
    [...glyphsOf(one).keys(), ...glyphsOf(two).keys()].map((code) => String.fromCodePoint(code)).sort(),
  )
  for (const font of [one, two]) {
    for (const code of glyphsOf(font).keys()) {
      const character = String.fromCodePoint(code)
      expect(await outlines(merged, character)).toEqual(await outlines(font, character))
    }
  }
})

test('glyphs that are put together from others find their parts', async () => {
  const latin = packageFile('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2')
  const cutLatin = async (text: string) =>
    subsetFont(await readFile(latin), text, { targetFormat: 'sfnt', noHinting: true })
  const [one, two] = [await cutLatin('bcd'), await cutLatin('éüñ')]
  const merged = mergeFonts([one, two])
  expect(await outlines(merged, 'éü')).toEqual(await outlines(two, 'éü'))
})

test('a table of characters is read back as it was written', () => {
  const characters = new Map([
    [0x41, 7],
    [0x42, 8],
    [0x4e00, 3],
    [0xfffd, 5],
    [0x20000, 1],
  ])
  expect(glyphsOf(fontOf(new Map([['cmap', printCmap(characters)]])))).toEqual(characters)
})

test('more characters than the old kind of table has room for', () => {
  const characters = new Map(Array.from({ length: 20_000 }, (_, index) => [0x3400 + index, 65_000 - 2 * index]))
  expect(glyphsOf(fontOf(new Map([['cmap', printCmap(characters)]])))).toEqual(characters)
})
