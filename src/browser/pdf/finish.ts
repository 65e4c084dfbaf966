/** Chrome's PDF and what we know of the talk → the finished PDF: words, language, page labels, bookmarks, fixed dates and id. */
import { createHash } from 'node:crypto'
import type { Bookmark } from '../../model/fitted.js'
import { type Dictionary, readNumbers, readReference, writeDictionary } from './dictionary.js'
import { openPdf, type PdfFile, pagesOf, rootOf, table } from './file.js'
import { type PdfPage, writeOutline } from './outline.js'
import { pdfDate, pdfString } from './text.js'

/** What a PDF says about itself; '' where there is nothing to say. */
export interface PdfWords {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: string
  /** BCP 47. */
  readonly lang: string
  /** Written as creation and change date, so that the same notes give the same bytes. */
  readonly date: Date
}

/**
 * Keeps all that Chrome wrote (pages, tags, links, fonts) byte for byte and replaces the few objects that describe the
 * document. Chrome's own are blanked, the new ones and the outline go where its table of objects was, and a new table
 * follows. Linear, and one copy of the file in memory: a library that reads and writes it all takes longer to load than
 * this takes for a thousand pages.
 *
 * @param printed as `Page.printToPDF` gives it; other PDFs throw
 */
export function finishPdf(printed: Uint8Array, words: PdfWords, bookmarks: readonly Bookmark[]): Uint8Array {
  const file = openPdf(printed)
  const catalogue = rootOf(file)
  const info = readReference(file.trailer.get('Info'))
  if (info === undefined) throw new Error('The PDF that Chrome printed has no document information')
  const outline = writeOutline(bookmarks, pages(file), file.size)

  const objects = new Map<number, string>([
    [catalogue, writeDictionary(catalogueWith(file, catalogue, words, outline.length > 0))],
    [info, writeDictionary(infoWith(file.dictionary(info), words))],
    ...mendedTags(file, catalogue),
    ...outline.map((text, index) => [file.size + index, text] as const),
  ])
  const size = file.size + outline.length
  const offsets = new Map<number, number>()
  let tail = ''
  for (const [number, text] of objects) {
    offsets.set(number, file.tableAt + tail.length)
    tail += `${number} 0 obj\n${text}\nendobj\n`
  }
  const tableAt = file.tableAt + tail.length
  tail += `xref\n0 ${size}\n${table(size, (number) => offsets.get(number) ?? file.offsets[number])}`

  const trailer = (id: string): string =>
    `trailer\n<</Size ${size}\n/Root ${catalogue} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]>>\nstartxref\n${tableAt}\n%%EOF\n`
  const idLength = 32
  const finished = Buffer.allocUnsafe(file.tableAt + tail.length + trailer('0'.repeat(idLength)).length)
  finished.set(printed.subarray(0, file.tableAt))
  for (const number of objects.keys()) if (number < file.size) finished.fill('\n', ...file.range(number))
  const end = file.tableAt + finished.write(tail, file.tableAt, 'latin1')
  const id = createHash('sha256').update(finished.subarray(0, end)).digest('hex').slice(0, idLength).toUpperCase()
  finished.write(trailer(id), end, 'latin1')
  return finished
}

function catalogueWith(file: PdfFile, object: number, words: PdfWords, outlined: boolean): Dictionary {
  const entries = new Map(file.dictionary(object))
  for (const name of ['Outlines', 'PageMode']) entries.delete(name)
  entries.set('Lang', pdfString(words.lang))
  entries.set('ViewerPreferences', '<</DisplayDocTitle true>>')
  entries.set('PageLabels', '<</Nums [0 <</S /D>>]>>')
  if (outlined) entries.set('Outlines', `${file.size} 0 R`).set('PageMode', '/UseOutlines')
  return entries
}

/** Chrome tags bold and italic text with names that PDF knows only since 2.0; readers are told what they stand for. */
function mendedTags(file: PdfFile, catalogue: number): readonly (readonly [number, string])[] {
  const tree = readReference(file.dictionary(catalogue).get('StructTreeRoot'))
  if (tree === undefined) return []
  const entries = new Map(file.dictionary(tree)).set('RoleMap', '<</Strong /Span /Em /Span>>')
  return [[tree, writeDictionary(entries)]]
}

function infoWith(chrome: Dictionary, words: PdfWords): Dictionary {
  const date = pdfDate(words.date)
  const said = { Title: words.title, Author: words.author, Subject: words.subject, Keywords: words.keywords }
  return new Map([
    ...Object.entries(said).flatMap(([name, text]) => (text === '' ? [] : [[name, pdfString(text)] as const])),
    ['Creator', pdfString('Talkback')],
    ['Producer', chrome.get('Producer') ?? pdfString('Chrome')],
    ['CreationDate', date],
    ['ModDate', date],
  ])
}

function pages(file: PdfFile): readonly PdfPage[] {
  return pagesOf(file).map((object) => {
    const height = readNumbers(file.dictionary(object).get('MediaBox'))[3]
    if (height === undefined) throw new Error(`Page object ${object} of the printed PDF has no size of its own`)
    return { object, height }
  })
}
