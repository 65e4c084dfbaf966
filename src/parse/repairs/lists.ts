/** Lists as people write them → lists as CommonMark nests them: one marker, one indent per level, the numbers kept. */
import type { Finding } from '../../model/finding.js'
import { headingLevel, indentOf, isBlank, isRule, type Line, type Repair } from '../lines.js'
import { looksLikeCode } from '../shapes.js'
import { ListReport } from './listReport.js'
import { type Marker, readMarker } from './markers.js'
import { withNeighbours } from './neighbours.js'

/** An item that further lines may belong to. Columns as written (`raw`) and as they will be (`out`). */
interface Open {
  readonly rawColumn: number
  readonly rawContent: number
  readonly outColumn: number
  readonly outContent: number
  readonly key: string
  readonly number: number
}

/** Where an item stands and will stand. */
interface Position {
  readonly column: number
  /** Its column without a stray space. */
  readonly snapped: number
  readonly outColumn: number
  /** Its indent said one thing to the reader and another to CommonMark. */
  readonly asked: boolean
  /** It opens a list. */
  readonly isFirst: boolean
}

/** Deeper lists go on at this depth: no slide shows more, and reading them takes no endless stack. */
const deepest = 210

/** Lines in which a list goes on, if it does. */
const farthest = 200

const label = /[:：](?:\*\*|__)?[ \t]*$/
const longestLabel = 60

const definesFootnote = /^ {0,3}\[\^[^\]\s]+\]:/
const footnoteKey = 'footnote'

const standardKeys = new Set(['-', '*', '+', 'n.', 'n)'])

export const mendLists: Repair = (lines) => {
  const markers = lines.map((line) =>
    line.verbatim ? undefined : readMarker(line.text.slice(indentOf(line.text).length)),
  )
  const walk = new ListWalk(lines, withNeighbours(lines, markers))
  for (let index = 0; index < lines.length; index++) walk.take(index)
  return { lines: walk.mended, findings: walk.findings() }
}

/** Goes down the lines with the items that are open, and writes each line where CommonMark will look for it. */
class ListWalk {
  readonly mended: Line[] = []
  private readonly open: Open[] = []
  private readonly report = new ListReport()
  private blankBefore = true
  private verbatimShift: number | undefined

  constructor(
    private readonly lines: readonly Line[],
    private readonly markers: readonly (Marker | undefined)[],
  ) {}

  take(index: number): void {
    const line = this.lines[index]
    if (line === undefined) return
    const marker = this.markers[index]
    if (line.verbatim) this.takeVerbatim(line)
    else {
      this.verbatimShift = undefined
      if (isBlank(line.text)) this.mended.push(line)
      else if (headingLevel(line.text) > 0 || isRule(line.text)) this.takeBreak(line)
      else if (marker === undefined) this.takeText(line, index)
      else this.takeItem(line, marker, index)
    }
    this.blankBefore = isBlank(line.text)
  }

  findings(): readonly Finding[] {
    return this.report.findings()
  }

  private takeBreak(line: Line): void {
    this.endLists()
    this.report.endMarkers()
    this.mended.push(line)
  }

  private endLists(): void {
    this.open.length = 0
    this.report.endIndents()
  }

  /** Code keeps its inner indent: the whole fence moves as far as the item it belongs to. */
  private takeVerbatim(line: Line): void {
    if (this.verbatimShift === undefined) {
      const column = indentOf(line.text).columns
      const owner = this.ownerOf(column)
      if (owner === undefined && this.open.length > 0 && column < 2) this.endLists()
      this.verbatimShift = owner === undefined ? 0 : owner.outContent - Math.min(owner.rawContent, Math.max(column, 0))
    }
    this.mended.push(shifted(line, this.verbatimShift))
  }

  /** Text without a marker: goes on with the item above, or ends the list. */
  private takeText(line: Line, index: number): void {
    const column = indentOf(line.text).columns
    if (column === 0 && !this.blankBefore && this.open.length > 0 && this.namesNextList(line, index)) {
      this.endLists()
      this.mended.push({ text: '', line: line.line }, line)
      return
    }
    const owner = this.open.length === 0 || !this.blankBefore ? undefined : this.ownerOf(column)
    if (owner !== undefined) {
      while (this.open.at(-1) !== owner) this.open.pop()
      const target = owner.outContent + Math.max(0, column - owner.rawContent)
      if (column < owner.rawContent) this.report.noteIndent(line)
      this.mended.push(target === column ? line : { ...line, text: ' '.repeat(target) + line.text.trimStart() })
      return
    }
    if (this.blankBefore) this.endLists()
    this.mended.push(line)
    if (definesFootnote.test(line.text)) this.openFootnote()
  }

  /** What is indented below a footnote belongs to it, lists and all. */
  private openFootnote(): void {
    this.endLists()
    this.open.push({ rawColumn: 0, rawContent: 4, outColumn: 0, outContent: 4, key: footnoteKey, number: 0 })
  }

  /** `**Risks:**` between two lists: CommonMark takes it for the last words of the item above. */
  private namesNextList(line: Line, index: number): boolean {
    return label.test(line.text.slice(-6)) && line.text.length <= longestLabel && this.markers[index + 1] !== undefined
  }

  /** The deepest open item that text at this column can belong to. */
  private ownerOf(column: number): Open | undefined {
    if (column === 0) return undefined
    return this.open.findLast((item) => column >= Math.min(item.rawContent, item.rawColumn + 2))
  }

  private takeItem(line: Line, marker: Marker, index: number): void {
    const column = indentOf(line.text).columns
    let deeper: Open | undefined
    while ((this.open.at(-1)?.rawColumn ?? -1) > column) deeper = this.open.pop()
    if (this.open.at(-1)?.key === footnoteKey && column < 4) this.open.pop()
    if (this.beginsAnew(marker, column, index)) {
      this.endLists()
      // What is written alike would be one list for CommonMark.
      this.mended.push({ text: '<!-- -->', line: line.line }, { text: '', line: line.line })
    }
    const top = this.open.at(-1)
    if (top === undefined && column >= 4 && this.isCode(index, marker)) {
      this.mended.push(line)
      return
    }
    let outColumn = top === undefined && column >= 4 ? 0 : column
    let asked = top === undefined && column >= 4
    let isFirst = true
    let snapped = column
    if (top !== undefined) {
      const sibling = this.siblingOf(top, column, marker)
      if (sibling !== undefined) {
        while (this.open.at(-1) !== sibling) this.open.pop()
        this.open.pop()
        const stray = column === sibling.rawColumn + 1 && standardKeys.has(marker.key) && !this.isMoved(sibling)
        outColumn = sibling.outColumn + (stray ? 1 : 0)
        isFirst = sibling.key !== marker.key
        // One stray space: what is indented below it is below this item all the same.
        if (column === sibling.rawColumn + 1) snapped = sibling.rawColumn
      } else {
        const offset = column - top.rawContent
        const isByGlyph = column < top.rawColumn + 2
        asked = !isByGlyph && (offset < 0 || offset > 3)
        // Less deep than the children before it, yet no sibling of their parent: one of the children.
        if (deeper !== undefined && !isByGlyph) asked = true
        outColumn =
          deeper !== undefined && !isByGlyph
            ? deeper.outColumn
            : asked || isByGlyph
              ? top.outContent
              : top.outContent + offset
      }
    }
    this.writeItem(line, marker, { column, snapped, outColumn, asked, isFirst })
  }

  /** Numbers of another kind behind a blank line are a list of their own, unless those above them go on further down: `a)` `b)`, `i.` `ii.` */
  private beginsAnew({ key, number, style }: Marker, column: number, index: number): boolean {
    const top = this.open.at(-1)
    if (!this.blankBefore || number !== 1 || style === undefined || column !== 0) return false
    if (top === undefined || top.number === 0 || this.open.some((item) => item.key === key)) return false
    for (let at = index + 1; at < Math.min(this.lines.length, index + farthest); at++) {
      const { text = '' } = this.lines[at] ?? {}
      if (headingLevel(text) > 0) return true
      const next = this.markers[at]
      if (next && this.open.some((item) => item.key === next.key && next.number === item.number + 1)) return false
    }
    return true
  }

  /** The open item that this one stands beside; nothing when it goes under `top`. */
  private siblingOf(top: Open, column: number, marker: Marker): Open | undefined {
    if (column >= top.rawColumn + 2) return this.open.length >= deepest ? top : undefined
    const level = this.open.filter((item) => Math.abs(item.rawColumn - column) <= 1)
    const same = level.findLast((item) => item.key === marker.key)
    if (same !== undefined) return same
    if (standardKeys.has(top.key) && standardKeys.has(marker.key)) return top
    if (marker.number !== undefined) {
      // Numbers right under a bullet are its steps; after a blank line they are a list of their own.
      if (top.number === 0 && this.blankBefore) return level[0] ?? top
      const counting = level.findLast((item) => item.number > 0 && item.number === (marker.number ?? 0) - 1)
      if (counting !== undefined || marker.number !== 1) return counting ?? top
    }
    return this.open.length >= deepest ? top : undefined
  }

  private isMoved(item: Open): boolean {
    return item.rawColumn !== item.outColumn
  }

  /** Indented far with no list around: a list all the same, unless it reads as code (YAML, options). */
  private isCode(index: number, marker: Marker): boolean {
    if (!marker.standard) return false
    const near = [index - 1, index, index + 1]
      .map((at) => this.lines[at]?.text ?? '')
      .filter((text) => !isBlank(text) && indentOf(text).columns >= 4)
    return near.filter((text) => looksLikeCode(text.trim().replace(/^[-*+]\s+/, ''))).length * 3 >= near.length
  }

  private writeItem(line: Line, marker: Marker, { column, snapped, outColumn, asked, isFirst }: Position): void {
    const number = marker.number
    const sign =
      number === undefined ? (marker.standard ? marker.key : '-') : `${number}${marker.key === 'n)' ? ')' : '.'}`
    const indent = indentOf(line.text)
    const written = line.text.slice(indent.length, indent.length + marker.length)
    const rawContent = column + contentOffset(written, column)
    const wideGap = marker.standard && marker.rest !== '' && rawContent - column - marker.written.length > 4
    const untouched = marker.standard && outColumn === column && !wideGap
    const outContent = untouched ? rawContent : outColumn + sign.length + 1
    if (isFirst && number !== undefined && number !== 1 && !untouched && !isBlank(this.mended.at(-1)?.text ?? '')) {
      this.mended.push({ text: '', line: line.line })
    }
    if (untouched) this.mended.push(line)
    else {
      const item = number !== undefined && marker.style !== undefined ? { item: { number, style: marker.style } } : {}
      this.mended.push({ ...line, ...item, text: `${' '.repeat(outColumn)}${sign} ${marker.rest}` })
    }
    if (!marker.standard) this.report.noteMarker(line, marker)
    if (asked || wideGap) this.report.noteIndent(line)
    this.open.push({ rawColumn: snapped, rawContent, outColumn, outContent, key: marker.key, number: number ?? 0 })
  }
}

/** Columns from the marker to the item's text, tabs counted from where the marker stands. */
const contentOffset = (written: string, column: number): number => {
  let at = column
  for (const character of written) at += character === '\t' ? 4 - (at % 4) : 1
  return Math.max(2, at - column)
}

const shifted = (line: Line, by: number): Line => {
  if (by === 0 || isBlank(line.text)) return line
  if (by > 0) return { ...line, text: ' '.repeat(by) + line.text }
  const indent = indentOf(line.text)
  return { ...line, text: ' '.repeat(Math.max(0, indent.columns + by)) + line.text.slice(indent.length) }
}
