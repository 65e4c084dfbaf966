/** The bytes of a PDF, and what makes its pictures smaller → the same pages with other pictures. */
import { createHash } from 'node:crypto'
import { isLater, type LaterFile } from '../model/content.js'
import { openPdf, type PdfFile, pagesOf } from './file.js'
import { type LentPictures, lentAt } from './lentPictures.js'
import { resourcesOf } from './read/resources.js'
import { writing } from './writing.js'

/** A picture as a PDF holds it. */
export interface PdfPicture {
  readonly object: number
  readonly width: number
  readonly height: number
  /** Bytes that it takes. */
  readonly length: number
  /** A whole JPEG, or rows of red, green and blue, packed. */
  readonly kind: 'jpeg' | 'pixels'
  readonly bytes: Uint8Array | LaterFile
}

/** A JPEG in red, green and blue, or in greys. */
export interface SmallerPicture {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  readonly grey: boolean
}

/**
 * @param lent that the PDF is without
 * @returns the pictures that can be made smaller; other PDFs than Chrome's throw UnknownPdf
 */
export function pdfPictures(pdf: Uint8Array, lent: LentPictures = new Map()): readonly PdfPicture[] {
  const file = openPdf(pdf)
  const found = [...resourcesOf(file, pagesOf(file)).pictures]
  return found.sort((one, other) => one - other).flatMap((object) => pictureAt(file, object, lent) ?? [])
}

function pictureAt(file: PdfFile, object: number, lent: LentPictures): PdfPicture | undefined {
  const entries = file.dictionary(object)
  const number = (name: string): number => Number(entries.get(name))
  if (entries.get('Subtype') !== '/Image' || number('BitsPerComponent') !== 8 || entries.has('Decode')) return undefined
  const bytes = lentAt(file, object, lent) ?? file.packed(object)
  const length = isLater(bytes) ? bytes.size : bytes.length
  const facts = { object, width: number('Width'), height: number('Height'), length, bytes }
  switch (entries.get('Filter')) {
    case '/DCTDecode':
      return { ...facts, kind: 'jpeg' }
    case '/FlateDecode':
      // Of others nobody knows how many bytes a pixel has.
      return isRgb(file, entries.get('ColorSpace')) && !entries.has('DecodeParms')
        ? { ...facts, kind: 'pixels' }
        : undefined
    default:
      return undefined
  }
}

/** By itself, or as a profile of three colours says. */
function isRgb(file: PdfFile, colours = ''): boolean {
  const [, profile] = /^\[\s*\/ICCBased\s+(\d+) 0 R\s*\]$/.exec(colours) ?? []
  return colours === '/DeviceRGB' || (profile !== undefined && file.dictionary(Number(profile)).get('N') === '3')
}

/** What a picture refers to, its mask above all, stays what it is: masks may have other sizes. */
export const withPictures = (pdf: Uint8Array, smaller: ReadonlyMap<number, SmallerPicture>): Uint8Array =>
  rewritten(openPdf(pdf), pdf, smaller)

function rewritten(file: PdfFile, pdf: Uint8Array, smaller: ReadonlyMap<number, SmallerPicture>): Uint8Array {
  const out = writing()
  const id = createHash('sha256').update(file.trailer.get('ID') ?? '')
  for (let object = 1; object < file.size; object++) {
    if (file.offsets[object] === undefined) continue
    const picture = smaller.get(object)
    if (picture === undefined) {
      const [start, end] = file.range(object)
      out.copy(object, '', pdf.subarray(start + `${object} 0 obj\n`.length, end))
      continue
    }
    id.update(picture.jpeg)
    const entries = new Map([
      ...file.dictionary(object),
      ['Width', String(picture.width)],
      ['Height', String(picture.height)],
      ['Filter', '/DCTDecode'],
      ['Length', String(picture.jpeg.length)],
    ])
    // A profile of as many colours stays; greys that were colours have none.
    if (picture.grey) entries.set('ColorSpace', '/DeviceGray')
    out.write(object, entries, picture.jpeg)
  }
  const name = id.digest('hex').slice(0, 32).toUpperCase()
  const roots = ['Root', 'Info'].map((entry) => `/${entry} ${file.trailer.get(entry)}`).join('\n')
  return out.end(file.size, `${roots}\n/ID [<${name}> <${name}>]`)
}
