/** One of several PDFs that are joined → its objects with the numbers they have in the whole. */
import { type Dictionary, readReference } from './dictionary.js'
import { type PdfFile, rootOf } from './file.js'
import { fail } from './unknown.js'

/** One of the PDFs, and how far its numbers move in the whole. */
export interface Part {
  readonly file: PdfFile
  readonly catalogue: Dictionary
  readonly tags: Dictionary
  /** Object numbers, as in the part's own file. */
  readonly objects: Described
  /** Added to object numbers, and to keys of the tree that leads from pages to their tags. */
  readonly shift: number
  readonly keyShift: number
  /** The number in the whole of objects that another part has too; undefined when nothing refers to them any more. */
  readonly moved: ReadonlyMap<number, number | undefined>
}

/** The objects that describe a document. Those of the first part come to describe the whole. */
export interface Described {
  readonly catalogue: number
  readonly info: number
  readonly pages: number
  readonly tree: number
  readonly document: number
}

/** The part that others are joined to. */
export interface First {
  readonly part: Part
  /** Two objects are new: the pages of all parts, and the destinations of all links. */
  readonly pages: number
  readonly destinations: number
  readonly dictionaries: Readonly<Record<'catalogue' | 'info' | 'tree' | 'document', Dictionary>>
}

export function readPart(file: PdfFile, moved: Part['moved'], shift: number, keyShift: number): Part {
  const number = rootOf(file)
  const catalogue = file.dictionary(number)
  const reference = (dictionary: Dictionary, name: string) => readReference(dictionary.get(name)) ?? fail(`no ${name}`)
  const tree = reference(catalogue, 'StructTreeRoot')
  const tags = file.dictionary(tree)
  const objects = {
    catalogue: number,
    info: reference(file.trailer, 'Info'),
    pages: reference(catalogue, 'Pages'),
    tree,
    document: reference(tags, 'K'),
  }
  return { file, catalogue, tags, objects, shift, keyShift, moved }
}

export function firstOf(part: Part, size: number): First {
  const { info, document } = part.objects
  const dictionaries = {
    catalogue: part.catalogue,
    info: part.file.dictionary(info),
    tree: part.tags,
    document: part.file.dictionary(document),
  }
  return { part, pages: size, destinations: size + 1, dictionaries }
}

/** Bytes that hold nearly every object that is no stream, and what stands before the content of one. */
const shortObject = 2048

/** What of an object may hold numbers of other ones: all of it, or what stands before its stream. */
export function headOf(file: PdfFile, number: number): string {
  for (const most of [shortObject, undefined]) {
    const text = file.text(number, most)
    const stream = /^\s*<</.test(text) ? text.search(/>>\s*stream\r?\n/) : -1
    if (stream >= 0) return text.slice(0, stream)
    if (most === undefined || text.length < most - `${number} 0 obj`.length) return text
  }
  return ''
}

/** Strings, which may hold what looks like a number of an object; references; and keys into the tree of tags. */
const numbers = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]+>|(\d+) 0 R|(\/StructParents?) (\d+)/g

export function renumbered(text: string, { objects, shift, keyShift, moved }: Part, first: First): string {
  return text.replace(numbers, (whole, reference?: string, key?: string, value?: string) => {
    if (key !== undefined) return `${key} ${Number(value) + keyShift}`
    if (reference === undefined) return whole
    const number = Number(reference)
    if (number === objects.tree) return `${first.part.objects.tree} 0 R`
    if (number === objects.document) return `${first.part.objects.document} 0 R`
    return `${moved.get(number) ?? number + shift} 0 R`
  })
}
