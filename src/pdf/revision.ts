/** A PDF as Chrome prints it, and objects to replace or to add → the PDF with them: everything else stays byte for byte. */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { type Dictionary, readReference, writeDictionary } from './dictionary.js'
import { openPdf, type PdfFile, rootOf, table } from './file.js'
import { fail } from './unknown.js'

export interface Revision {
  /** As it was printed. */
  readonly file: PdfFile
  readonly catalogue: number
  readonly info: number
  /** An object's dictionary as it is by now. */
  dictionary(object: number): Dictionary
  /** Puts entries in place of those of the same name. */
  change(object: number, entries: Iterable<readonly [string, string]>): void
  /** Puts another dictionary in its place. */
  replace(object: number, entries: Dictionary): void
  /** Puts other content into a stream; bytes as latin1. */
  rewrite(object: number, content: string): void
  /** @returns the new object's number; those added one after the other count up */
  add(text: string): number
  /** Number that the next added object will have. */
  next(): number
  /** The whole. Its id follows from its content. */
  write(): Uint8Array
}

/**
 * Objects that change are blanked, their new form and what is added go where the table of objects was, and a new table
 * follows. Linear, and one copy of the file in memory: a library that reads and writes it all takes longer to load than
 * this takes for a thousand pages.
 *
 * @param printed as `Page.printToPDF` gives it; others throw UnknownPdf
 */
export function revise(printed: Uint8Array): Revision {
  const file = openPdf(printed)
  const info = readReference(file.trailer.get('Info'))
  if (info === undefined) fail('no document information')
  const catalogue = rootOf(file)
  const changed = new Map<number, Dictionary>()
  const added: string[] = []
  const contents = new Map<number, string>()
  const dictionary = (object: number): Dictionary => changed.get(object) ?? file.dictionary(object)
  return {
    file,
    catalogue,
    info,
    dictionary,
    change: (object, entries) => changed.set(object, new Map([...dictionary(object), ...entries])),
    replace: (object, entries) => changed.set(object, entries),
    rewrite(object, content) {
      const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
      contents.set(object, `\nstream\n${packed}\nendstream`)
      const entries = new Map([...dictionary(object), ['Filter', '/FlateDecode'], ['Length', String(packed.length)]])
      changed.set(object, entries)
    },
    add: (text) => file.size + added.push(text) - 1,
    next: () => file.size + added.length,
    write() {
      const textOf = (number: number, entries: Dictionary): string =>
        writeDictionary(entries) + (contents.get(number) ?? '')
      const objects = new Map([...changed].map(([number, entries]) => [number, textOf(number, entries)] as const))
      for (const [index, text] of added.entries()) objects.set(file.size + index, text)
      return written(printed, file, objects, file.size + added.length, `/Root ${catalogue} 0 R\n/Info ${info} 0 R`)
    },
  }
}

const idLength = 32

function written(
  printed: Uint8Array,
  file: PdfFile,
  objects: ReadonlyMap<number, string>,
  size: number,
  roots: string,
): Uint8Array {
  const offsets = new Map<number, number>()
  const parts: string[] = []
  let tableAt = file.tableAt
  for (const [number, text] of objects) {
    offsets.set(number, tableAt)
    const part = `${number} 0 obj\n${text}\nendobj\n`
    parts.push(part)
    tableAt += part.length
  }
  parts.push(`xref\n0 ${size}\n${table(size, (number) => offsets.get(number) ?? file.offsets[number])}`)
  const tail = parts.join('')

  const trailer = (id: string): string =>
    `trailer\n<</Size ${size}\n${roots}\n/ID [<${id}> <${id}>]>>\nstartxref\n${tableAt}\n%%EOF\n`
  const finished = Buffer.allocUnsafe(file.tableAt + tail.length + trailer('0'.repeat(idLength)).length)
  finished.set(printed.subarray(0, file.tableAt))
  for (const number of objects.keys()) if (number < file.size) finished.fill('\n', ...file.range(number))
  const end = file.tableAt + finished.write(tail, file.tableAt, 'latin1')
  const id = createHash('sha256').update(finished.subarray(0, end)).digest('hex').slice(0, idLength).toUpperCase()
  finished.write(trailer(id), end, 'latin1')
  return finished
}
