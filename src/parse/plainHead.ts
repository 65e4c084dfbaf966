/** Leading lines `Title: x` without a fence, as Pelican, MultiMarkdown and older Hexo have them → their entries, and the line behind them. */
import type { FrontValue } from '../model/notes.js'
import { aliasNames, ownName } from '../settings/aliases.js'
import { isOtherKey } from '../settings/otherKeys.js'
import { settingNames } from '../settings/value.js'
import { isBlank } from './lines.js'

export interface PlainHead {
  /** Under the names that stand there, in lower case. */
  readonly front: Readonly<Record<string, FrontValue>>
  /** First line (from 1) of the body. */
  readonly bodyLine: number
}

interface Entry {
  readonly line: number
  readonly texts: string[]
  readonly items: string[]
}

/** Names that mean something here. */
export const knownKeys: ReadonlySet<string> = new Set([...settingNames, ...aliasNames, 'tags'])

/** How far down it may reach. */
const longestHead = 40

const END = /^(?:---|\.\.\.|;;;)[ \t]*$/

/**
 * Two lines of ours, or a title: then lines of other tools may stand between them. A blank line, a rule or a heading ends it.
 * @param start the first line (from 0) that says something
 */
export const plainHead = (lines: readonly string[], start: number): PlainHead | undefined => {
  const entries = new Map<string, Entry>()
  let last: Entry | undefined
  let at = start
  for (; at < lines.length && at < start + longestHead; at++) {
    const line = lines[at] ?? ''
    const found = entryIn(line)
    if (found !== undefined) {
      last = { line: at + 1, texts: [found.value], items: [] }
      if (!entries.has(found.key)) entries.set(found.key, last)
    } else if (last === undefined || !goesOn(line, last)) break
  }
  const after = lines[at]
  const names = new Set([...entries.keys()].filter((key) => knownKeys.has(key)).map(ownName))
  const isEnded = after === undefined || isBlank(after) || END.test(after) || /^#/.test(after)
  const isHead = names.has('title') || (names.size >= 2 && names.size === entries.size)
  if (!isEnded || !isHead) return undefined
  const front = Object.fromEntries(
    [...entries].map(([key, entry]) => [key, { value: saidBy(entry), line: entry.line }]),
  )
  return { front, bodyLine: after !== undefined && END.test(after) ? at + 2 : at + 1 }
}

/** One line of it: a name that is known, here or to other tools. */
export const entryIn = (line: string): { readonly key: string; readonly value: string } | undefined => {
  const match = line.length > 1000 ? null : /^ {0,3}([^:：]{1,31})[:：](?!:)\s*(.*)$/.exec(line)
  const key = match?.[1]?.trimEnd().toLowerCase() ?? ''
  return knownKeys.has(key) || isOtherKey(key) ? { key, value: match?.[2]?.trim() ?? '' } : undefined
}

/** What is further in belongs to the entry before it; points do where nothing stands behind its name. */
function goesOn(line: string, { texts, items }: Entry): boolean {
  const item = /^\s*-\s+(\S.*)$/.exec(line)?.[1]
  if (item !== undefined && texts[0] === '') return items.push(item.trim()) > 0
  return /^(?: {2}|\t)\s*\S/.test(line) && texts.push(line.trim()) > 0
}

const saidBy = ({ texts, items }: Entry): FrontValue['value'] =>
  items.length > 0 ? items : texts.filter((text) => text !== '').join(' ') || null
