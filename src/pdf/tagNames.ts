/** Tags that others call by name, as the cells of a table do their heads → the same tags under names that follow from the notes. */
import { type Dictionary, readDictionary, readReference, readReferences } from './dictionary.js'
import type { PdfFile } from './file.js'
import type { Revision } from './revision.js'

/** The name as a string of the PDF, `(node00000033)`, and the tag it is for, `26 0 R`. */
export type TagName = readonly [name: string, tag: string]

const strings = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-F]*>/g
const named = new RegExp(`(${strings.source}) (\\d+ 0 R)`, 'g')

/** @param tree of tags, which all names hang from */
export const tagNames = (file: PdfFile, tree: Dictionary): readonly TagName[] =>
  nodesOf(file, tree.get('IDTree')).flatMap(({ entries }) =>
    [...(entries.get('Names') ?? '').matchAll(named)].map(([, name = '', tag = '']): TagName => [name, tag]),
  )

/** As an entry of the tree of tags; readers look for names in their order. */
export const writeTagNames = (names: readonly TagName[]): string =>
  `<</Names [${names
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((name) => name.join(' '))
    .join(' ')}]>>`

/** Chrome counts names through its whole life: what it has shown before would be in every PDF with a table. */
export function nameTagsAnew(revision: Revision): void {
  const { file, catalogue } = revision
  const root = readReference(revision.dictionary(catalogue).get('StructTreeRoot'))
  if (root === undefined) return
  const tree = revision.dictionary(root)
  // Tags are numbered as they stand on the pages.
  const inOrder = tagNames(file, tree).toSorted(([, a], [, b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  if (inOrder.length === 0) return
  const anew = new Map(inOrder.map(([name], index) => [name, `(node${String(index + 1).padStart(8, '0')})`]))
  const renamed = (text: string): string => text.replace(strings, (name) => anew.get(name) ?? name)

  for (const [, tag] of inOrder) changeEntry(revision, readReference(tag), 'ID', renamed)
  for (const cell of file.holding('/Headers')) changeEntry(revision, cell, 'A', renamed)
  for (const { object } of nodesOf(file, tree.get('IDTree'))) {
    if (object !== undefined) revision.replace(object, new Map())
  }
  const names = inOrder.map(([name, tag]): TagName => [renamed(name), tag])
  revision.change(root, [['IDTree', writeTagNames(names)]])
}

interface TreeNode {
  /** Its number; the first may stand inside another object. */
  readonly object: number | undefined
  readonly entries: Dictionary
}

function nodesOf(file: PdfFile, value: string | undefined): readonly TreeNode[] {
  const object = readReference(value)
  const entries = object === undefined ? readDictionary(value ?? '') : file.dictionary(object)
  if (entries === undefined) return []
  const inner = readReferences(entries.get('Kids')).flatMap((kid) => nodesOf(file, `${kid} 0 R`))
  return [{ object, entries }, ...inner]
}

function changeEntry(
  revision: Revision,
  object: number | undefined,
  name: string,
  change: (value: string) => string,
): void {
  if (object === undefined) return
  const value = revision.dictionary(object).get(name)
  if (value !== undefined) revision.change(object, [[name, change(value)]])
}
