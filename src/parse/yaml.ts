/** A block of YAML → plain values with their lines; broken YAML → what can still be read, and findings. */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Finding } from '../model/finding.js'
import type { FrontValue } from '../model/notes.js'
import { isTooDeep } from '../model/yamlDepth.js'
import { ownName } from '../settings/aliases.js'
import { settingsTable } from '../settings/table.js'
import { isSettingName } from '../settings/value.js'
import { type ReadMapping, readEntries, type YamlHead } from './yamlEntries.js'
import { plainValue, readerOf } from './yamlScalars.js'

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
  const finding: Finding = { code: 'front-matter-text', place: { line, column }, facts: { reason } }
  return { ...head, findings: [finding] }
}

const readMapping: ReadMapping = (text, firstLine) => {
  if (isTooDeep(text))
    return { state: 'broken', fault: { line: firstLine, column: 1, reason: 'it is nested too deep' } }
  const counter = new LineCounter()
  // Each name is compared with each: of so many nobody minds one that comes twice.
  const uniqueKeys = text.length < 100_000
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys })
  const error = document.errors[0]
  if (error !== undefined) {
    const at = counter.linePos(error.pos[0])
    const line = firstLine + Math.max(0, at.line - 1)
    return { state: 'broken', fault: { line, column: Math.max(1, at.col), reason: error.message } }
  }
  if (!isMap(document.contents)) return undefined

  const reader = readerOf(document)
  const front: Record<string, FrontValue> = {}
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue
    const at = counter.linePos(key.range?.[0] ?? 0)
    const begins = isNode(value) && value.range ? counter.linePos(value.range[0]) : at
    // A value that begins further down is told by the line of its name.
    const column = begins.line === at.line ? begins.col : at.col
    const line = firstLine + at.line - 1
    const name = String(key.value).toLowerCase()
    front[name] = { value: plainValue(value, reader, isTextSetting(name)), line, column }
  }
  return { state: 'sound', front }
}

const isTextSetting = (key: string): boolean => {
  const name = ownName(key)
  return isSettingName(name) && settingsTable[name].type === 'text'
}
