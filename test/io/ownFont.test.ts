import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageFile } from '../../src/io/assets.js'
import type { Cache } from '../../src/io/cache.js'
import { glyphsOf } from '../../src/io/fonts/cmap.js'
import { type DeckFonts, deckFonts } from '../../src/io/fonts/deckFonts.js'
import { tablesOf } from '../../src/io/fonts/tables.js'
import { folderWith } from './folders.js'

const nothingKept: Cache = { get: async () => undefined, put: async () => {}, trim: async () => {} }
const latin = packageFile('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2')
// A few hundred ideographs, with an axis of weights.
const chinese = packageFile('@fontsource-variable/noto-serif-sc/files/noto-serif-sc-119-wght-normal.woff2')

function draw(own: string, folder: string, lang = 'en'): Promise<DeckFonts> {
  const glyphs = { regular: 'Day 1 的—', bold: 'Day 的', italic: '', mono: '', monoBold: '' }
  return deckFonts(glyphs, { style: 'sans', lang, own, folder }, nothingKept)
}

/** Family and weight of what draws a character, in the order of the chain. */
const drawnBy = ({ fonts, families }: DeckFonts, character: string): readonly string[] =>
  families.text.flatMap(({ family }) =>
    fonts.files
      .filter((file) => file.family === family && glyphsOf(file.bytes).has(character.codePointAt(0) ?? 0))
      .map(({ weight }) => `${family.replace('Talkback ', '')} ${weight}`)
      .sort(),
  )

describe('a font of the user’s own', () => {
  test('draws what it has; the rest is drawn by ours', async () => {
    const made = await draw('fonts/ours.woff2', await folderWith({ 'fonts/ours.woff2': await readFile(latin) }))
    expect(made.fault).toBeUndefined()
    expect(drawnBy(made, 'D')).toEqual(['Own 400', 'Own 700'])
    expect(drawnBy(made, '的')).toEqual(['CJK 400', 'CJK 700'])
    expect(made.fonts.missing).toBe('')
  })

  test('leaves wide punctuation of Chinese to the Chinese font', async () => {
    expect(drawnBy(await draw(latin, '.', 'zh-Hans'), '—')).toEqual(['CJK 400'])
    expect(drawnBy(await draw(latin, '.', 'en'), '—')).toEqual(['Own 400'])
  })

  test('that varies is pinned to the two weights', async () => {
    const made = await draw(chinese, '.')
    expect(drawnBy(made, '的')).toEqual(['Own 400', 'Own 700'])
    const own = made.fonts.files.filter(({ family }) => family === 'Talkback Own')
    for (const { bytes } of own) expect(tablesOf(bytes).has('fvar')).toBe(false)
    // Bold is drawn, and is not the regular once more.
    expect(new Set(own.map(({ path }) => path)).size).toBe(own.length)
  })

  test('gives the same bytes twice', async () => {
    const [one, two] = await Promise.all([draw(latin, '.'), draw(latin, '.')])
    expect(one.fonts).toEqual(two.fonts)
  })

  test.each([
    ['none.ttf', 'no such file'],
    ['text.ttf', 'not a font file (.ttf, .otf, .woff, .woff2)'],
    ['broken.ttf', 'a broken font file'],
    ['broken.woff2', 'a broken font file'],
    ['.', 'no such file'],
  ])('%s: %s, and the deck is drawn with ours', async (own, fault) => {
    const noise = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251)
    const folder = await folderWith({
      'text.ttf': 'hello',
      'broken.ttf': Buffer.concat([Buffer.from('\0\x01\0\0', 'latin1'), noise]),
      'broken.woff2': Buffer.concat([Buffer.from('wOF2'), noise]),
    })
    const made = await draw(own, folder)
    expect(made.fault).toBe(fault)
    expect(drawnBy(made, 'D')).toEqual(['Sans 400', 'Sans 700'])
  })

  test('named in notes does not lead out of their folder', async () => {
    const folder = await folderWith({ 'notes/x.md': '', 'secret.ttf': await readFile(latin) })
    expect((await draw('../secret.ttf', join(folder, 'notes'))).fault).toMatch(/^outside .*notes, and/)
    await symlink(join(folder, 'secret.ttf'), join(folder, 'notes', 'link.ttf'))
    expect((await draw('link.ttf', join(folder, 'notes'))).fault).toMatch(/^outside .*notes, and/)
  })

  test('named in notes may lie elsewhere in their repository', async () => {
    const folder = await folderWith({ '.git/HEAD': '', 'notes/x.md': '', 'ours.ttf': await readFile(latin) })
    expect((await draw('../ours.ttf', join(folder, 'notes'))).fault).toBeUndefined()
  })
})
