import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageFile } from '../../src/io/assets.js'
import { openCache } from '../../src/io/cache.js'
import { glyphsOf } from '../../src/io/fonts/cmap.js'
import { originIn } from '../../src/io/fonts/origin.js'
import { fontOf, tablesOf } from '../../src/io/fonts/tables.js'
import { travellingFonts } from '../../src/io/fonts/travellingFonts.js'
import type { Glyphs } from '../../src/model/bundle.js'
import type { Typeface, Typefaces } from '../../src/model/typefaces.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

const none: Glyphs = { regular: '', bold: '', italic: '', mono: '', monoBold: '' }
const ours = { text: ['Talkback Sans', 'Talkback CJK'], mono: ['Talkback Mono'] }
const made = (glyphs: Partial<Glyphs>, more: Partial<Parameters<typeof travellingFonts>[1]> = {}) =>
  travellingFonts(
    { ...none, ...glyphs },
    { families: ours, lang: 'en', own: '', folder, ...more },
    openCache('fonts', folder),
  )

/** What https://www.w3.org/submissions/EOT/ says of a file, read as its readers do: the font is what stands last. */
function readEot(bytes: Uint8Array) {
  const file = Buffer.from(bytes)
  const names: string[] = []
  let at = 80
  for (let name = 0; name < 4; name++) {
    const size = file.readUInt16LE(at + 2)
    expect(file.readUInt16LE(at)).toBe(0)
    names.push(file.toString('utf16le', at + 4, at + 4 + size))
    at += 4 + size
  }
  const rest = { padding: file.readUInt16LE(at), root: file.readUInt16LE(at + 2), sum: file.readUInt32LE(at + 4) }
  return {
    sizes: [file.readUInt32LE(0), file.readUInt32LE(4)],
    version: file.readUInt32LE(8),
    flags: file.readUInt32LE(12),
    weight: file.readUInt32LE(28),
    italic: file.readUInt8(27),
    rights: file.readUInt16LE(32),
    magic: file.readUInt16LE(34),
    headSum: file.readUInt32LE(60),
    names,
    rest,
    font: bytes.subarray(at + 24),
  }
}

const has = (typeface: Typeface, text: string): boolean =>
  typeface.faces.every(({ bytes }) => {
    const glyphs = glyphsOf(readEot(bytes).font)
    return [...text].every((character) => glyphs.has(character.codePointAt(0) ?? 0))
  })

describe('an English deck with code', async () => {
  test('travels with the letters to go on writing in', async () => {
    const { latin, eastAsian, mono } = await made({ regular: 'a', italic: 'b', mono: 'c' })
    expect([latin, eastAsian, mono].map(({ name }) => name)).toEqual(['IBM Plex Sans', 'Noto Sans SC', 'IBM Plex Mono'])
    expect(latin.faces.map(({ bold, italic }) => [bold, italic])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
    expect(eastAsian.faces).toEqual([])
    expect(mono.faces).toHaveLength(1)
    expect(has(latin, 'The quick “fox” – déjà vu, Łódź, Việt, 5 €')).toBe(true)
    expect(latin.nature).toEqual({ panose: '020B0503050203000203', pitchFamily: 0x22, height: 1.3, charset: 0 })
    expect(mono.nature?.pitchFamily).toBe(0x31)
  })

  test('has files that say what the fonts in them say', async () => {
    const { latin } = await made({ regular: 'a', italic: 'b' })
    for (const { bytes, bold, italic } of latin.faces) {
      const { font, names, sizes, headSum, rest, weight, italic: slanted, ...head } = readEot(bytes)
      const style = bold ? 'Bold' : italic ? 'Italic' : 'Regular'
      const full = style === 'Regular' ? 'IBM Plex Sans' : `IBM Plex Sans ${style}`
      expect(names).toEqual(['IBM Plex Sans', style, expect.stringMatching(/^Version 3/), full])
      expect(sizes).toEqual([bytes.length, font.length])
      expect(head).toEqual({ version: 0x20002, flags: 0, rights: 0, magic: 0x504c })
      expect(rest).toEqual({ padding: 0, root: 0, sum: 0x50475342 })
      const tables = tablesOf(font)
      const [os2, table] = ['OS/2', 'head'].map((tag) => Buffer.from(tables.get(tag) ?? []))
      expect([weight, slanted]).toEqual([os2?.readUInt16BE(4), (os2?.readUInt16BE(62) ?? 0) & 1])
      const characters = [...glyphsOf(font).keys()]
      expect([os2?.readUInt16BE(64), os2?.readUInt16BE(66)]).toEqual([
        characters.reduce((one, other) => Math.min(one, other)),
        characters.reduce((one, other) => Math.max(one, other)),
      ])
      expect(headSum).toBe(table?.readUInt32BE(8))
      expect(table?.readUInt16BE(44)).toBe(bold ? 1 : italic ? 2 : 0)
      expect(Buffer.from(tables.get('name') ?? []).includes(Buffer.from(full, 'utf16le').swap16())).toBe(true)
      // Letters keep their kerning, and another tool can read the whole.
      expect(tables.has('GPOS')).toBe(true)
      expect(glyphsOf(await subsetFont(Buffer.from(font), 'fiŁ', { targetFormat: 'sfnt' })).size).toBe(3)
    }
  })
})

describe('a Chinese deck', () => {
  test('travels with its characters and the common ones', async () => {
    const { eastAsian } = await made({ regular: '容器', bold: '镜像', mono: '龘' }, { lang: 'zh-Hans' })
    expect(eastAsian.faces.map(({ bold }) => bold)).toEqual([false, true])
    expect(has(eastAsian, '容器镜像龘我们明天再谈这个问题，好吗？“是”…')).toBe(true)
    expect(eastAsian.nature?.charset).toBe(134 - 256)
  })

  test('is drawn as its template says, and as its language asks', async () => {
    const serif = { text: ['Talkback Serif', 'Talkback CJK Serif'], mono: ['Talkback Mono'] }
    const { latin, eastAsian } = await made({ regular: '繁體' }, { families: serif, lang: 'zh-Hant' })
    expect([latin.name, eastAsian.name]).toEqual(['Talkback Serif', 'Noto Serif SC'])
    expect(latin.nature?.pitchFamily).toBe(0x12)
    expect((await made({ regular: '글꼴' }, { lang: 'ko' })).eastAsian).toEqual({ name: '', faces: [] })
  })
})

test('a deck in another language travels with the characters that it has', async () => {
  const { eastAsian } = await made({ regular: '容器' })
  expect(has(eastAsian, '容器，')).toBe(true)
  expect(has(eastAsian, '我')).toBe(false)
})

test('the same deck has the same fonts', async () => {
  const first = await made({ regular: '容器 a' })
  const again = await made({ regular: '容器 a' })
  const bytes = ({ latin, eastAsian }: Typefaces) =>
    [latin, eastAsian].flatMap(({ faces }) => faces.map((face) => face.bytes))
  expect(bytes(again).map((one, index) => Buffer.from(one).equals(bytes(first)[index] ?? one.subarray(1)))).toEqual([
    true,
    true,
    true,
    true,
  ])
})

test('a family that the template asks for by itself is named and stays where it is', async () => {
  const families = { text: ['Georgia'], mono: ['Courier'] }
  expect((await made({ regular: 'a', mono: 'b' }, { families })).latin).toEqual({ name: 'Georgia', faces: [] })
})

describe('text and code in one family', () => {
  const families = { text: ['Talkback Mono', 'Talkback CJK'], mono: ['Talkback Mono'] }

  test('travel together, with what both of them need', async () => {
    const { latin, mono } = await made({ regular: 'a', mono: 'ж' }, { families })
    expect(mono).toEqual(latin)
    expect(latin.faces.map(({ bold }) => bold)).toEqual([false, true])
    expect(has(latin, 'aж')).toBe(true)
  })

  test('travel where there is no code', async () => {
    expect((await made({ regular: 'a' }, { families })).mono.faces).toHaveLength(2)
  })

  test('travel as our files where the user’s own is one of them', async () => {
    const own = packageFile('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2')
    const text = ['Talkback Own', 'Talkback Sans']
    const { latin, mono } = await made({ regular: 'a', mono: 'b' }, { families: { ...families, text }, own })
    expect([latin.name, latin.faces.length, mono]).toEqual(['IBM Plex Mono', 2, latin])
  })
})

describe('a font of the user’s own', () => {
  const file = packageFile('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2')
  const families = { text: ['Talkback Own', 'Talkback Sans', 'Talkback CJK'], mono: ['Talkback Mono'] }
  /** @param change of its tables */
  const ownWith = async (name: string, change: (tables: Map<string, Uint8Array>) => void): Promise<string> => {
    const tables = new Map(tablesOf(await subsetFont(await readFile(file), 'abcdeü', { targetFormat: 'sfnt' })))
    tables.set('head', Buffer.from(tables.get('head') ?? []))
    change(tables)
    const path = join(folder, `own-${name}.ttf`)
    await writeFile(path, fontOf(tables))
    return path
  }
  const own = (rights: number): Promise<string> =>
    ownWith(`rights-${rights}`, (tables) => {
      const os2 = Buffer.from(tables.get('OS/2') ?? [])
      os2.writeUInt16BE(rights, 8)
      tables.set('OS/2', os2)
    })

  test.each([0, 8])(
    'travels, under a name that nobody reserves, when it may be edited with (rights %i)',
    async (rights) => {
      const { latin, eastAsian } = await made({ regular: 'abc 容', bold: 'd' }, { families, own: await own(rights) })
      expect(latin.name).toBe('Talkback Own')
      // There is one weight of it.
      expect(latin.faces).toHaveLength(1)
      expect(has(latin, 'abcdeü')).toBe(true)
      expect(eastAsian.name).toBe('Noto Sans SC')
    },
  )

  test.each([2, 4, 0x200, 0x100, 0x108])('is named and left at home when it may not (rights %i)', async (rights) => {
    const { latin } = await made({ regular: 'abc' }, { families, own: await own(rights) })
    expect(latin).toEqual({ name: 'Source Serif 4', faces: [] })
  })

  test('of the oldest kind, which says nothing of code pages, travels', async () => {
    const path = await ownWith('old', (tables) => {
      const os2 = Buffer.from(tables.get('OS/2')?.subarray(0, 78) ?? [])
      os2.writeUInt16BE(0, 0)
      tables.set('OS/2', os2)
    })
    const { latin } = await made({ regular: 'abc' }, { families, own: path })
    expect(has(latin, 'abcdeü')).toBe(true)
    expect(latin.nature?.charset).toBe(0)
  })

  test.each([
    ['方正黑体', 'FZHei-B01S', 'FZHei'],
    ['方正黑体', '', /^Font\w{12}$/],
    [`${'Long '.repeat(20)}Name`, 'Long', 'Long'.repeat(20).slice(0, 63)],
  ])('called %s has a name for printers', async (family, before, printed) => {
    const path = await ownWith(`${family}-${before}`, (tables) => {
      const names = new Map([
        [1, family],
        [5, 'Version 1.0'],
        [6, before],
      ])
      tables.set('name', nameTable(names))
    })
    const { latin } = await made({ regular: 'abc' }, { families, own: path })
    expect(latin.name).toBe(family)
    const names = namesOf(latin)
    expect(names.get(6)).toMatch(printed)
    expect(names.get(6)).toMatch(/^[!-~]{1,63}$/)
    expect(names.get(3)).toBe(`Version 1.0;${names.get(6)}`)
  })

  const packaged = (name: string): string => packageFile(`@fontsource${name}.woff2`)

  test('brings along what its file says of its licence', async () => {
    const { latin } = await made({ regular: 'abc' }, { families, own: file })
    expect(namesOf(latin).get(14)).toBe('http://scripts.sil.org/OFL')
  })

  test.each([
    ['/ibm-plex-sans/files/ibm-plex-sans-latin-300-normal', 'a', 'IBM Plex Sans Light'],
    // Its authors reserve its name for what they made themselves.
    ['/source-serif-4/files/source-serif-4-latin-300-normal', 'a', 'Talkback Own'],
    // Pinned to regular, it is no longer the lightest weight, which its file is named after.
    ['-variable/noto-serif-sc/files/noto-serif-sc-119-wght-normal', '的', 'Noto Serif SC'],
  ])('is called as programs call its weight: %s', async (name, letters, family) => {
    const { latin } = await made({ regular: letters }, { families, own: packaged(name) })
    expect(latin.name).toBe(family)
    expect(namesOf(latin).get(1)).toBe(family)
    expect(latin.faces).not.toEqual([])
  })
})

/** Names by number, as the first face has them. */
function namesOf({ faces: [face] }: Typeface): ReadonlyMap<number, string> {
  return face === undefined ? new Map() : originIn(readEot(face.bytes).font).names
}

function nameTable(names: ReadonlyMap<number, string>): Uint8Array {
  const head = Buffer.alloc(6 + 12 * names.size)
  head.writeUInt16BE(names.size, 2)
  head.writeUInt16BE(head.length, 4)
  const texts = [...names.values()].map((text) => Buffer.from(text, 'utf16le').swap16())
  for (const [index, number] of [...names.keys()].entries()) {
    const place = Buffer.concat(texts.slice(0, index)).length
    for (const [at, value] of [3, 1, 0x409, number, texts[index]?.length ?? 0, place].entries())
      head.writeUInt16BE(value, 6 + 12 * index + 2 * at)
  }
  return Buffer.concat([head, ...texts])
}
