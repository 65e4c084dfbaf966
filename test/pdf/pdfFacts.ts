/** A PDF made here → what it says of itself. */

import { decodedAddress } from '../../src/model/text.js'
import { readReference } from '../../src/pdf/dictionary.js'
import { openPdf, pagesOf, rootOf } from '../../src/pdf/file.js'
import { type PdfFont, readFonts } from '../../src/pdf/read/fonts.js'
import { readLinks } from '../../src/pdf/read/links.js'
import { type ReadBookmark, readOutline } from '../../src/pdf/read/outline.js'
import { readPdfString } from '../../src/pdf/text.js'

export interface PdfFacts {
  readonly pages: number
  readonly title: string
  /** BCP 47; '' when the PDF does not say. */
  readonly lang: string
  /** Whether there is a tree of tags, and the PDF says so. */
  readonly tagged: boolean
  /** Whether pages have labels. */
  readonly labels: boolean
  /** Bookmarks in reading order. */
  readonly outline: readonly ReadBookmark[]
  readonly fonts: readonly PdfFont[]
  /** Links inside the deck by their destination's name, and whether there is one of that name. */
  readonly links: readonly { readonly name: string; readonly alive: boolean }[]
  /** Addresses that links lead to outside the deck. */
  readonly addresses: readonly string[]
}

/** Reads what finishPdf writes and what Chrome prints; other PDFs throw. */
export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const file = openPdf(bytes)
  const catalogue = file.dictionary(rootOf(file))
  const pages = pagesOf(file)
  const info = readReference(file.trailer.get('Info'))
  const links = readLinks(file, pages)
  return {
    pages: pages.length,
    title: readPdfString((info === undefined ? undefined : file.dictionary(info).get('Title')) ?? '()'),
    lang: readPdfString(catalogue.get('Lang') ?? '()'),
    tagged: catalogue.has('StructTreeRoot') && /\/Marked true/.test(catalogue.get('MarkInfo') ?? ''),
    labels: catalogue.has('PageLabels'),
    outline: readOutline(file, pages),
    fonts: readFonts(file, pages),
    // Chrome writes names other than ASCII as in addresses, `%E4%BA%91` for `云`.
    links: links.flatMap(({ name, alive }) => (name === '' ? [] : [{ name: decodedAddress(name), alive }])),
    addresses: links.flatMap(({ address }) => (address === '' ? [] : [address])),
  }
}
