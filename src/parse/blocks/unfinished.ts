/**
 * Cells, headings, captions and titles of boxes that only say that something is still to be written, and brackets behind words that
 * do → not shown, kept for the speaker, reported.
 */
import type { Finding, Place } from '../../model/finding.js'
import type { Aside, Block, Heading, Inline, Lines, Table, TableCell } from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import { isBareWord, isUnfinishedPart, mayBeUnfinished, saysState } from '../placeholders.js'
import { trimmed } from '../textLines.js'
import { withoutOpenParts } from './openParts.js'

interface Taken {
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
}

/**
 * @param written lines of the notes
 * @param isWritten a slide keeps the place that its heading gives it; in notes a cut stands for the heading, so that what is below it
 * does not go on with what is above
 */
export function takeUnfinished(blocks: readonly Block[], written: readonly string[], isWritten: boolean): Taken {
  const findings: Finding[] = []
  if (!written.some(mayBeUnfinished)) return { blocks, findings }
  const hasStates = written.some(saysState)
  const asides: Aside[] = []
  let above: Place = { line: 0 }
  const take = (text: string, lines: Lines): void => {
    const place = placeOf(text, lines, written, above)
    above = place
    asides.push({ kind: 'aside', origin: 'unfinished', text, lines: [place.line, place.line] })
    findings.push({ code: 'placeholder', place, facts: { text } })
  }
  const left = (inlines: readonly Inline[], lines: Lines): readonly Inline[] => {
    const text = unlessCode(inlines)
    if (!isUnfinishedPart(text)) return withoutOpenParts(inlines, (open) => take(open, lines), hasStates)
    take(text, lines)
    return []
  }
  const settled = (all: readonly Block[]): readonly Block[] =>
    all.flatMap((block, at) => {
      const kept = one(block, all, at)
      const taken = asides.splice(0)
      return block.kind === 'footnote' ? [...taken, ...kept] : [...kept, ...taken]
    })
  const one = (block: Block, all: readonly Block[], at: number): readonly Block[] => {
    switch (block.kind) {
      case 'heading': {
        const text = unlessCode(block.inlines)
        if (nameOfList.test(text) && hasContent(block, all, at)) return [block]
        if (!isUnfinishedPart(text)) return [{ ...block, inlines: left(block.inlines, block.lines) }]
        take(text, block.lines)
        return isWritten ? [{ ...block, inlines: [] }] : [{ kind: 'cut', lines: block.lines }]
      }
      case 'paragraph': {
        const inlines = withoutOpenParts(block.inlines, (open) => take(open, block.lines), hasStates)
        return inlines === block.inlines ? [block] : inlines.length === 0 ? [] : [{ ...block, inlines }]
      }
      case 'table':
        return withoutCells(block, take)
      case 'picture': {
        const text = isUnfinishedPart(block.caption) ? block.caption : block.alt
        if (!isUnfinishedPart(text)) return [block]
        take(text, block.lines)
        const rest = (said: string): string => (isUnfinishedPart(said) ? '' : said)
        return [{ ...block, alt: rest(block.alt), caption: rest(block.caption) }]
      }
      case 'callout': {
        const title = block.title && left(block.title, block.lines)
        const { title: _, ...untitled } = block
        return [{ ...untitled, ...(title?.length ? { title } : {}), blocks: settled(block.blocks) }]
      }
      case 'footnote': {
        const [only, ...more] = block.blocks
        if (only?.kind !== 'paragraph' || more.length > 0 || left(only.inlines, only.lines).length > 0) return [block]
        // Its mark stands in the text.
        return [{ ...block, blocks: [{ ...only, inlines: [{ kind: 'text', text: '…' }] }] }]
      }
      case 'quote':
        return [{ ...block, blocks: settled(block.blocks) }]
      case 'list':
        return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: settled(item.blocks) })) }]
      case 'definitions':
        return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: settled(item.blocks) })) }]
      case 'columns':
        return [{ ...block, columns: block.columns.map((each) => ({ ...each, blocks: settled(each.blocks) })) }]
      default:
        return [block]
    }
  }
  return { blocks: settled(blocks), findings }
}

/** `## TODO` with a list below it is the heading of a to-do list, and stays. */
const nameOfList = /^to-?dos?[:：]?$/i
const hasContent = ({ level }: Heading, all: readonly Block[], at: number): boolean => {
  const next = all.slice(at + 1, at + 20).find(({ kind }) => kind !== 'aside')
  return next !== undefined && next.kind !== 'cut' && (next.kind !== 'heading' || next.level > level)
}

/** A word that is explained, or code. */
const unlessCode = (inlines: readonly Inline[]): string =>
  inlines[0]?.kind === 'code' ? '' : plainText(inlines).trim()

/** Other states of work: in a column that holds one of them, `TODO` is a state, too, and stays. */
const states =
  /^(?:status|state|progress|stage|ready|done|doing|in progress|wip|ok|open|closed|finished|blocked|yes|no|[✓✔✅❌x]|状态|狀態|进度|進度|进展|進展|阶段|階段|完成|已完成|进行中|進行中|未开始|是|否)(?![\p{L}\p{N}])/iu

function withoutCells(table: Table, take: (text: string, lines: Lines) => void): readonly Block[] {
  const { head, rows, lines } = table
  const stateful = new Set<number>()
  for (const row of [head, ...rows])
    for (const [at, { inlines }] of row.entries()) if (states.test(plainText(inlines).trim())) stateful.add(at)
  const settled = (row: readonly TableCell[], isHead: boolean): readonly TableCell[] => {
    const cells = row.map((cell, at) =>
      withoutOpen(cell, isHead || at === 0 || stateful.has(at), (text) => take(text, lines)),
    )
    return cells.every((cell, at) => cell === row[at]) ? row : cells
  }
  const left = { ...table, head: settled(head, true), rows: rows.map((row) => settled(row, false)) }
  const kept = left.rows.filter((row, at) => row === rows[at] || row.some((cell) => !isEmpty(cell) || cell.rows))
  return kept.length === 0 && left.head.every(isEmpty) ? [] : [{ ...left, rows: kept }]
}

/** Line by line, where a cell has several. */
function withoutOpen(cell: TableCell, keepsWords: boolean, take: (text: string) => void): TableCell {
  const lines: Inline[][] = [[]]
  for (const inline of cell.inlines) {
    if (inline.kind === 'break') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  const kept = lines.filter((line) => {
    const text = unlessCode(line)
    if (!isUnfinishedPart(text) || (keepsWords && isBareWord(text))) return true
    take(text)
    return false
  })
  if (kept.length === lines.length) {
    const inlines = withoutOpenParts(cell.inlines, take, keepsWords)
    return inlines === cell.inlines ? cell : { ...cell, inlines }
  }
  return { ...cell, inlines: trimmed(kept.flatMap((line, at) => (at === 0 ? line : [{ kind: 'break' }, ...line]))) }
}

const isEmpty = ({ inlines, blocks }: TableCell): boolean => inlines.length === 0 && blocks === undefined

/** Where it is written, behind what was taken before; looked for in no more than these lines, as a table may be long. */
const near = 50

function placeOf(text: string, [first, last]: Lines, written: readonly string[], above: Place): Place {
  const from = above.line >= first && above.line <= last ? above : { line: first }
  for (let line = from.line; line <= Math.min(last, from.line + near); line++) {
    const at = (written[line - 1] ?? '').indexOf(text, line === from.line ? (from.column ?? 0) : 0)
    if (at >= 0) return { line, column: at + 1 }
  }
  return { line: from.line }
}
