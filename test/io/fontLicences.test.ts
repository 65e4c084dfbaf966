/** Cut fonts and what they say of themselves: whose they are, what is allowed with them, and no name that is reserved. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageFile } from '../../src/io/assets.js'
import { openCache } from '../../src/io/cache.js'
import { makeFonts } from '../../src/io/fonts/makeFonts.js'
import { NAMES, readNames } from '../../src/io/fonts/nameTable.js'
import { freed, freeName } from '../../src/io/fonts/reserved.js'
import { tablesOf } from '../../src/io/fonts/tables.js'
import type { FontFile } from '../../src/model/bundle.js'
import { familiesOf, isOurs } from '../../src/model/families.js'

const namesIn = ({ bytes }: Pick<FontFile, 'bytes'>) => readNames(tablesOf(bytes).get('name'))
const CALLED = [NAMES.family, NAMES.unique, NAMES.full, NAMES.postscript, NAMES.familyOfAll]

describe.each(['sans', 'serif'] as const)('the fonts of a deck in %s', async (style) => {
  const text = 'Kube 云原生 ☃ 🎉 𝛼 ├ ⠿'
  const glyphs = { regular: text, bold: text, italic: 'a', mono: text, monoBold: 'a' }
  const folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  afterAll(() => rm(folder, { recursive: true }))
  const cache = openCache('fonts', folder)
  const { files, licences } = await makeFonts(glyphs, familiesOf(style, 'zh-Hans'), cache)

  test('keep their notices, and bear no name that their authors reserve', () => {
    expect(files.length).toBeGreaterThan(8)
    for (const file of files) {
      const names = namesIn(file)
      expect(names.get(NAMES.copyright)).toMatch(/copyright|\(c\)|©/i)
      expect(names.get(NAMES.licenceAddress)).toMatch(/^http/)
      for (const number of CALLED) expect(names.get(number) ?? '').not.toMatch(/source/i)
      expect(isOurs(names.get(NAMES.postscript) ?? '')).toBe(true)
    }
    const [latin] = files.filter(({ family }) => family === 'Talkback Serif').map(namesIn)
    if (style === 'serif') expect(latin?.get(NAMES.full)).toBe('Talkback Serif')
  })

  test('come with each licence once, and name every font under it', () => {
    const texts = licences.map((licence) => licence.text)
    expect(new Set(texts).size).toBe(texts.length)
    const [open, bitstream] = ['SIL OPEN FONT LICENSE Version 1.1', 'Bitstream Vera'].map((words) =>
      licences.find((licence) => licence.text.includes(words)),
    )
    const named = [...(open?.fonts ?? []), ...(bitstream?.fonts ?? [])].join('\n')
    for (const { name, family } of familiesOf(style, '').text) {
      if (files.some((file) => file.family === family)) expect(named).toContain(`${name}`)
    }
    expect(bitstream?.fonts).toEqual([expect.stringMatching(/^DejaVu Sans Mono\nCopyright/)])
    if (style === 'serif') expect(named).toContain('Source Serif 4, cut, and therefore called Talkback Serif')
  })

  test('are the same with their licences when nothing is drawn anew', async () => {
    expect(await makeFonts(glyphs, familiesOf(style, 'zh-Hans'), cache)).toEqual({ files, missing: '', licences })
  })
})

test.each([
  ["with Reserved Font Name 'Source'.", 'Source Serif 4', 'Other'],
  ["with Reserved Font Name 'Source'.", 'Noto Sans SC', 'Noto Sans SC'],
  ['with Reserved Font Names “Lato”, “Lato Sans”', 'Lato', 'Other'],
  ['Copyright X, with Reserved Font Name Fira Code. Copyright Y', 'FiraCode', 'Other'],
  ['with no Reserved Font Name', 'Anything', 'Anything'],
  ['Copyright X', 'Anything', 'Anything'],
])('%s: %s may be called %s', (copyright, family, called) => {
  expect(freeName(family, new Map([[NAMES.copyright, copyright]]), 'Other')).toBe(called)
})

describe('a cut under another name', () => {
  let font: Uint8Array
  beforeAll(async () => {
    const file = packageFile('@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2')
    font = await subsetFont(await readFile(file), 'abc', { targetFormat: 'sfnt' })
  })

  test('has the same letters, and says in which style', () => {
    const [before, after] = [font, freed(font, 'Ours')].map(tablesOf)
    expect(after?.get('glyf')).toEqual(before?.get('glyf'))
    expect(after?.get('GPOS')).toEqual(before?.get('GPOS'))
    const names = readNames(after?.get('name'))
    expect(CALLED.slice(0, 4).map((number) => names.get(number))).toEqual([
      'Ours',
      expect.stringMatching(/^Version \S+;.*;Ours-SemiBold$/),
      'Ours SemiBold',
      'Ours-SemiBold',
    ])
    expect(names.get(NAMES.copyright)).toContain('Adobe')
  })
})
