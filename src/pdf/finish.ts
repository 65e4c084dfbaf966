/** Chrome's PDF and what we know of the talk → the finished PDF: words, language, page labels, bookmarks, dates and id. */
import type { Bookmark } from '../model/fitted.js'
import { tagContents } from './contents.js'
import { type Dictionary, readNumbers } from './dictionary.js'
import { pagesOf } from './file.js'
import { mendFormulas } from './formulas.js'
import { labelsOf } from './labels.js'
import { type PdfWords, writeMetadata } from './metadata.js'
import { addNotes } from './notes.js'
import { writeOutline } from './outline.js'
import { type Revision, revise } from './revision.js'
import { type PdfPage, placeOnSheets, type Sheet } from './sheet.js'
import { nameTagsAnew } from './tagNames.js'
import { describeLinks, mendTags } from './tags.js'
import { pdfDate, pdfString } from './text.js'
import { fail } from './unknown.js'

export interface Finish {
  readonly words: PdfWords
  readonly bookmarks: readonly Bookmark[]
  /** The number that readers show for each page; otherwise they count. */
  readonly labels?: readonly number[]
  /** For each page what the speaker says, if anything, as a note to open. */
  readonly notes?: readonly (string | undefined)[]
  /** Paper that every page is placed on, as large as it goes; otherwise pages keep their size. */
  readonly sheet?: Sheet
}

/**
 * Keeps what Chrome wrote (content, tags, links, fonts) and replaces the few objects that describe the document.
 *
 * @param printed as `Page.printToPDF` gives it; others throw UnknownPdf
 */
export function finishPdf(printed: Uint8Array, { words, bookmarks, labels, notes, sheet }: Finish): Uint8Array {
  const revision = revise(printed)
  const pages = pagesOf(revision.file)
  const sized = pages.map((object) => sizeOf(revision, object))
  const outline = writeOutline(bookmarks, sized, revision.next(), sheet)
  for (const text of outline) revision.add(text)
  mendFormulas(revision)
  if (sheet) placeOnSheets(revision, sized, sheet)
  describeLinks(revision, pages, bookmarks, words.title)
  if (notes) addNotes(revision, pages, notes, words)
  mendTags(revision)
  tagContents(revision, pages)
  nameTagsAnew(revision)

  const { catalogue, info } = revision
  const metadata = revision.add(writeMetadata(words))
  const entries = new Map(revision.dictionary(catalogue))
  for (const name of ['Outlines', 'PageMode']) entries.delete(name)
  entries.set('Version', '/1.7')
  entries.set('Lang', pdfString(words.lang))
  entries.set('ViewerPreferences', '<</DisplayDocTitle true>>')
  entries.set('PageLabels', labelsOf(labels))
  entries.set('Metadata', `${metadata} 0 R`)
  if (outline.length > 0) entries.set('Outlines', `${revision.file.size} 0 R`).set('PageMode', '/UseOutlines')
  revision.replace(catalogue, entries)
  revision.replace(info, infoWith(revision.dictionary(info), words))
  return revision.write()
}

function infoWith(chrome: Dictionary, words: PdfWords): Dictionary {
  const said = { Title: words.title, Author: words.author, Subject: words.subject, Keywords: words.keywords }
  return new Map([
    ...Object.entries(said).flatMap(([name, text]) => (text === '' ? [] : [[name, pdfString(text)] as const])),
    ['Creator', pdfString('Talkback')],
    ['Producer', chrome.get('Producer') ?? pdfString('Chrome')],
    ...['CreationDate', 'ModDate'].flatMap((name) => (words.date ? [[name, pdfDate(words.date)] as const] : [])),
  ])
}

function sizeOf(revision: Revision, object: number): PdfPage {
  const [, , width, height] = readNumbers(revision.dictionary(object).get('MediaBox'))
  if (width === undefined || height === undefined) fail(`page object ${object} has no size of its own`)
  return { object, width, height }
}
