/** Several PDFs as Chrome prints them, in order → one in the same shape: pages, tags, links and destinations of all. */
import { type Dictionary, readReference, writeDictionary } from './dictionary.js'
import { fail, openPdf, type PdfFile, rootOf, table } from './file.js'

/** One of the PDFs, and how far its numbers move in the whole. */
interface Part {
  readonly file: PdfFile
  readonly catalogue: Dictionary
  /** Object numbers, as in the part's own file. */
  readonly objects: {
    readonly catalogue: number
    readonly info: number
    readonly pages: number
    readonly tree: number
    readonly document: number
  }
  /** Added to object numbers, and to keys of the tree that leads from pages to their tags. */
  readonly shift: number
  readonly keyShift: number
}

/**
 * Chrome's time for a page grows with the pages of the print, so long decks are printed in pieces and joined here.
 * Objects keep their bytes, save for the numbers in them; what describes the whole is written anew.
 *
 * @param printed tagged PDFs as `Page.printToPDF` gives them; other ones throw
 */
export function joinPdfs(printed: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = printed
  if (only === undefined) fail('there is none')
  if (others.length === 0) return only
  const parts = readParts(printed)
  const first = parts[0] ?? fail('there is none')
  const top = parts.reduce((sum, { file }) => sum + file.size - 1, 1)
  // Two objects are new: the pages of all parts, and the destinations of all links.
  const whole = wholeObjects(parts, first, top)

  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n%\xd3\xeb\xe9\xe1\n', 'latin1')]
  let length = pieces[0]?.length ?? 0
  const offsets: (number | undefined)[] = []
  const write = (number: number, body: string): void => {
    const piece = Buffer.from(`${number} 0 obj\n${body.trimStart()}`, 'latin1')
    offsets[number] = length
    pieces.push(piece)
    length += piece.length
  }
  for (const part of parts) {
    const described = new Set(Object.values(part.objects).filter((number) => number !== part.objects.pages))
    for (const [number, offset] of part.file.offsets.entries()) {
      if (offset !== undefined && !described.has(number)) write(number + part.shift, moved(part, first, top, number))
    }
  }
  for (const [number, dictionary] of whole) write(number, `${writeDictionary(dictionary)}\nendobj\n`)

  const size = top + 2
  const { catalogue, info } = first.objects
  const end = `xref\n0 ${size}\n${table(size, (number) => offsets[number])}trailer\n<</Size ${size}\n/Root ${catalogue} 0 R\n/Info ${info} 0 R>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(end, 'latin1')])
}

function readParts(printed: readonly Uint8Array[]): readonly Part[] {
  let shift = 0
  let keyShift = 0
  return printed.map((bytes) => {
    const file = openPdf(bytes)
    const number = rootOf(file)
    const catalogue = file.dictionary(number)
    const reference = (dictionary: Dictionary, name: string) =>
      readReference(dictionary.get(name)) ?? fail(`no ${name}`)
    const tree = reference(catalogue, 'StructTreeRoot')
    const tags = file.dictionary(tree)
    const objects = {
      catalogue: number,
      info: reference(file.trailer, 'Info'),
      pages: reference(catalogue, 'Pages'),
      tree,
      document: reference(tags, 'K'),
    }
    const part = { file, catalogue, objects, shift, keyShift }
    shift += file.size - 1
    keyShift += Number(tags.get('ParentTreeNextKey') ?? fail('no count of tagged pages'))
    return part
  })
}

/** The objects that describe the document: the first part's, with what the others add. */
function wholeObjects(parts: readonly Part[], first: Part, top: number): readonly (readonly [number, Dictionary])[] {
  const gather = (partOf: (part: Part) => string): string =>
    parts.map((part) => renumbered(partOf(part), part, first)).join(' ')
  const inner = (value: string | undefined): string => (value ?? '').replace(/^\[|\]$/g, '')
  const { catalogue, info, tree, document } = first.objects
  const tags = first.file.dictionary(tree)
  const parentTree = ({ file, objects, keyShift }: Part): string => {
    const object = readReference(file.dictionary(objects.tree).get('ParentTree')) ?? fail('no way from pages to tags')
    const nums = file.dictionary(object).get('Nums') ?? fail('a tree of pages and tags with branches')
    return inner(nums).replace(/(\d+) (\d+ 0 R)/g, (_, key: string, to: string) => `${Number(key) + keyShift} ${to}`)
  }
  const last = parts.at(-1) ?? first
  const nextKey = last.keyShift + Number(last.file.dictionary(last.objects.tree).get('ParentTreeNextKey'))
  const count = parts.reduce((sum, { file, objects }) => sum + Number(file.dictionary(objects.pages).get('Count')), 0)
  const destinations = parts.flatMap((part) => {
    const object = readReference(part.catalogue.get('Dests'))
    const entries = object === undefined ? [] : [...part.file.dictionary(object)]
    return entries.map(([name, to]) => [name, renumbered(to, part, first)] as const)
  })

  return [
    [info, first.file.dictionary(info)],
    [
      top,
      new Map([
        ['Type', '/Pages'],
        ['Count', String(count)],
        ['Kids', `[${gather(({ objects }) => `${objects.pages} 0 R`)}]`],
      ]),
    ],
    [catalogue, new Map([...first.catalogue, ['Pages', `${top} 0 R`], ['Dests', `${top + 1} 0 R`]])],
    [top + 1, new Map(destinations)],
    [
      tree,
      new Map([...tags, ['ParentTreeNextKey', String(nextKey)], ['ParentTree', `<</Nums [${gather(parentTree)}]>>`]]),
    ],
    [
      document,
      new Map([
        ...first.file.dictionary(document),
        ['K', `[${gather(({ file, objects }) => inner(file.dictionary(objects.document).get('K')))}]`],
      ]),
    ],
  ]
}

/** An object with its numbers moved; its stream, if it has one, as it is. */
function moved(part: Part, first: Part, top: number, number: number): string {
  const text = part.file.text(number)
  const stream = /^\s*<</.test(text) ? text.search(/>>\s*stream\r?\n/) : -1
  const head = stream < 0 ? text : text.slice(0, stream)
  const mended = renumbered(head, part, first)
  const parented = number === part.objects.pages ? mended.replace('<<', `<</Parent ${top} 0 R\n`) : mended
  return parented + text.slice(head.length)
}

/** Strings, which may hold what looks like a number of an object; references; and keys into the tree of tags. */
const numbers = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]+>|(\d+) 0 R|(\/StructParents?) (\d+)/g

function renumbered(text: string, { objects, shift, keyShift }: Part, first: Part): string {
  return text.replace(numbers, (whole, reference?: string, key?: string, value?: string) => {
    if (key !== undefined) return `${key} ${Number(value) + keyShift}`
    if (reference === undefined) return whole
    if (Number(reference) === objects.tree) return `${first.objects.tree} 0 R`
    if (Number(reference) === objects.document) return `${first.objects.document} 0 R`
    return `${Number(reference) + shift} 0 R`
  })
}
