/** The head of the notes → its settings as written, and the line the body begins at. */
import type { Finding } from '../model/finding.js'
import type { Aside, FrontValue, Source } from '../model/notes.js'
import { aliasNames, ownName } from '../settings/aliases.js'
import { settingNames } from '../settings/value.js'
import { plainTexts } from './frontTexts.js'
import { isBlank } from './lines.js'
import { withOwnSettings } from './slides/frontSettings.js'
import { deckHead } from './slides/heads.js'
import { type DeckSigns, deckSigns } from './slides/signs.js'
import { takeFrontNotes } from './speaker/frontNotes.js'
import { readToml } from './toml.js'
import { toolHead } from './toolHead.js'
import { readYaml } from './yaml.js'

export interface FrontMatter {
  /** Keys in lower case, other names for a setting (`conference`, `会议`) under the setting's own name. */
  readonly front: Readonly<Record<string, FrontValue>>
  /** First line (from 1) of the body. */
  readonly bodyLine: number
  /** What stood there for the speaker. */
  readonly asides: readonly Aside[]
  /** What shows that these are slides that somebody wrote, and for which tool; absent for notes. */
  readonly deck?: DeckSigns
  readonly findings: readonly Finding[]
}

type Head = Omit<FrontMatter, 'asides'>

const knownKeys: ReadonlySet<string> = new Set([...settingNames, ...aliasNames, 'tags'])

/** How far down an unclosed or pseudo front matter may reach. */
const longestHead = 40

/**
 * Reads YAML between `---` lines, TOML between `+++` lines, or leading `Title: x` lines. Never throws: what can't be read becomes findings,
 * and of broken YAML the lines that read as `key: value` are kept.
 */
export const readFrontMatter = (source: Source): FrontMatter => {
  const lines = source.text.split('\n')
  const head = yamlHead(lines) ?? tomlHead(lines) ?? ofDeck(lines) ?? keywordHead(lines) ?? plainHead(lines)
  const deck = deckSigns(lines, head?.bodyLine ?? 1)
  const signs = deck ? { deck } : {}
  if (head === undefined) return { front: {}, bodyLine: 1, asides: [], ...signs, findings: unclosed(lines) }
  const { front, asides, findings } = takeFrontNotes(head.front)
  const settings = withOwnSettings(plainTexts(front, lines.slice(head.bodyLine - 1)), deck)
  return { front: settings, bodyLine: head.bodyLine, asides, ...signs, findings: [...head.findings, ...findings] }
}

const isFence = (line: string | undefined): boolean => line !== undefined && /^---[ \t]*$/.test(line)

const yamlHead = (lines: readonly string[]): Head | undefined => {
  const open = lines.findIndex((line) => !isBlank(line))
  if (open < 0 || !isFence(lines[open])) return undefined
  const close = lines.findIndex((line, index) => index > open && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  if (close < 0) return undefined
  const inside = lines.slice(open + 1, close)
  const bodyLine = close + 2
  if (inside.every(isBlank)) return { front: {}, bodyLine, findings: [] }
  const startsBlank = isBlank(inside[0] ?? '')
  const yaml = readYaml((startsBlank ? inside : withYamlColons(inside)).join('\n'), open + 2)
  if (yaml === undefined || (startsBlank && !Object.keys(yaml.front).some((key) => knownKeys.has(key)))) {
    return undefined
  }
  return { front: underOwnNames(yaml.front), bodyLine, findings: yaml.findings }
}

/** `标题：…`, as Chinese writes it, for YAML's `标题: …`; only where each line is an entry and one a setting: prose has colons too. */
const withYamlColons = (lines: readonly string[]): readonly string[] => {
  const wide = /^([^\s:：]{1,40})[ \t]*：[ \t]*/
  const areEntries = lines.every((line) => /^(?:[\s#]|-\s|$|[^\s:：]{1,40}[ \t]*[:：])/.test(line))
  const isHead = areEntries && lines.some((line) => knownKeys.has(wide.exec(line)?.[1]?.toLowerCase() ?? ''))
  return isHead ? lines.map((line) => line.replace(wide, '$1: ')) : lines
}

const tomlHead = (lines: readonly string[]): Head | undefined => {
  const isMark = (line: string): boolean => /^\+\+\+[ \t]*$/.test(line)
  const open = lines.findIndex((line) => !isBlank(line))
  if (!isMark(lines[open] ?? '')) return undefined
  const close = lines.findIndex((line, index) => index > open && isMark(line))
  if (close < 0) return undefined
  const { front, findings } = readToml(lines.slice(open + 1, close), open + 2)
  return { front: underOwnNames(front), bodyLine: close + 2, findings }
}

const ofDeck = (lines: readonly string[]): Head | undefined => {
  const head = deckHead(lines)
  return head && { ...head, findings: [] }
}

/** Of notes in Org or Logseq: what the settings know counts, the rest tells those programs something. */
const keywordHead = (lines: readonly string[]): Head | undefined => {
  const head = toolHead(lines)
  if (head === undefined) return undefined
  const known = head.entries.filter(({ key }) => knownKeys.has(key))
  const front = Object.fromEntries(known.map(({ key, value, line }) => [key, { value, line }]))
  return { front: underOwnNames(front), bodyLine: head.bodyLine, findings: [] }
}

/** `Title: x` lines before anything else: two known keys, or `title` alone, ended by a blank line, a rule or a heading. */
const plainHead = (lines: readonly string[]): Head | undefined => {
  const start = lines.findIndex((line) => !isBlank(line))
  if (start < 0) return undefined
  const front: Record<string, FrontValue> = {}
  let at = start
  for (; at < lines.length && at < start + longestHead; at++) {
    const entry = knownEntry(lines[at] ?? '')
    if (entry === undefined) break
    front[entry.key] = { value: entry.value, line: at + 1 }
  }
  const keys = Object.keys(underOwnNames(front))
  const after = lines[at]
  const ended = after === undefined || isBlank(after) || isFence(after) || /^#/.test(after)
  if (!ended || (keys.length < 2 && !keys.includes('title'))) return undefined
  const bodyLine = isFence(after) ? at + 2 : at + 1
  return { front: underOwnNames(front), bodyLine, findings: [] }
}

const knownEntry = (line: string): { readonly key: string; readonly value: string } | undefined => {
  const match = line.length > 1000 ? null : /^\s{0,3}([^\s:：]{2,12})\s?[:：]\s*(\S.*)$/.exec(line)
  const key = match?.[1]?.toLowerCase() ?? ''
  return knownKeys.has(key) ? { key, value: match?.[2]?.trim() ?? '' } : undefined
}

const underOwnNames = (front: Readonly<Record<string, FrontValue>>): Record<string, FrontValue> => {
  const named: Record<string, FrontValue> = {}
  for (const [key, value] of Object.entries(front)) {
    const own = ownName(key)
    if (own === key || !(own in front)) named[own] = value
  }
  return named
}

const unclosed = (lines: readonly string[]): readonly Finding[] => {
  const open = lines.findIndex((line) => !isBlank(line))
  if (!isFence(lines[open]) || lines.some((line, index) => index > open && isFence(line))) return []
  const alone = isHeadAlone(lines.slice(open + 1))
  if (!alone && knownEntry(lines[open + 1] ?? '') === undefined) return []
  return [{ code: 'front-matter-unclosed', place: { line: open + 1 }, facts: alone ? { alone } : {} }]
}

/** Whether these lines are entries and what belongs to them, down to where the file ends, be it in the middle of a word. */
const isHeadAlone = (inside: readonly string[]): boolean => {
  const written = inside.filter((line) => !isBlank(line))
  const last = written.at(-1) ?? ''
  const isBegun = beginsEntry(last)
  return (
    written.slice(0, isBegun ? -1 : undefined).every((line) => inHead.test(line)) &&
    (isBegun || written.some((line) => knownEntry(line) !== undefined))
  )
}

/** An entry, an item of a list, or something further in. */
const inHead = /^(?:\s+\S|-\s|[^\s#:：-][^:：]*(?:：|:(?:\s|$)))/

const beginsEntry = (line: string): boolean => {
  const begun = line.replace(/\s?[:：]\s*$/, '').toLowerCase()
  return begun !== '' && [...knownKeys].some((key) => key.startsWith(begun))
}
