/** The pages of a PDF → what is on each: the letters that can be read there, in the order they are drawn, and whether anything is drawn. */
import { readDictionary, readReference, readReferences } from '../dictionary.js'
import type { PdfFile } from '../file.js'
import { readToUnicode } from '../fonts/toUnicode.js'
import { readUtf16 } from '../text.js'

export interface PageContent {
  /** Letters and digits as `folded` leaves them. */
  readonly letters: string
  /** Nothing but a background: no letter, no picture, no line that is drawn. */
  readonly blank: boolean
}

/** Text without all that a PDF may show in another way: only letters and digits, in their plain form without marks, as capitals. */
export const folded = (text: string): string => {
  if (plain.test(text)) return text.toUpperCase()
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Most text is of this kind, and need not be looked at closely. */
const plain = /^[A-Za-z0-9\u4e00-\u9fff]*$/

/** What a font's codes mean, folded; hexadecimal digits that make a code. */
interface Reading {
  readonly digits: 2 | 4
  readonly letters: ReadonlyMap<number, string>
  /** Codes that leave no mark: spaces, and what is wider than nothing at most. */
  readonly gaps: ReadonlySet<number>
}

interface Drawn {
  readonly letters: string
  readonly drawn: boolean
}

/** What stands for text that glyphs alone don't tell; codes of glyphs; which font; a picture or a group; the end of what is said otherwise. */
const signs = /\/ActualText <([0-9A-Fa-f\s]*)>|<([0-9A-Fa-f]+)>|\/(\w+) [-\d.]+ Tf|\/(\w+) (?:Do|sh)\b|EMC/g
/** Text that shows. What it is made of may be written in a way that `signs` does not know. */
const shows = /T[jJ]\b/
/** Lines and curves, and pictures among them; a background is a rectangle, and the bars that go with it are some more. */
const strokes = /[\d.]\s+[lcvy]\s|\bBI\s/
const shapes = /\s(?:f\*?|S|B)(?=\s)/g
const fewestShapes = 6
const gap = /^[\s\p{Cc}\p{Cf}]*$/u

const deepestGroup = 8

/**
 * Makes the reader for the pages of one PDF: fonts and groups are read once. A page is blank where that is certain: what can't
 * be read counts as drawn.
 */
export function pageReader(file: PdfFile): (page: number) => PageContent {
  const fonts = new Map<number, Reading>()
  const groups = new Map<number, Drawn>()

  const fontOf = (object: number): Reading => {
    const known = fonts.get(object)
    if (known) return known
    const font = file.dictionary(object)
    const map = readReference(font.get('ToUnicode'))
    const meanings = map === undefined ? [] : [...readToUnicode(latin1(file.stream(map)))]
    const letters = new Map(meanings.map(([code, text]) => [code, folded(text)]))
    const gaps = new Set(meanings.flatMap(([code, text]) => (gap.test(text) ? [code] : [])))
    const reading: Reading = { digits: font.get('Subtype') === '/Type0' ? 4 : 2, letters, gaps }
    fonts.set(object, reading)
    return reading
  }

  const groupOf = (object: number, depth: number): Drawn => {
    const known = groups.get(object)
    if (known) return known
    const group = file.dictionary(object)
    const drawn =
      group.get('Subtype') === '/Form' && depth < deepestGroup
        ? read(latin1(file.stream(object)), namesIn(file, group.get('Resources')), depth + 1)
        : { letters: '', drawn: true }
    groups.set(object, drawn)
    return drawn
  }

  const read = (content: string, names: ReadonlyMap<string, number>, depth: number): Drawn => {
    let letters = ''
    let drawn = strokes.test(content) || (content.match(shapes)?.length ?? 0) > fewestShapes
    let font: Reading | undefined
    let said = false
    let understood = false
    // Hundreds a page: `matchAll` takes half as long again. A copy, as groups are read in between.
    const pattern = new RegExp(signs)
    for (let sign = pattern.exec(content); sign !== null; sign = pattern.exec(content)) {
      const { 1: actual, 2: codes, 3: fontName, 4: name } = sign
      if (actual !== undefined) {
        letters += folded(readUtf16(actual).replace(/^\ufeff/, ''))
        said = true
      } else if (codes !== undefined) {
        understood = true
        drawn ||= !font
        for (let at = 0; font && at < codes.length; at += font.digits) {
          // Glyph 0 is the empty box that stands for a character which no font has, and a code like the others.
          const code = Number.parseInt(codes.slice(at, at + font.digits), 16)
          drawn ||= !font.gaps.has(code)
          if (!said) letters += font.letters.get(code) ?? ''
        }
      } else if (fontName !== undefined) {
        const object = names.get(`Font ${fontName}`)
        font = object === undefined ? undefined : fontOf(object)
      } else if (name !== undefined) {
        const object = names.get(`XObject ${name}`)
        const inner = object === undefined ? undefined : groupOf(object, depth)
        letters += inner?.letters ?? ''
        drawn ||= inner?.drawn ?? true
      } else said = false
    }
    return { letters, drawn: drawn || (!understood && shows.test(content)) }
  }

  return (page) => {
    const entries = file.dictionary(page)
    const content = readReferences(entries.get('Contents')).map((object) => latin1(file.stream(object)))
    const { letters, drawn } = read(content.join('\n'), namesIn(file, entries.get('Resources')), 0)
    return { letters, blank: letters === '' && !drawn }
  }
}

/** `Font F4` → 4 and `XObject X12` → 12: what the names in a page's content stand for. */
function namesIn(file: PdfFile, value = ''): ReadonlyMap<string, number> {
  const object = readReference(value)
  const resources = object === undefined ? readDictionary(value) : file.dictionary(object)
  const names = new Map<string, number>()
  for (const kind of ['Font', 'XObject', 'Shading']) {
    for (const [name, to] of readDictionary(resources?.get(kind) ?? '') ?? []) {
      const target = readReference(to)
      if (target !== undefined) names.set(`${kind} ${name}`, target)
    }
  }
  return names
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
