import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownFile } from '../../src/io/assets.js'
import { type Cache, openCache } from '../../src/io/cache.js'
import { glyphsOf } from '../../src/io/fonts/cmap.js'
import { makeFonts } from '../../src/io/fonts/makeFonts.js'
import { parseRanges, printRanges, within } from '../../src/io/fonts/ranges.js'
import type { FontFile, Fonts, Glyphs } from '../../src/model/bundle.js'
import { familiesOf } from '../../src/model/families.js'
import { folderWith } from './folders.js'

const NO_GLYPHS: Glyphs = { regular: '', bold: '', italic: '', mono: '', monoBold: '' }
const nothingKept: Cache = { get: async () => undefined, put: async () => {}, trim: async () => {} }

const draw = (glyphs: Partial<Glyphs>, lang = 'zh-Hans', cache = nothingKept): Promise<Fonts> =>
  makeFonts({ ...NO_GLYPHS, ...glyphs }, familiesOf('sans', lang), cache)

const claims = ({ range }: FontFile, character: string): boolean =>
  within([character.codePointAt(0) ?? 0], parseRanges(range)).length > 0

const drawnText = ({ bytes }: FontFile): string => String.fromCodePoint(...glyphsOf(bytes).keys())

/** `family weight style` of every file that claims a character. */
const drawnBy = ({ files }: Fonts, character: string): readonly string[] =>
  files
    .filter((file) => claims(file, character))
    .map(({ family, weight, style }) => `${family.replace('Talkback ', '')} ${weight} ${style}`)

const tablesOf = (bytes: Uint8Array): readonly string[] => {
  const font = Buffer.from(bytes)
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
    font.toString('latin1', 12 + 16 * index, 16 + 16 * index),
  )
}

test('a letter and its marks are in one file, and the marks of a letter that none has with them are missed', async () => {
  const { files, missing } = await draw({ regular: 'q\u0303x\u0302\u6f22\u0346', mono: 'x\u0302' })
  const together = (letter: string) => files.filter((file) => [...letter].every((character) => claims(file, character)))
  expect(together('q\u0303').map(({ family }) => family)).toContain('Talkback Sans')
  expect(together('x\u0302').map(({ family }) => family)).toEqual(['Talkback Math', 'Talkback Boxes'])
  expect(missing).toBe('\u0346')
})

describe('the notes this project came from', async () => {
  const notes = await readFile(ownFile('notes', 'kubecon-china-2018.md'), 'utf8')
  const text = notes.replace(/[\n\p{Co}]/gu, '')
  const fonts = await draw({ regular: text, bold: text })

  test('every character has a glyph, in both weights', () => {
    expect(fonts.missing).toBe('')
    for (const weight of [400, 700]) {
      const drawn = new Set(
        fonts.files.filter((file) => file.weight === weight).flatMap(({ bytes }) => [...glyphsOf(bytes).keys()]),
      )
      expect([...new Set(text)].filter((character) => !drawn.has(character.codePointAt(0) ?? 0))).toEqual([])
    }
  })

  test('a file has glyphs for all that its range claims', () => {
    for (const { range, bytes } of fonts.files) {
      const has = [...glyphsOf(bytes).keys()].sort((one, other) => one - other)
      const claimed = within(has, parseRanges(range))
      expect(claimed).not.toEqual([])
      expect(printRanges(claimed)).toBe(range)
    }
  })

  test('weights are pinned, or PDFs would hold Type 3; layout stays, or there would be no kerning', () => {
    for (const { bytes } of fonts.files) {
      expect(Buffer.from(bytes).subarray(0, 4)).toEqual(Buffer.from([0, 1, 0, 0]))
      expect(tablesOf(bytes)).not.toContain('fvar')
      expect(tablesOf(bytes)).not.toContain('gvar')
    }
    expect(fonts.files.filter(({ bytes }) => tablesOf(bytes).includes('GPOS')).length).toBeGreaterThanOrEqual(4)
  })

  test('all ideographs of a weight are one file', () => {
    for (const weight of [400, 700]) {
      const files = fonts.files.filter((file) => file.weight === weight && /[\u4e00-\u9fff]/.test(drawnText(file)))
      expect(files).toHaveLength(1)
    }
  })

  test('punctuation can be set half as wide', () => {
    const full = fonts.files.find((file) => claims(file, '，') && file.weight === 400)
    expect(Buffer.from(full?.bytes ?? []).includes('halt')).toBe(true)
  })
})

describe('who draws what', () => {
  test.each([
    ['zh-Hans', 'a', ['Sans 400 normal']],
    ['zh-Hans', '云', ['CJK 400 normal']],
    ['zh-Hant', '灣', ['CJK 400 normal']],
    ['ja', 'か', ['CJK 400 normal']],
    ['zh-Hans', '—', ['CJK 400 normal']],
    ['en', '—', ['Sans 400 normal']],
    ['zh-Hans', '’', ['Sans 400 normal']],
    ['en', '⠿', ['Symbols 2 400 normal']],
    ['en', '⚕', ['Symbols 400 normal']],
    ['en', '🚀', ['Emoji 400 normal']],
    ['en', '∃', ['Math 400 normal']],
    ['en', '₀', ['Boxes 400 normal']],
    ['zh-Hans', '𠮷', ['Rare Han 400 normal']],
    ['zh-Hans', '䶮', ['Rare Han 400 normal']],
    ['ja', '㐂', ['Rare Han 400 normal']],
    ['en', '蠎', ['Rare Han 400 normal']],
  ])('in %s, %s', async (lang, character, expected) => {
    const fonts = await draw({ regular: character }, lang)
    expect(fonts.missing).toBe('')
    expect(drawnBy(fonts, character)).toEqual(expected)
  })

  test('bold, italic and code have their own; what has no italic stands upright', async () => {
    const fonts = await draw({ bold: 'a云', italic: 'a云', mono: 'a云├', monoBold: 'a' })
    expect(drawnBy(fonts, 'a')).toEqual(['Sans 700 normal', 'Sans 400 italic', 'Mono 400 normal', 'Mono 700 normal'])
    expect(drawnBy(fonts, '云')).toEqual(['CJK 700 normal', 'CJK 400 normal'])
    expect(drawnBy(fonts, '├')).toEqual(['Boxes 400 normal'])
  })

  test('emoji of several characters are one file with the joiner in it', async () => {
    const fonts = await draw({ regular: '👩‍💻👍🏽' })
    expect(fonts.missing).toBe('')
    const together = fonts.files.filter((file) => ['👩', '\u200d', '💻'].every((character) => claims(file, character)))
    expect(together).toHaveLength(1)
  })

  test('what nothing draws is missing, once; invisible characters are not', async () => {
    const fonts = await draw({ regular: 'a𓀀ሀ\u200b\ufe0f\u00ad\u3000\u2028\t', bold: 'ሀ' })
    expect(fonts.missing).toBe('ሀ𓀀')
  })

  test('nothing to draw, no files', async () => {
    expect(await draw({})).toEqual({ files: [], missing: '', licences: [] })
  })
})

describe('the same again', () => {
  test('same characters in any order, same files', async () => {
    const one = await draw({ regular: '云原生 cloud native', mono: 'kubectl' })
    expect(await draw({ regular: 'native cloud 生原云云', mono: 'lbuktec' })).toEqual(one)
  })

  test('the cache gives back what was drawn, and draws nothing', async () => {
    const folder = await folderWith()
    const cold = await draw({ regular: '云 cloud', bold: '云' }, 'zh-Hans', openCache('fonts', folder))
    let puts = 0
    const kept = openCache('fonts', folder)
    const counting: Cache = {
      ...kept,
      put: (key, bytes) => {
        puts++
        return kept.put(key, bytes)
      },
    }
    const warm = await draw({ regular: '云 cloud', bold: '云' }, 'zh-Hans', counting)
    expect(warm.files.map(({ bytes, ...file }) => ({ ...file, bytes: Buffer.from(bytes) }))).toEqual(cold.files)
    expect(puts).toBe(0)
    // One more character: its slice is drawn again, and the whole is put together anew.
    await draw({ regular: '云原 cloud', bold: '云' }, 'zh-Hans', counting)
    expect(puts).toBe(2)
  })

  test('where there is no cache, the same', async () => {
    const folder = await folderWith({ file: '' })
    const fonts = await draw({ regular: '云' }, 'zh-Hans', openCache('fonts', join(folder, 'file')))
    expect(fonts).toEqual(await draw({ regular: '云' }))
  })
})

test('ranges are read and written', () => {
  expect(parseRanges('U+26, U+0-7F,u+4e00-4E02,,U+x')).toEqual([
    [0x26, 0x26],
    [0, 0x7f],
    [0x4e00, 0x4e02],
  ])
  expect(printRanges([3, 1, 2, 0x4e00])).toBe('U+1-3,U+4E00')
  expect(within([1, 5, 9], parseRanges('U+0-1,U+5-8'))).toEqual([1, 5])
})
