/** A node of YAML → its values as their author meant them: marks of YAML that lead nowhere are words, as are numbers such as `#1`. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Scalar as Node, visit, type YAMLMap } from 'yaml'
import type { FrontValue } from '../model/notes.js'
import { type Told, textOfMapping } from './yamlPeople.js'

type Value = FrontValue['value']
type Scalar = string | number | boolean | null

/** What is asked about the document that a node stands in. */
export interface Reader {
  readonly document: Document
  /** Names of the anchors that an alias asks for. */
  readonly anchors: ReadonlySet<string>
}

export const readerOf = (document: Document): Reader => {
  const anchors = new Set<string>()
  visit(document, { Alias: (_, { source }) => void anchors.add(source) })
  return { document, anchors }
}

/** @param isText whether the setting is one that any text will do for: only there a comment may be a part of it */
export const plainValue = (node: unknown, reader: Reader, isText: boolean): Value => {
  const scalars = scalarsOf(node, reader, isText)
  const isOne = !isList(node, reader) || (isText && isMap(resolved(node, reader)))
  return isOne ? (scalars[0] ?? null) : scalars
}

const resolved = (node: unknown, { document }: Reader): unknown => (isAlias(node) ? node.resolve(document) : node)

const isList = (node: unknown, reader: Reader): boolean => {
  const real = resolved(node, reader)
  return isSeq(real) || isMap(real)
}

/** All scalars of a node in order: a list's items, and of nested mappings their values. Aliases are followed once. */
const scalarsOf = (node: unknown, reader: Reader, isText: boolean, depth = 0): Scalar[] => {
  const real = depth < 4 ? resolved(node, reader) : node
  // `title: *emphasis* of Markdown`
  if (real === undefined && isAlias(node)) return [`*${node.source}`]
  if (isScalar(real)) return [scalarValue(real, reader, isText)]
  if (depth >= 4) return []
  if (isSeq(real)) return real.items.slice(0, 200).flatMap((item) => scalarsOf(item, reader, isText, depth + 1))
  if (isMap(real) && isText) return [textOfMapping(toldBy(real, reader, depth))]
  if (isMap(real)) return real.items.slice(0, 200).flatMap((pair) => scalarsOf(pair.value, reader, isText, depth + 1))
  return []
}

const toldBy = ({ items }: YAMLMap, reader: Reader, depth: number): Told =>
  items.slice(0, 200).map(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : ''
    // Of a list of places to work at, those that only point at an entry elsewhere say nothing.
    const texts = scalarsOf(value, reader, true, depth + 1).flatMap((each) => (each === null ? [] : [String(each)]))
    return [name, texts]
  })

/** `2018-11` or `1.10` stay as written: only what reads back the same is a number. */
const scalarValue = (node: Node, { anchors }: Reader, isText: boolean): Scalar => {
  const { value, source, tag, anchor, comment } = node
  const words = [
    tag !== undefined && /^!(?!!)/.test(tag) ? tag : '',
    anchor !== undefined && !anchors.has(anchor) ? `&${anchor}` : '',
    value === null ? '' : typeof value === 'string' ? value : (source ?? String(value)),
    isText ? wordsOf(comment ?? '') : '',
  ].filter((word) => word !== '')
  if (words.length > 1 || (value === null && words.length > 0)) return words.join(' ')
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number' && (source === undefined || String(value) === source)) return value
  return source ?? String(value)
}

/** Of a comment: `#1234` is a number, and `#标题` a tag; what stands behind `# ` is nobody's title. */
const wordsOf = (comment: string): string => {
  const [line = ''] = comment.split('\n', 1)
  return /^[\p{L}\p{N}]/u.test(line) ? `#${line.replace(/\s#\s.*$/, '').trim()}` : ''
}
