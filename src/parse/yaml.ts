/** A block of YAML → plain values with their lines; broken YAML → what can still be read, and findings. */
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Finding } from '../model/finding.js'
import type { FrontValue } from '../model/notes.js'
import { placeOf } from '../model/text.js'

type Value = FrontValue['value']
type Scalar = string | number | boolean | null

export interface YamlHead {
  readonly front: Readonly<Record<string, FrontValue>>
  readonly findings: readonly Finding[]
}

/**
 * @param text the lines between the two `---`
 * @param firstLine line of the notes (from 1) that the text begins at
 * @returns nothing when the text is prose and no mapping
 */
export const readYaml = (text: string, firstLine: number): YamlHead | undefined => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const error = document.errors[0]
  if (error !== undefined) {
    const at = counter.linePos(error.pos[0])
    const line = firstLine + Math.max(0, at.line - 1)
    return readLines(text, firstLine, { line, column: Math.max(1, at.col), reason: error.message })
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
  return { front, findings: [] }
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

interface YamlFault {
  readonly line: number
  readonly column: number
  readonly reason: string
}

/** The lines that read as `key: value`; the others are named in findings. */
const readLines = (text: string, firstLine: number, fault: YamlFault): YamlHead | undefined => {
  const front: Record<string, FrontValue> = {}
  const unread: number[] = []
  text.split('\n').forEach((content, index) => {
    const match = /^([\p{L}][\p{L}\p{N}_-]{0,40})[ \t]*[:：](?:[ \t]+(.*))?$/u.exec(content.slice(0, 2000))
    const line = firstLine + index
    if (match?.[1] !== undefined) front[match[1].toLowerCase()] = { value: unquote(match[2] ?? ''), line }
    else if (content.trim() !== '') unread.push(line)
  })
  if (Object.keys(front).length === 0) return undefined
  const findings: Finding[] = [
    {
      code: 'front-matter-broken',
      place: { line: fault.line, column: fault.column },
      facts: { reason: fault.reason },
    },
  ]
  for (const lines of runs(unread)) {
    if (lines[0] === fault.line && lines[1] === fault.line) continue
    findings.push({
      code: 'front-matter-broken',
      place: placeOf(lines),
      facts: { reason: 'not a line of the form `key: value`' },
    })
  }
  return { front, findings }
}

const unquote = (text: string): string => {
  const trimmed = text.trim()
  return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed
}

const runs = (lines: readonly number[]): readonly (readonly [first: number, last: number])[] => {
  const found: [number, number][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === line - 1) last[1] = line
    else found.push([line, line])
  }
  return found
}
