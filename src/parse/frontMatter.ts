/** The head of the notes → its settings as written, and the line the body begins at. */
import type { Finding } from '../model/finding.js'
import type { Aside, FrontValue, Source } from '../model/notes.js'
import { ownName } from '../settings/aliases.js'
import { commentsAbove } from './commentsAbove.js'
import { plainTexts } from './frontTexts.js'
import { jsonHead } from './jsonHead.js'
import { isBlank } from './lines.js'
import { withoutMovingDate } from './movingDate.js'
import { entryIn, knownKeys, type PlainHead, plainHead } from './plainHead.js'
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

/**
 * Reads YAML between `---` lines, TOML between `+++` lines, JSON, Pandoc's title block, or leading `Title: x` lines. Never throws: what can't be
 * read becomes findings, and of broken YAML the lines that read as `key: value` are kept.
 */
export const readFrontMatter = (source: Source): FrontMatter => {
  const lines = source.text.split('\n')
  const first = lines.findIndex((line) => !isBlank(line))
  if (first < 0) return { front: {}, bodyLine: 1, asides: [], findings: [] }
  const above = commentsAbove(lines, first)
  const fenced = yamlHead(lines, above.open) ?? tomlHead(lines, above.open)
  const head =
    fenced ?? jsonHeadIn(lines, first) ?? ofDeck(lines, first) ?? keywordHead(lines) ?? plainly(plainHead(lines, first))
  const deck = deckSigns(lines, head?.bodyLine ?? 1)
  const signs = deck ? { deck } : {}
  if (head === undefined) return { front: {}, bodyLine: 1, asides: [], ...signs, findings: unclosed(lines, first) }
  const dated = withoutMovingDate(head.front)
  const { front, asides, findings } = takeFrontNotes(dated.front)
  const { asides: said, findings: dropped } = fenced ? above : { asides: [], findings: [] }
  return {
    front: withOwnSettings(plainTexts(front, lines.slice(head.bodyLine - 1)), deck),
    bodyLine: head.bodyLine,
    asides: [...said, ...asides],
    ...signs,
    findings: [...dropped, ...head.findings, ...dated.findings, ...findings],
  }
}

const isFence = (line: string | undefined): boolean => line !== undefined && /^---[ \t]*$/.test(line)

const yamlHead = (lines: readonly string[], open: number): Head | undefined => {
  if (!/^---[ \t]*(?:ya?ml)?[ \t]*$/.test(lines[open] ?? '')) return undefined
  const close = lines.findIndex((line, index) => index > open && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  if (close < 0) return undefined
  const inside = lines.slice(open + 1, close)
  const bodyLine = close + 2
  if (inside.every(isBlank)) return { front: {}, bodyLine, findings: [] }
  const startsBlank = isBlank(inside[0] ?? '')
  const yaml = readYaml((startsBlank ? inside : withYamlColons(inside)).map(withoutTabs).join('\n'), open + 2)
  if (yaml === undefined || (startsBlank && !Object.keys(yaml.front).some((key) => knownKeys.has(key)))) {
    return undefined
  }
  return { front: underOwnNames(yaml.front), bodyLine, findings: yaml.findings }
}

/** YAML is indented by spaces alone, and people by what their editor gives. */
const withoutTabs = (line: string): string => line.replace(/^\t+/, (tabs) => '  '.repeat(tabs.length))

/** `标题：…`, as Chinese writes it, for YAML's `标题: …`; only where each line is an entry and one a setting: prose has colons too. */
const withYamlColons = (lines: readonly string[]): readonly string[] => {
  const wide = /^([^\s:：]{1,40})[ \t]*：[ \t]*/
  const areEntries = lines.every((line) => /^(?:[\s#]|-\s|$|[^\s:：]{1,40}[ \t]*[:：])/.test(line))
  const isHead = areEntries && lines.some((line) => knownKeys.has(wide.exec(line)?.[1]?.toLowerCase() ?? ''))
  return isHead ? lines.map((line) => line.replace(wide, '$1: ')) : lines
}

const tomlHead = (lines: readonly string[], open: number): Head | undefined => {
  const [fence] = /^(?:\+\+\+|---toml)(?=[ \t]*$)/.exec(lines[open] ?? '') ?? []
  if (fence === undefined) return undefined
  const end = fence.slice(0, 3)
  const close = lines.findIndex((line, index) => index > open && line.trimEnd() === end)
  if (close < 0) return undefined
  const inside = lines.slice(open + 1, close)
  // Between rules of plus signs there may be text.
  if (!inside.some((line) => line.includes('=')) && !inside.every(isBlank)) return undefined
  const { front, findings } = readToml(inside, open + 2)
  return { front: underOwnNames(front), bodyLine: close + 2, findings }
}

const ofDeck = (lines: readonly string[], first: number): Head | undefined => {
  const head = deckHead(lines, first)
  return head && { ...head, findings: [] }
}

/** Of notes in Org or Logseq: what the settings know counts, the rest tells those programs something. */
const keywordHead = (lines: readonly string[]): Head | undefined => {
  const head = toolHead(lines, (key) => knownKeys.has(key))
  if (head === undefined) return undefined
  const known = head.entries.filter(({ key }) => knownKeys.has(key))
  const front: Record<string, FrontValue> = {}
  // A long title goes on in a second line of its kind.
  for (const { key, value, line } of known) {
    const before = front[key]
    front[key] = before === undefined ? { value, line } : { ...before, value: `${before.value} ${value}` }
  }
  return { front: underOwnNames(front), bodyLine: head.bodyLine, findings: [] }
}

/** What says a title, or two things that are known here: else it is JSON that the notes are about. */
const jsonHeadIn = (lines: readonly string[], first: number): Head | undefined => {
  const head = jsonHead(lines, first)
  const read = head && readYaml(head.text, head.from + 1)
  if (head === undefined || read === undefined || read.findings.length > 0) return undefined
  const front = underOwnNames(read.front)
  const known = Object.keys(front).filter((key) => knownKeys.has(key))
  if (!known.includes('title') && known.length < 2) return undefined
  return { front, bodyLine: head.body + 1, findings: [] }
}

const plainly = (head: PlainHead | undefined): Head | undefined =>
  head && { front: underOwnNames(head.front), bodyLine: head.bodyLine, findings: [] }

const underOwnNames = (front: Readonly<Record<string, FrontValue>>): Record<string, FrontValue> => {
  const named: Record<string, FrontValue> = {}
  for (const [key, value] of Object.entries(front)) {
    const own = ownName(key)
    if (own === key || !(own in front)) named[own] = value
  }
  return named
}

const unclosed = (lines: readonly string[], open: number): readonly Finding[] => {
  if (!isFence(lines[open]) || lines.some((line, index) => index > open && isFence(line))) return []
  const alone = isHeadAlone(lines.slice(open + 1))
  if (!alone && entryIn(lines[open + 1] ?? '') === undefined) return []
  return [{ code: 'front-matter-unclosed', place: { line: open + 1 }, facts: alone ? { alone } : {} }]
}

/** Whether these lines are entries and what belongs to them, down to where the file ends, be it in the middle of a word. */
const isHeadAlone = (inside: readonly string[]): boolean => {
  const written = inside.filter((line) => !isBlank(line))
  const last = written.at(-1) ?? ''
  const isBegun = beginsEntry(last)
  return (
    written.slice(0, isBegun ? -1 : undefined).every((line) => inHead.test(line)) &&
    (isBegun || written.some((line) => entryIn(line) !== undefined))
  )
}

/** An entry, an item of a list, or something further in. */
const inHead = /^(?:\s+\S|-\s|[^\s#:：-][^:：]*(?:：|:(?:\s|$)))/

const beginsEntry = (line: string): boolean => {
  const begun = line.replace(/\s?[:：]\s*$/, '').toLowerCase()
  return begun !== '' && [...knownKeys].some((key) => key.startsWith(begun))
}
