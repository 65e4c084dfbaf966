/** A PDF and photographs that lie elsewhere → the PDF without those among its pictures, and, at the end, the pieces of it with them. */
import { createHash } from 'node:crypto'
import { isLater, type LaterBytes, type LaterFile } from '../model/content.js'
import { least } from '../model/lists.js'
import { type Dictionary, writeDictionary } from './dictionary.js'
import { openPdf, type PdfFile, table } from './file.js'
import { writing } from './writing.js'

/** By the digest of their bytes, which Chrome puts into PDFs as they are. */
export type LentPictures = ReadonlyMap<string, LaterFile>

/**
 * In the place of each such photograph stand the letters of its digest: a few bytes to join, to finish and to read back.
 *
 * @param printed as Chrome gives it; others throw UnknownPdf
 */
export function withoutLent(printed: Uint8Array, lent: LentPictures): Uint8Array {
  if (lent.size === 0) return printed
  const file = openPdf(printed)
  const out = writing()
  for (const object of objectsOf(file)) {
    const digest = isPhoto(file, object) ? createHash('sha256').update(file.packed(object)).digest('hex') : ''
    if (lent.has(digest)) out.write(object, ofLength(file, object, digest.length), Buffer.from(digest))
    else out.copy(object, '', contentOf(file, object, printed))
  }
  return out.end(file.size, trailerOf(file))
}

/** The same PDF with the photographs, which are had one by one. */
export function withLent(pdf: Uint8Array, lent: LentPictures): Uint8Array | LaterBytes {
  if (lent.size === 0) return pdf
  const file = openPdf(pdf)
  const objects = objectsOf(file)
  const photos = new Map<number, LaterFile>()
  for (const object of objects) {
    const photo = isPhoto(file, object) ? lent.get(Buffer.from(file.packed(object)).toString('latin1')) : undefined
    if (photo) photos.set(object, photo)
  }
  return photos.size === 0 ? pdf : { pieces: () => pieces(pdf, file, objects, photos) }
}

async function* pieces(
  pdf: Uint8Array,
  file: PdfFile,
  objects: readonly number[],
  photos: ReadonlyMap<number, LaterFile>,
): AsyncGenerator<Uint8Array> {
  const offsets: (number | undefined)[] = []
  const first = least(objects.map((object) => file.range(object)[0]))
  let length = first
  yield pdf.subarray(0, first)
  for (const object of objects) {
    offsets[object] = length
    for (const part of partsOf(pdf, file, object, photos.get(object))) {
      if (isLater(part)) yield* part.pieces()
      else yield part
      length += isLater(part) ? part.size : part.length
    }
  }
  const list = table(file.size, (number) => offsets[number])
  const trailer = `trailer\n${writeDictionary(file.trailer)}\nstartxref\n${length}\n%%EOF\n`
  yield Buffer.from(`xref\n0 ${file.size}\n${list}${trailer}`, 'latin1')
}

function partsOf(
  pdf: Uint8Array,
  file: PdfFile,
  object: number,
  photo: LaterFile | undefined,
): readonly (Uint8Array | LaterFile)[] {
  if (photo === undefined) return [pdf.subarray(...file.range(object))]
  const head = `${object} 0 obj\n${writeDictionary(ofLength(file, object, photo.size))} stream\n`
  return [Buffer.from(head, 'latin1'), photo, Buffer.from('\nendstream\nendobj\n')]
}

const objectsOf = (file: PdfFile): readonly number[] =>
  file.offsets.flatMap((offset, object) => (offset === undefined ? [] : [object]))

/** Its number stands before it, with no blank between. */
const contentOf = (file: PdfFile, object: number, pdf: Uint8Array): Uint8Array => {
  const [start, end] = file.range(object)
  return pdf.subarray(start + `${object} 0 obj\n`.length, end)
}

/** Objects that are no dictionary, such as lists of numbers, are no pictures. */
function isPhoto(file: PdfFile, object: number): boolean {
  if (!/^\s*<</.test(file.text(object, 32))) return false
  const entries = file.dictionary(object)
  return entries.get('Subtype') === '/Image' && entries.get('Filter') === '/DCTDecode'
}

const ofLength = (file: PdfFile, object: number, length: number): Dictionary =>
  new Map([...file.dictionary(object), ['Length', String(length)]])

const trailerOf = (file: PdfFile): string =>
  ['Root', 'Info'].flatMap((name) => (file.trailer.has(name) ? [`/${name} ${file.trailer.get(name)}`] : [])).join('\n')
