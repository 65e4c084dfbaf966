/** A block of YAML → plain values with their lines; broken YAML → what can still be read, and findings. */
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Finding } from '../model/finding.js'
import type { FrontValue } from '../model/notes.js'
import { type ReadMapping, readEntries, type YamlHead } from './yamlEntries.js'

type Value = FrontValue['value']
type Scalar = string | number | boolean | null

/**
 * @param text the lines between the two `---`
 * @param firstLine line of the notes (from 1) that the text begins at
 * @returns nothing when the text is prose and no mapping
 */
export const readYaml = (text: string, firstLine: number): YamlHead | undefined => {
  const read = readMapping(text, firstLine)
  if (read === undefined) return undefined
  if (read.state === 'sound') return { front: read.front, findings: [] }
  const head = readEntries(text, firstLine, readMapping)
  if (head === undefined || head.findings.length > 0) return head
  // Each entry is sound, and all of them together are not.
  const { line, column, reason } = read.fault
  const finding: Finding = { code: 'front-matter-broken', place: { line, column }, facts: { reason, kept: true } }
  return { ...head, findings: [finding] }
}

const readMapping: ReadMapping = (text, firstLine) => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const error = document.errors[0]
  if (error !== undefined) {
    const at = counter.linePos(error.pos[0])
    const line = firstLine + Math.max(0, at.line - 1)
    return { state: 'broken', fault: { line, column: Math.max(1, at.col), reason: error.message } }
  }
  if (!isMap(document.contents)) return undefined

  const front: Record<string, FrontValue> = {}
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue
    const at = counter.linePos(key.range?.[0] ?? 0)
    const begins = isNode(value) && value.range ? counter.linePos(value.range[0]) : at
    // A value that begins further down is told by the line of its name.
    const column = begins.line === at.line ? begins.col : at.col
    const line = firstLine + at.line - 1
    front[String(key.value).toLowerCase()] = { value: plainValue(value, document), line, column }
  }
  return { state: 'sound', front }
}

const plainValue = (node: unknown, document: Document): Value => {
  const scalars = scalarsOf(node, document)
  return isList(node, document) ? scalars : (scalars[0] ?? null)
}

const resolved = (node: unknown, document: Document): unknown => (isAlias(node) ? node.resolve(document) : node)

const isList = (node: unknown, document: Document): boolean => {
  const real = resolved(node, document)
  return isSeq(real) || isMap(real)
}

/** All scalars of a node in order: a list's items, and of nested mappings their values. Aliases are followed once. */
const scalarsOf = (node: unknown, document: Document, depth = 0): Scalar[] => {
  const real = depth < 4 ? resolved(node, document) : node
  if (isScalar(real)) return [scalarValue(real.value, real.source)]
  if (depth >= 4) return []
  if (isSeq(real)) return real.items.slice(0, 200).flatMap((item) => scalarsOf(item, document, depth + 1))
  if (isMap(real)) return real.items.slice(0, 200).flatMap((pair) => scalarsOf(pair.value, document, depth + 1))
  return []
}

/** `2018-11` or `1.10` stay as written: only what reads back the same is a number. */
const scalarValue = (value: unknown, source: string | undefined): Scalar => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number' && (source === undefined || String(value) === source)) return value
  return source ?? String(value)
}
