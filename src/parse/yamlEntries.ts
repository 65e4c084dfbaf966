/** YAML that has a fault somewhere → its entries, each read for itself, so that a slip costs the one that it is in. */

import type { Finding, Place } from '../model/finding.js'
import { pushAll } from '../model/lists.js'
import type { FrontValue } from '../model/notes.js'
import { placeOf } from '../model/text.js'
import { isOtherKey } from '../settings/otherKeys.js'
import { goesOnBehindBracket, withoutQuotes } from './yamlText.js'

type Front = Readonly<Record<string, FrontValue>>

export interface YamlHead {
  readonly front: Front
  readonly findings: readonly Finding[]
}

export interface YamlFault {
  readonly line: number
  readonly column: number
  readonly reason: string
}

/** Reads a text that is sound YAML: its mapping, what is wrong with it, or nothing when it is no mapping. */
export type ReadMapping = (
  text: string,
  firstLine: number,
) =>
  | { readonly state: 'sound'; readonly front: Front }
  | { readonly state: 'broken'; readonly fault: YamlFault }
  | undefined

/** A name at the start of a line, and all lines up to the next one. */
interface Entry {
  readonly name: string
  /** What stands behind the name on its own line. */
  readonly rest: string
  readonly line: number
  readonly lines: readonly string[]
}

/** @returns nothing when no line begins with a name: it is prose, then */
export function readEntries(text: string, firstLine: number, read: ReadMapping): YamlHead | undefined {
  const { entries, before } = entriesIn(text, firstLine)
  if (entries.length === 0) return undefined
  const front: Record<string, FrontValue> = {}
  const findings = [...unread(before, firstLine)]
  for (const entry of entries) {
    if (Object.hasOwn(front, entry.name.toLowerCase())) {
      // What other tools make of two of theirs is their business.
      if (isOtherKey(entry.name)) continue
      const place = placeOf([entry.line, entry.line + entry.lines.length - 1])
      findings.push(skipped(place, `\`${entry.name}\` stands above already`))
      continue
    }
    const found = readEntry(entry, read)
    Object.assign(front, found.front)
    pushAll(findings, found.findings)
  }
  return { front, findings }
}

function entriesIn(text: string, firstLine: number) {
  const entries: (Entry & { readonly lines: string[] })[] = []
  const before: string[] = []
  for (const [index, content] of text.split('\n').entries()) {
    const match = /^([\p{L}][\p{L}\p{N}_-]{0,40})[ \t]*(?::(?:[ \t]+(.*))?|：[ \t]*(.*))$/u.exec(content.slice(0, 2000))
    if (match?.[1] === undefined) (entries.at(-1)?.lines ?? before).push(content)
    else entries.push({ name: match[1], rest: match[2] ?? match[3] ?? '', line: firstLine + index, lines: [content] })
  }
  return { entries, before }
}

function readEntry({ name, rest, line, lines }: Entry, read: ReadMapping): YamlHead {
  const whole = read(lines.join('\n'), line)
  if (whole?.state === 'sound') return { front: whole.front, findings: [] }
  const first = read(lines[0] ?? '', line)
  const below = unread(lines.slice(1), line + 1)
  if (first?.state === 'sound') return { front: first.front, findings: below }
  const place = { line, column: first?.fault.column ?? 1 }
  const reason = first?.fault.reason ?? ''
  // Of a list that is not closed nobody knows where it ends; any other text is meant as it stands there.
  if (/^[[{]/.test(rest) && !goesOnBehindBracket(rest))
    return { front: {}, findings: [skipped(place, reason), ...below] }
  const front = { [name.toLowerCase()]: { value: withoutQuotes(rest), line } }
  // `标题：…` is no YAML, and can mean only one thing.
  if (first === undefined) return { front, findings: below }
  return { front, findings: [{ code: 'front-matter-text', place, facts: { reason } }, ...below] }
}

const skipped = (place: Place, reason: string): Extract<Finding, { code: 'front-matter-broken' }> => ({
  code: 'front-matter-broken',
  place,
  facts: { reason },
})

/** A finding for each run of lines that are part of no entry. */
function unread(lines: readonly string[], firstLine: number): readonly Finding[] {
  const runs: [number, number][] = []
  for (const [index, content] of lines.entries()) {
    if (/^\s*(?:#|$)/.test(content)) continue
    const line = firstLine + index
    const last = runs.at(-1)
    if (last !== undefined && last[1] === line - 1) last[1] = line
    else runs.push([line, line])
  }
  return runs.map((run) => skipped(placeOf(run), 'not a line of the form `name: value`'))
}
