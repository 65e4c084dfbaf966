/** A PDF made here → what it says of itself. */

import { type Dictionary, readDictionary, readReference, readReferences } from '../../src/browser/pdf/dictionary.js'
import { openPdf, type PdfFile, pagesOf, rootOf } from '../../src/browser/pdf/file.js'
import { decodedAddress } from '../../src/model/text.js'

export interface PdfFacts {
  readonly pages: number
  readonly title: string
  /** BCP 47; '' when the PDF does not say. */
  readonly lang: string
  /** Whether there is a tree of tags, and the PDF says so. */
  readonly tagged: boolean
  /** Whether pages have labels. */
  readonly labels: boolean
  /** Bookmarks in reading order; levels and pages from 1. */
  readonly outline: readonly { readonly title: string; readonly level: number; readonly page: number }[]
  readonly fonts: readonly PdfFont[]
  /** Links inside the deck by their destination's name, and whether there is one of that name. */
  readonly links: readonly { readonly name: string; readonly alive: boolean }[]
  /** Addresses that links lead to outside the deck. */
  readonly addresses: readonly string[]
}

export interface PdfFont {
  /** With the prefix of a subset: `AAAAAA+NotoSansSC-Regular`. */
  readonly name: string
  /** `Type0`, `TrueType`, `Type3`… */
  readonly type: string
  readonly embedded: boolean
}

/** Reads what finishPdf writes and what Chrome prints; other PDFs throw. */
export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const file = openPdf(bytes)
  const catalogue = file.dictionary(rootOf(file))
  const pages = pagesOf(file)
  const info = readReference(file.trailer.get('Info'))
  const annotations = pages.flatMap((page) => readReferences(file.dictionary(page).get('Annots')))
  const links = annotations.map((object) => file.dictionary(object))
  return {
    pages: pages.length,
    title: readPdfString((info === undefined ? undefined : file.dictionary(info).get('Title')) ?? '()'),
    lang: readPdfString(catalogue.get('Lang') ?? '()'),
    tagged: catalogue.has('StructTreeRoot') && /\/Marked true/.test(catalogue.get('MarkInfo') ?? ''),
    labels: catalogue.has('PageLabels'),
    outline: outlineOf(file, readReference(catalogue.get('Outlines')), pages, 1),
    fonts: fontsOf(file),
    links: namesIn(links, destinationsOf(file, catalogue)),
    addresses: links.flatMap((link) => readDictionary(link.get('A') ?? '')?.get('URI') ?? []).map(readPdfString),
  }
}

function outlineOf(
  file: PdfFile,
  parent: number | undefined,
  pages: readonly number[],
  level: number,
): PdfFacts['outline'] {
  const items: PdfFacts['outline'][number][] = []
  let next = parent === undefined ? undefined : readReference(file.dictionary(parent).get('First'))
  while (next !== undefined) {
    const item = file.dictionary(next)
    const page = readReferences(item.get('Dest'))[0] ?? 0
    items.push({ title: readPdfString(item.get('Title') ?? '()'), level, page: pages.indexOf(page) + 1 })
    items.push(...outlineOf(file, next, pages, level + 1))
    next = readReference(item.get('Next'))
  }
  return items
}

/** Fonts that text is set in; the inner fonts of composite ones are theirs. */
function fontsOf(file: PdfFile): readonly PdfFont[] {
  const objects = file.offsets.flatMap((offset, object) => (offset === undefined ? [] : [object]))
  const fonts = objects.flatMap((object) => {
    const font = readDictionary(file.text(object))
    return font?.get('Type') === '/Font' && !font.get('Subtype')?.startsWith('/CIDFont') ? [font] : []
  })
  return fonts.map((font) => {
    const type = (font.get('Subtype') ?? '/').slice(1)
    const inner = readReferences(font.get('DescendantFonts'))[0]
    const described = inner === undefined ? font : file.dictionary(inner)
    const descriptor = readReference(described.get('FontDescriptor'))
    const embedded = descriptor !== undefined && /\/FontFile/.test(file.text(descriptor))
    return { name: (font.get('BaseFont') ?? '/').slice(1), type, embedded: embedded || type === 'Type3' }
  })
}

function destinationsOf(file: PdfFile, catalogue: Dictionary): ReadonlySet<string> {
  const object = readReference(catalogue.get('Dests'))
  return new Set(object === undefined ? [] : file.dictionary(object).keys())
}

function namesIn(links: readonly Dictionary[], destinations: ReadonlySet<string>): PdfFacts['links'] {
  return links.flatMap((link) => {
    const name = link.get('Dest')?.replace(/^\//, '')
    return name === undefined ? [] : [{ name: readName(name), alive: destinations.has(name) }]
  })
}

/** `b#2F` → `b/`; Chrome writes other than ASCII as in addresses, `%E4%BA%91` → `云`. */
function readName(name: string): string {
  const plain = name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return decodedAddress(plain)
}

/** The text of a string in either form; a language tag or date is read just so. */
export function readPdfString(value: string): string {
  const bytes = value.startsWith('<') ? Buffer.from(value.slice(1, -1).replace(/\s/g, ''), 'hex') : unescaped(value)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')
  }
  return bytes.toString('latin1')
}

function unescaped(value: string): Buffer {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const text = value.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => {
    return /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (letters[code] ?? code)
  })
  return Buffer.from(text, 'latin1')
}
