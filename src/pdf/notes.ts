/** What the speaker says to each page → a note in its corner that readers open: an icon, which is not printed. */
import { type Dictionary, readDictionary, readReference, readReferences, writeDictionary } from './dictionary.js'
import type { PdfWords } from './metadata.js'
import type { Revision } from './revision.js'
import { pdfDate, pdfLines, pdfString } from './text.js'

/** Points: side of the icon, and its distance from the upper right corner. */
const icon = { side: 20, margin: 8 }
/** No zoom, no rotation; not printed. */
const flags = 8 + 16

/**
 * @param pages object numbers, in order
 * @param notes for each page, if there is one; line ends are kept
 */
export function addNotes(
  revision: Revision,
  pages: readonly number[],
  notes: readonly (string | undefined)[],
  { author, date }: PdfWords,
): void {
  const tags = openTags(revision)
  for (const [index, page] of pages.entries()) {
    const text = notes[index] ?? ''
    if (text === '') continue
    const entries = revision.dictionary(page)
    const annotation = revision.next()
    const element = tags?.add(page, annotation)
    revision.add(
      writeDictionary(
        new Map([
          ['Type', '/Annot'],
          ['Subtype', '/Text'],
          ['Rect', cornerOf(entries)],
          ['Contents', pdfLines(text)],
          ...(author === '' ? [] : [['T', pdfString(author)] as const]),
          ['NM', pdfString(`notes-${index + 1}`)],
          ...(date ? [['M', pdfDate(date)] as const] : []),
          ['Name', '/Note'],
          ['C', '[1 0.85 0.4]'],
          ['F', String(flags)],
          ['P', `${page} 0 R`],
          ...(element === undefined ? [] : [['StructParent', String(element.key)] as const]),
        ]),
      ),
    )
    if (element) revision.add(element.text)
    const before = readReferences(entries.get('Annots')).map((object) => `${object} 0 R`)
    revision.change(page, [
      ['Annots', `[${[...before, `${annotation} 0 R`].join(' ')}]`],
      // Readers step through links and notes in the order of the tags.
      ['Tabs', '/S'],
    ])
  }
  tags?.close()
}

function cornerOf(page: Dictionary): string {
  const [, , width = 0, height = 0] = (page.get('MediaBox') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? []
  const [right, top] = [width - icon.margin, height - icon.margin]
  return `[${[right - icon.side, top - icon.side, right, top].map((value) => Number(value.toFixed(3))).join(' ')}]`
}

interface Tags {
  /**
   * Makes an annotation part of its page's tags, behind all else there.
   *
   * @param annotation its object number; the tag's comes next
   * @returns the annotation's key in the tree of tags, and the text of its tag
   */
  add(page: number, annotation: number): { readonly key: number; readonly text: string }
  /** Writes what changed of the tree. */
  close(): void
}

/** @returns undefined for a PDF without tags */
function openTags(revision: Revision): Tags | undefined {
  const tree = readReference(revision.dictionary(revision.catalogue).get('StructTreeRoot'))
  if (tree === undefined) return undefined
  const root = revision.dictionary(tree)
  const document = readReference(root.get('K'))
  const numbers = root.get('ParentTree') ?? '<<>>'
  const known = readReference(numbers)
  const parents = known === undefined ? readDictionary(numbers) : revision.dictionary(known)
  const nums = (parents?.get('Nums') ?? '[]').replace(/^\[|\]$/g, '').trim()
  const keys = new Map([...nums.matchAll(/(\d+) (\d+) 0 R/g)].map((match) => [match[1] ?? '', Number(match[2])]))
  if (document === undefined) return undefined
  let key = Number(root.get('ParentTreeNextKey') ?? 0)
  const added: string[] = []
  return {
    add(page, annotation) {
      const parent = slideOf(revision, page, keys, document)
      const [own, element] = [key++, annotation + 1]
      added.push(`${own} ${element} 0 R`)
      const kids = (revision.dictionary(parent).get('K') ?? '').replace(/^\[|\]$/g, '')
      revision.change(parent, [['K', `[${`${kids} ${element} 0 R`.trim()}]`]])
      const target = `<</Type /OBJR /Obj ${annotation} 0 R /Pg ${page} 0 R>>`
      const entries = new Map([
        ['Type', '/StructElem'],
        ['S', '/Annot'],
        ['P', `${parent} 0 R`],
        ['Pg', `${page} 0 R`],
        ['K', target],
      ])
      return { key: own, text: writeDictionary(entries) }
    },
    close() {
      revision.change(tree, [
        ['ParentTree', `<</Nums [${[nums, ...added].join(' ')}]>>`],
        ['ParentTreeNextKey', String(key)],
      ])
    },
  }
}

/** The tag that holds all of a page: the one below the tag of the whole talk, which is below the document. */
function slideOf(revision: Revision, page: number, keys: ReadonlyMap<string, number>, document: number): number {
  const list = keys.get(revision.dictionary(page).get('StructParents') ?? '')
  const elements = list === undefined ? [] : readReferences(revision.file.text(list))
  const path: number[] = []
  for (let tag = elements[0]; tag !== undefined && tag !== document; ) {
    path.unshift(tag)
    tag = readReference(revision.dictionary(tag).get('P'))
  }
  return path[1] ?? path[0] ?? document
}
