/** Lines of notes without headings, or with a far too long section → the same lines, would-be headings made real. */

import { hasWord } from '../../model/commonText.js'
import type { Finding } from '../../model/finding.js'
import { displayWidth } from '../../model/text.js'
import { headingLevel, indentOf, isBlank, isRule, type Line, type Mended } from '../lines.js'
import { readMarker } from '../repairs/markers.js'
import { type Candidate, families, headingShaped, isClosing, isFact, isSpeakerLine } from './families.js'
import { isTooLong } from './length.js'

/** A stretch of lines that wants headings below `level`. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly level: number
  /** The notes have no heading at all. */
  readonly bare: boolean
}

interface Found {
  readonly index: number
  readonly title: string
  readonly from: string
  readonly level: number
}

interface Member extends Candidate {
  readonly index: number
}

/** @param titled the front matter gives the title, so the first line is no title */
export const inferHeadings = (lines: readonly Line[], titled: boolean): Mended => {
  const found = new Map<number, Found>()
  for (const stretch of stretches(lines)) {
    for (const heading of headingsOf(lines, stretch, titled)) found.set(heading.index, heading)
  }
  if (found.size === 0) return { lines, findings: [] }
  const findings: Finding[] = []
  const mended = lines.map((line, index): Line => {
    const heading = found.get(index)
    if (heading === undefined) return line
    findings.push({
      code: 'heading-inferred',
      place: { line: line.line },
      facts: { text: heading.title, from: heading.from },
    })
    return { ...line, text: `${'#'.repeat(heading.level)} ${heading.title}`, inferred: heading.from }
  })
  return { lines: mended, findings }
}

const stretches = (lines: readonly Line[]): readonly Stretch[] => {
  const heads: { at: number; body: number; level: number }[] = []
  lines.forEach((line, index) => {
    if (line.verbatim) return
    const level = headingLevel(line.text)
    if (level > 0) heads.push({ at: index, body: index + 1, level })
    else if (index > 0 && /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(line.text) && !isBlank(lines[index - 1]?.text ?? '')) {
      heads.push({ at: index - 1, body: index + 1, level: line.text.includes('=') ? 1 : 2 })
    }
  })
  if (heads.length === 0) return [{ from: 0, to: lines.length, level: 1, bare: true }]
  const all = [{ at: 0, body: 0, level: 1 }, ...heads]
  return all
    .map((head, place) => ({ from: head.body, to: all[place + 1]?.at ?? lines.length, level: head.level, bare: false }))
    .filter(({ from, to }) => isTooLong(lines.slice(from, to).map((line) => line.text)))
}

const headingsOf = (lines: readonly Line[], stretch: Stretch, titled: boolean): readonly Found[] => {
  const text = (index: number): string => (index < stretch.to ? (lines[index]?.text.trim() ?? '') : '')
  const strong = strongFamilies(lines, stretch)
  const found: Found[] = []
  strong.forEach((family, rank) => {
    const level = Math.min(6, stretch.level + 1 + rank)
    for (const { index, title } of family.members) found.push({ index, title, from: family.from, level })
  })
  found.sort((one, other) => one.index - other.index)
  if (!stretch.bare) return found

  const lone = loneLines(lines, stretch, new Set(found.map(({ index }) => index)))
  if (found.length + lone.length < 2) lone.length = 0
  for (const index of lone) {
    const above = found.findLast((heading) => heading.index < index && heading.from !== 'line on its own')
    const level = above === undefined || isClosing(text(index)) ? stretch.level + 1 : Math.min(6, above.level + 1)
    found.push({ index, title: text(index), from: 'line on its own', level })
  }
  const title = titled ? undefined : titleLine(lines, stretch)
  return title === undefined || found.some((heading) => heading.index === title && heading.from !== 'line on its own')
    ? found
    : [
        ...found.filter(({ index }) => index !== title),
        { index: title, title: text(title), from: 'first line', level: 1 },
      ]
}

/** Families with enough members, in the order their first members come: that order is how they nest. */
const strongFamilies = (
  lines: readonly Line[],
  stretch: Stretch,
): readonly { readonly from: string; readonly members: readonly Member[] }[] => {
  const members = new Map<string, Member[]>()
  const add = (from: string, member: Member): void => {
    const alike = members.get(from)
    if (alike === undefined) members.set(from, [member])
    else alike.push(member)
  }
  for (let index = stretch.from; index < stretch.to; index++) {
    const line = lines[index]
    if (line === undefined || line.verbatim || indentOf(line.text).columns > 3 || line.text.length > 300) continue
    const text = line.text.trim()
    if (text === '') continue
    if (isSpeakerLine(text)) {
      const at = titleAbove(lines, index, stretch)
      if (at !== undefined) add('speaker line', { index: at, title: lines[at]?.text.trim() ?? '' })
      continue
    }
    const starts = startsParagraph(lines, index, stretch)
    if (!starts && !(stretch.bare && (isBelowItem(lines, index) || isBelowSentence(lines, index)))) continue
    for (const family of families) {
      const candidate = family.read(text)
      if (candidate === undefined) continue
      if (!starts && !family.endsLists) break
      const next = lines[index + 1]?.text ?? ''
      if (!family.setOff || isBlank(next)) add(family.from, { ...candidate, index })
      break
    }
  }
  return [...members]
    .map(([from, all]) => ({ from, members: qualified(lines, all, stretch) }))
    .filter((family) => family.members.length > 1)
    .sort((one, other) => (one.members[0]?.index ?? 0) - (other.members[0]?.index ?? 0))
}

const startsParagraph = (lines: readonly Line[], index: number, stretch: Stretch): boolean => {
  const above = index > stretch.from ? (lines[index - 1]?.text ?? '') : ''
  return isBlank(above) || isRule(above) || families.some((family) => family.read(above.trim()) !== undefined)
}

/** The line above is a point, or goes on with one. */
const isBelowItem = (lines: readonly Line[], index: number): boolean => {
  const above = lines[index - 1]?.text ?? ''
  return indentOf(above).length > 0 || readMarker(above)?.needsNeighbour === false
}

const isBelowSentence = (lines: readonly Line[], index: number): boolean =>
  /[。.！!？?；;]["”』」）)]?\s*$/.test(lines[index - 1]?.text ?? '')

/** The title of a talk stands right over its speaker. */
const titleAbove = (lines: readonly Line[], index: number, stretch: Stretch): number | undefined => {
  const at = index - 1
  const text = at >= stretch.from ? (lines[at]?.text.trim() ?? '') : ''
  if (text === '') return index
  const alone = at === stretch.from || isBlank(lines[at - 1]?.text ?? '')
  return alone && headingShaped(text) && readMarker(text) === undefined ? at : undefined
}

/** Of counting members the runs that count up and have content between them; of others all, if most have content. */
const qualified = (lines: readonly Line[], members: readonly Member[], stretch: Stretch): readonly Member[] => {
  const runs: Member[][] = []
  for (const member of members) {
    const last = runs.at(-1)?.at(-1)
    const goesOn = last !== undefined && (member.number === undefined || member.number === (last.number ?? 0) + 1)
    if (goesOn) runs.at(-1)?.push(member)
    else runs.push([member])
  }
  return runs
    .filter((run) => {
      const withContent = run.filter((member, place) => {
        const next = nextText(lines, member.index + 1, stretch)
        return next !== undefined && next !== run[place + 1]?.index
      })
      return run.length > 1 && withContent.length * 2 > run.length
    })
    .flat()
}

const nextText = (lines: readonly Line[], from: number, stretch: Stretch): number | undefined => {
  for (let index = from; index < stretch.to; index++) if (!isBlank(lines[index]?.text ?? '')) return index
  return undefined
}

const widestLone = 56

/** Short lines with blank lines around them and prose or a list below. */
const loneLines = (lines: readonly Line[], stretch: Stretch, taken: ReadonlySet<number>): number[] => {
  const found: number[] = []
  for (let index = stretch.from; index < stretch.to; index++) {
    if (taken.has(index) || !isLone(lines, index, stretch)) continue
    const below = nextText(lines, index + 1, stretch)
    const text = below === undefined ? '' : (lines[below]?.text ?? '')
    const isProse = displayWidth(text.slice(0, 100)) > widestLone || /[。.！!？?]$/.test(text.trim())
    if (below !== undefined && !taken.has(below) && (isProse || readMarker(text.trim()) !== undefined))
      found.push(index)
  }
  return found
}

const isLone = (lines: readonly Line[], index: number, stretch: Stretch): boolean => {
  const line = lines[index]
  if (line === undefined || line.verbatim || line.text.length > 100 || isBlank(line.text)) return false
  const around = [index - 1, index + 1].every(
    (at) => at < stretch.from || at >= stretch.to || isBlank(lines[at]?.text ?? ''),
  )
  const text = line.text.trim()
  if (!around || !hasWord(text) || /^[>|<#![]|:\/\//.test(text)) return false
  return indentOf(line.text).columns < 4 && headingShaped(text, widestLone) && readMarker(text) === undefined
}

/** Minutes say right below their title when and where it was, and who was there. */
const isOverFacts = (lines: readonly Line[], index: number, stretch: Stretch): boolean => {
  const text = lines[index]?.text.trim() ?? ''
  const below = index + 1 < stretch.to ? (lines[index + 1]?.text.trim() ?? '') : ''
  return (
    isFact(below) &&
    !isFact(text) &&
    headingShaped(text, widestLone) &&
    hasWord(text) &&
    !/^[>|<#![]|:\/\//.test(text) &&
    readMarker(text) === undefined &&
    indentOf(lines[index]?.text ?? '').columns < 4
  )
}

/** The first line, alone and short, of notes that go on after it. */
const titleLine = (lines: readonly Line[], stretch: Stretch): number | undefined => {
  const first = nextText(lines, stretch.from, stretch)
  if (first === undefined || !(isLone(lines, first, stretch) || isOverFacts(lines, first, stretch))) return undefined
  return nextText(lines, first + 1, stretch) === undefined ? undefined : first
}
