/** Several PDFs as Chrome prints them, in order → one in the same shape: pages, tags, links and destinations of all, each font and picture once. */
import { type Dictionary, readReference } from './dictionary.js'
import { openPdf, pagesOf } from './file.js'
import { sharedFonts } from './fonts/sharedFonts.js'
import { type First, firstOf, headOf, type Part, readPart, renumbered } from './parts.js'
import { sharedPictures } from './sharedPictures.js'
import { type TagName, tagNames, writeTagNames } from './tagNames.js'
import { fail } from './unknown.js'
import { type Writing, writing } from './writing.js'

/** Takes prints as they come, so that one is put away while Chrome works on the next. */
export interface Joiner {
  /** @param printed tagged PDF as `Page.printToPDF` gives it; others throw UnknownPdf. Its bytes are not kept. */
  add(printed: Uint8Array): void
  /** The whole; of one print it is that one. Throws when there was none. */
  finish(): Uint8Array
}

/** What comes together of all parts. */
interface Gathered {
  readonly pages: string[]
  readonly tags: string[]
  readonly parents: string[]
  readonly destinations: (readonly [string, string])[]
  /** Tags that other ones refer to by name, as cells of a table do to their heads. */
  readonly named: TagName[]
  count: number
  nextKey: number
}

/**
 * Chrome's time for a page grows with the pages of the print, so long decks are printed in pieces and joined here.
 * Objects keep their bytes, save for the numbers in them; what describes the whole is written anew, and so are fonts.
 *
 * @param prints how many there will be
 */
export function joinPdfs(prints: number): Joiner {
  if (prints < 2) return sameAgain()
  const body = writing()
  const fonts = sharedFonts()
  const pictures = sharedPictures()
  const all: Gathered = { pages: [], tags: [], parents: [], destinations: [], named: [], count: 0, nextKey: 0 }
  let first: First | undefined
  let size = 1
  const add = (printed: Uint8Array): void => {
    const file = openPdf(printed)
    const shift = size - 1
    const pages = pagesOf(file)
    const moved = new Map([...fonts.take(file, pages, shift), ...pictures.take(file, pages, shift)])
    const part = readPart(file, moved, shift, all.nextKey)
    size += file.size - 1
    if (first === undefined) {
      first = firstOf(part, size)
      size += 2
    }
    gather(part, first, all)
    copyObjects(printed, part, first, body)
    body.settle()
  }
  const finish = (): Uint8Array => {
    if (first === undefined) fail('there is none')
    for (const [number, entries, stream] of fonts.write()) body.write(number, entries, stream)
    for (const [number, entries] of wholeObjects(first, all)) body.write(number, entries)
    const { catalogue, info } = first.part.objects
    return body.end(size, `/Root ${catalogue} 0 R\n/Info ${info} 0 R`)
  }
  return { add, finish }
}

function sameAgain(): Joiner {
  let only: Uint8Array | undefined
  return {
    add(printed) {
      only = printed
    },
    finish: () => only ?? fail('there is none'),
  }
}

function gather(part: Part, first: First, all: Gathered): void {
  const { file, catalogue, tags, objects, keyShift } = part
  const inner = (value: string | undefined): string => (value ?? '').replace(/^\[|\]$/g, '')
  all.pages.push(renumbered(`${objects.pages} 0 R`, part, first))
  all.tags.push(renumbered(inner(file.dictionary(objects.document).get('K')), part, first))
  const parents = readReference(tags.get('ParentTree')) ?? fail('no way from pages to tags')
  const nums = file.dictionary(parents).get('Nums') ?? fail('a tree of pages and tags with branches')
  const keyed = inner(nums).replace(
    /(\d+) (\d+ 0 R)/g,
    (_, key: string, to: string) => `${Number(key) + keyShift} ${to}`,
  )
  all.parents.push(renumbered(keyed, part, first))
  const destinations = readReference(catalogue.get('Dests'))
  for (const [name, to] of destinations === undefined ? [] : file.dictionary(destinations)) {
    all.destinations.push([name, renumbered(to, part, first)])
  }
  for (const [name, to] of tagNames(file, tags)) all.named.push([name, renumbered(to, part, first)])
  all.count += Number(file.dictionary(objects.pages).get('Count'))
  all.nextKey += Number(tags.get('ParentTreeNextKey') ?? fail('no count of tagged pages'))
}

/** The objects that describe the document: the first part's, with what the others add. */
function wholeObjects(first: First, all: Gathered): readonly (readonly [number, Dictionary])[] {
  const { objects } = first.part
  const { catalogue, info, tree, document } = first.dictionaries
  const places = [
    ['Pages', `${first.pages} 0 R`],
    ['Dests', `${first.destinations} 0 R`],
  ] as const
  const pages = [
    ['Type', '/Pages'],
    ['Count', String(all.count)],
    ['Kids', `[${all.pages.join(' ')}]`],
  ] as const
  const parents = [
    ['ParentTreeNextKey', String(all.nextKey)],
    ['ParentTree', `<</Nums [${all.parents.join(' ')}]>>`],
    ...(all.named.length > 0 ? [['IDTree', writeTagNames(all.named)] as const] : []),
  ] as const
  return [
    [objects.info, info],
    [first.pages, new Map(pages)],
    [objects.catalogue, new Map([...catalogue, ...places])],
    [first.destinations, new Map(all.destinations)],
    [objects.tree, new Map([...tree, ...parents])],
    [objects.document, new Map([...document, ['K', `[${all.tags.join(' ')}]`]])],
  ]
}

function copyObjects(printed: Uint8Array, part: Part, first: First, body: Writing): void {
  const { file, objects, shift, moved } = part
  const anew = new Set(Object.values(objects).filter((number) => number !== objects.pages))
  for (const [number, offset] of file.offsets.entries()) {
    if (offset === undefined || anew.has(number) || moved.has(number)) continue
    const head = headOf(file, number)
    const mended = renumbered(head, part, first)
    const parented = number === objects.pages ? mended.replace('<<', `<</Parent ${first.pages} 0 R\n`) : mended
    const [start, end] = file.range(number)
    body.copy(number + shift, parented, printed.subarray(start + `${number} 0 obj`.length + head.length, end))
  }
}
