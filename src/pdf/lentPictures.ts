/** A PDF → the same without its large pictures, which lie elsewhere until, at the end, the pieces of it with them are written. */
import { createHash } from 'node:crypto'
import type { LaterBytes, LaterFile, Shelf } from '../model/content.js'
import { least } from '../model/lists.js'
import { type Dictionary, writeDictionary } from './dictionary.js'
import { openPdf, type PdfFile, table } from './file.js'
import { writing } from './writing.js'

/** By the digest of their bytes as they stand in the PDF; Chrome puts photographs into it as they are. */
export type LentPictures = ReadonlyMap<string, LaterFile>

/** Where the pictures of a print lie meanwhile. */
export interface Lending {
  /** Those that a file has, and by and by all that were put away. */
  readonly lent: Map<string, LaterFile>
  /** For what Chrome packed anew, and for pictures of no file; absent where they are few enough to be held. */
  readonly shelf?: Shelf
}

/** Bytes of a picture that is worth a file. */
const LARGE = 100_000

/**
 * In the place of each such picture stand the letters of its digest: a few bytes to join, to finish and to read back.
 *
 * @param printed as Chrome gives it; others throw UnknownPdf
 */
export async function withoutLent(printed: Uint8Array, { lent, shelf }: Lending): Promise<Uint8Array> {
  if (lent.size === 0 && shelf === undefined) return printed
  const file = openPdf(printed)
  const out = writing()
  let isSame = true
  for (const object of objectsOf(file)) {
    const isWorth = shelf !== undefined && isPicture(file, object) && lengthOf(file, object) > LARGE
    const bytes = isWorth || isPhoto(file, object) ? file.packed(object) : undefined
    const digest = bytes ? createHash('sha256').update(bytes).digest('hex') : ''
    if (bytes && isWorth && !lent.has(digest)) lent.set(digest, await shelf.put(bytes))
    if (lent.has(digest)) {
      out.write(object, ofLength(file, object, digest.length), Buffer.from(digest))
      isSame = false
    } else out.copy(object, '', contentOf(file, object, printed))
  }
  return isSame ? printed : out.end(file.size, trailerOf(file))
}

/** What stands elsewhere for a picture of such a PDF. */
export function lentAt(file: PdfFile, object: number, lent: LentPictures): LaterFile | undefined {
  if (lent.size === 0 || !isPicture(file, object) || lengthOf(file, object) !== DIGEST) return undefined
  return lent.get(Buffer.from(file.packed(object)).toString('latin1'))
}

const DIGEST = 64

/** The same PDF with the pictures, which are had one by one. */
export function withLent(pdf: Uint8Array, lent: LentPictures): Uint8Array | (LaterBytes & { readonly size: number }) {
  if (lent.size === 0) return pdf
  const file = openPdf(pdf)
  const objects = objectsOf(file)
  const pictures = new Map(
    objects.flatMap((object) => {
      const picture = lentAt(file, object, lent)
      return picture ? [[object, picture] as const] : []
    }),
  )
  if (pictures.size === 0) return pdf
  const first = pdf.subarray(0, least(objects.map((object) => file.range(object)[0])))
  const parts: (Uint8Array | LaterFile)[] = [first]
  const offsets: (number | undefined)[] = []
  let length = first.length
  for (const object of objects) {
    offsets[object] = length
    for (const part of partsOf(pdf, file, object, pictures.get(object))) {
      parts.push(part)
      length += 'pieces' in part ? part.size : part.length
    }
  }
  const list = table(file.size, (number) => offsets[number])
  const trailer = `trailer\n${writeDictionary(file.trailer)}\nstartxref\n${length}\n%%EOF\n`
  const end = Buffer.from(`xref\n0 ${file.size}\n${list}${trailer}`, 'latin1')
  return { size: length + end.length, pieces: () => pieces([...parts, end]) }
}

async function* pieces(parts: readonly (Uint8Array | LaterFile)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts)
    if ('pieces' in part) yield* part.pieces()
    else yield part
}

function partsOf(
  pdf: Uint8Array,
  file: PdfFile,
  object: number,
  picture: LaterFile | undefined,
): readonly (Uint8Array | LaterFile)[] {
  if (picture === undefined) return [pdf.subarray(...file.range(object))]
  const head = `${object} 0 obj\n${writeDictionary(ofLength(file, object, picture.size))} stream\n`
  return [Buffer.from(head, 'latin1'), picture, Buffer.from('\nendstream\nendobj\n')]
}

const objectsOf = (file: PdfFile): readonly number[] =>
  file.offsets.flatMap((offset, object) => (offset === undefined ? [] : [object]))

/** Its number stands before it, with no blank between. */
const contentOf = (file: PdfFile, object: number, pdf: Uint8Array): Uint8Array => {
  const [start, end] = file.range(object)
  return pdf.subarray(start + `${object} 0 obj\n`.length, end)
}

/** Objects that are no dictionary, such as lists of numbers, are no pictures. */
const isPicture = (file: PdfFile, object: number): boolean =>
  /^\s*<</.test(file.text(object, 32)) && file.dictionary(object).get('Subtype') === '/Image'

const isPhoto = (file: PdfFile, object: number): boolean =>
  isPicture(file, object) && file.dictionary(object).get('Filter') === '/DCTDecode'

const lengthOf = (file: PdfFile, object: number): number => Number(file.dictionary(object).get('Length'))

const ofLength = (file: PdfFile, object: number, length: number): Dictionary =>
  new Map([...file.dictionary(object), ['Length', String(length)]])

const trailerOf = (file: PdfFile): string =>
  ['Root', 'Info'].flatMap((name) => (file.trailer.has(name) ? [`/${name} ${file.trailer.get(name)}`] : [])).join('\n')
