/** The bytes of a PDF as Chrome writes it (one plain table of objects, no compressed ones) → its objects by number. */
import { inflateSync } from 'node:zlib'
import { type Dictionary, readDictionary, readReference, readReferences } from './dictionary.js'
import { fail } from './unknown.js'

export interface PdfFile {
  /** One more than the highest object number. */
  readonly size: number
  readonly trailer: Dictionary
  /** Where the table of objects begins, in bytes. */
  readonly tableAt: number
  /** Byte offset of each object; undefined for numbers that are not in use. */
  readonly offsets: readonly (number | undefined)[]
  /** First byte of an object and the first after it. Throws when there is no such object. */
  range(object: number): readonly [start: number, end: number]
  /** The dictionary an object is or begins with. Throws when there is none. */
  dictionary(object: number): Dictionary
  /** Any object as text, without its number; '' when there is none. Streams are included as latin1. `most` bytes of it. */
  text(object: number, most?: number): string
  /** Numbers of the objects that hold these bytes, in the order of the file. Streams are looked through as they are packed. */
  holding(bytes: string): readonly number[]
  /** The content of a stream as it stands in the file. Throws when the object has none. */
  packed(object: number): Uint8Array
  /** The content of a stream, unpacked. Throws when the object has none, or one packed in a way that Chrome doesn't use for text. */
  stream(object: number): Uint8Array
}

const entryLength = 20
/** Bytes that hold nearly every dictionary whole. */
const shortDictionary = 1024

/**
 * Reads the table of objects. Throws UnknownPdf for a file of any other shape, so that nobody writes a broken PDF on top
 * of it.
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = data.toString('latin1', Math.max(0, data.length - 64))
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? fail('no startxref at its end'))
  const head =
    /^xref\s+0 (\d+)\s/.exec(data.toString('latin1', tableAt, tableAt + 32)) ?? fail('no plain table of objects')
  const size = Number(head[1])
  if (size * entryLength > data.length) fail('a table of more objects than it has room for')
  const entriesAt = tableAt + head[0].length
  const offsets = readEntries(data.toString('latin1', entriesAt, entriesAt + size * entryLength), size)
  const rest =
    /^trailer\s+(<<[\s\S]*)/.exec(data.toString('latin1', entriesAt + size * entryLength))?.[1] ?? fail('no trailer')
  const trailer = readDictionary(rest) ?? fail('a broken trailer')
  if (trailer.has('Prev') || trailer.has('Encrypt')) fail('it was already changed or is encrypted')

  const sorted = Float64Array.from(offsets.filter((offset) => offset !== undefined)).sort()
  const range = (object: number): readonly [number, number] => {
    const start = offsets[object] ?? fail(`object ${object} is missing`)
    return [start, sorted[countUpTo(sorted, start)] ?? tableAt]
  }
  const text = (object: number, most = Number.POSITIVE_INFINITY): string => {
    if (offsets[object] === undefined) return ''
    const [start, end] = range(object)
    const whole = data.toString('latin1', start, Math.min(end, start + most))
    const number = `${object} 0 obj`
    return whole.startsWith(number) ? whole.slice(number.length) : fail(`object ${object} is not where the table says`)
  }
  const read = new Map<number, Dictionary>()
  const dictionary = (object: number): Dictionary => {
    const known = read.get(object)
    if (known) return known
    const entries =
      // Most dictionaries are short, and what follows one may be a picture of megabytes.
      readDictionary(text(object, shortDictionary)) ??
      readDictionary(text(object)) ??
      fail(`object ${object} is not a dictionary`)
    read.set(object, entries)
    return entries
  }
  const packed = (object: number): Uint8Array => {
    const [start, end] = range(object)
    const length = Number(dictionary(object).get('Length') ?? Number.NaN)
    const before = />>\s*stream\r?\n/.exec(data.toString('latin1', start, Math.max(start, end - length)))
    if (before === null) fail(`object ${object} is no stream`)
    const from = start + before.index + before[0].length
    return data.subarray(from, from + length)
  }
  const stream = (object: number): Uint8Array => {
    const filter = dictionary(object).get('Filter')
    if (filter === undefined) return packed(object)
    return filter === '/FlateDecode'
      ? unpacked(packed(object), object)
      : fail(`object ${object} is packed with ${filter}`)
  }
  const holding = (sought: string): readonly number[] => {
    const found = new Set<number>()
    const numbers = new Map(offsets.map((offset, object) => [offset, object] as const))
    let next = 0
    for (let at = data.indexOf(sought, 0, 'latin1'); at >= 0; at = data.indexOf(sought, at + 1, 'latin1')) {
      while ((sorted[next] ?? Number.POSITIVE_INFINITY) <= at) next++
      const object = numbers.get(sorted[next - 1])
      if (object !== undefined && at < tableAt) found.add(object)
    }
    return [...found]
  }
  return { size, trailer, tableAt, offsets, range, dictionary, text, holding, packed, stream }
}

/** The content of a stream. */
export function unpacked(bytes: Uint8Array, object: number): Uint8Array {
  try {
    return inflateSync(bytes)
  } catch {
    // All that can go wrong here is in the bytes.
    return fail(`object ${object} can't be unpacked`)
  }
}

/** Nobody writes trees and groups that reach further down. */
export const deepest = 500

/** Object numbers of the pages, in order. */
export function pagesOf(file: PdfFile): readonly number[] {
  const root = readReference(file.dictionary(rootOf(file)).get('Pages')) ?? fail('no pages')
  const seen = new Set<number>()
  const walk = (object: number, depth: number): readonly number[] => {
    if (seen.has(object)) fail('pages that go round in a circle')
    if (depth > deepest) fail('pages nested too deep')
    seen.add(object)
    const node = file.dictionary(object)
    return node.get('Type') === '/Pages'
      ? readReferences(node.get('Kids')).flatMap((kid) => walk(kid, depth + 1))
      : [object]
  }
  return walk(root, 0)
}

/** Object number of the catalogue, from which everything hangs. */
export function rootOf(file: PdfFile): number {
  return readReference(file.trailer.get('Root')) ?? fail('no catalogue')
}

/** How many of the numbers, which ascend, are at most `most`. */
function countUpTo(numbers: Float64Array, most: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] ?? 0) > most) to = middle
    else from = middle + 1
  }
  return from
}

/** Entries are 20 bytes each: `0000113329 00000 n` and a line end of two. */
function readEntries(table: string, size: number): readonly (number | undefined)[] {
  const offsets: (number | undefined)[] = []
  // One pattern for all, from place to place: a pattern and a piece of text for each took a tenth of reading a PDF.
  const pattern = /(\d{10}) \d{5} (n|f)\s\s/y
  while (offsets.length < size) {
    const [, offset, use] = pattern.exec(table) ?? fail(`entry ${offsets.length} of its table is broken`)
    offsets.push(use === 'n' ? Number(offset) : undefined)
  }
  return offsets
}

/** Entry 0 heads the list of free numbers; numbers out of use point back to it. */
export function table(size: number, offsetOf: (number: number) => number | undefined): string {
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = number === 0 ? undefined : offsetOf(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  return entries.join('')
}
