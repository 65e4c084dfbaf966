/** Notes as they were read, and their text after an edit → the notes now, having read only what one heading has below it. */
import type { Block, Lines, ListItem, Notes, Source, TableCell } from '../model/notes.js'
import type { FrontMatter } from './frontMatter.js'
import type { CleanSvg } from './html/drawings.js'
import type { ReadHtml } from './html/node.js'
import { type ParseOptions, parseNotes } from './parse.js'

/** What was read, and what from. */
export interface ReadBefore {
  readonly source: Source
  readonly notes: Notes
}

export interface Reparsed {
  readonly notes: Notes
  /** What stands from one heading to the next, before the edit and after it, and all that is above. */
  readonly old: readonly Block[]
  readonly fresh: readonly Block[]
  readonly above: readonly Block[]
  /** Lines that everything below it has moved down. */
  readonly shift: number
}

/** Signs in a line that may reach beyond it: fences, tags and comments, definitions of links and footnotes, rules. */
const farReaching = /`{3}|~{3}|<|\]:|:{3}|!{3}|\?{3}|>>>|\$\$|\[\^|\^\[|^\s*(?:[-*_]\s*){3,}$|^\s*[=-]+\s*$/

/**
 * For showing an edit at once: findings stay as they were, and whoever shows this has all of it read soon after.
 *
 * What can be read apart is found by trial: the text before, cut out the same way, must give the very blocks that it gave
 * as a part of the whole.
 *
 * @returns undefined when the edit may reach further
 */
export function reparseNotes(
  before: ReadBefore,
  source: Source,
  front: FrontMatter,
  options: ParseOptions,
  readHtml?: ReadHtml,
  cleanSvg?: CleanSvg,
): Reparsed | undefined {
  // A slide has more than its own lines to follow.
  if (before.notes.read === 'slides') return undefined
  const old = before.source.text.split('\n')
  const now = source.text.split('\n')
  const head = commonStart(old, now)
  const tail = commonEnd(old, now, head)
  const edited = [...old.slice(head, old.length - tail), ...now.slice(head, now.length - tail)]
  if (edited.some((line) => farReaching.test(line))) return undefined

  const { blocks } = before.notes
  const start = blocks.findLastIndex((block) => block.kind === 'heading' && block.lines[0] <= head)
  const after = blocks.findIndex((block) => block.kind === 'heading' && block.lines[0] > old.length - tail)
  const end = after < 0 ? blocks.length : after
  const from = blocks[start]?.lines[0] ?? 0
  if (start < 0 || from < front.bodyLine) return undefined

  const shift = now.length - old.length
  const until = (blocks[end]?.lines[0] ?? old.length + 1) - 1
  const read = (lines: readonly string[], last: number): readonly Block[] =>
    parseNotes(
      { file: source.file, text: lines.slice(0, last).join('\n') },
      { ...front, bodyLine: from, asides: [], findings: [] },
      { ...options, read: 'notes', lang: before.notes.lang },
      readHtml,
      cleanSvg,
    ).blocks
  if (JSON.stringify(read(old, until)) !== JSON.stringify(blocks.slice(start, end))) return undefined
  const fresh = read(now, until + shift)
  const rest = shift === 0 ? blocks.slice(end) : blocks.slice(end).map((block) => moved(block, shift))
  const above = blocks.slice(0, start)
  const notes = { ...before.notes, front: front.front, blocks: [...above, ...fresh, ...rest] }
  return { notes, old: blocks.slice(start, end), fresh, above, shift }
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let count = 0
  while (count < one.length && count < other.length && one[count] === other[count]) count++
  return count
}

function commonEnd(one: readonly string[], other: readonly string[], start: number): number {
  const most = Math.min(one.length, other.length) - start
  let count = 0
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count++
  return count
}

const movedLines = ([first, last]: Lines, by: number): Lines => [first + by, last + by]
const movedItem = (item: ListItem, by: number): ListItem => ({ ...item, ...movedPart(item, by) })

/** A block so many lines further down. */
function moved<Each extends Block>(block: Each, by: number): Each {
  const lines = movedLines(block.lines, by)
  switch (block.kind) {
    case 'list':
      return { ...block, lines, items: block.items.map((item) => movedItem(item, by)) }
    case 'columns':
      return {
        ...block,
        lines,
        columns: block.columns.map((each) => ({ ...each, blocks: each.blocks.map((inside) => moved(inside, by)) })),
      }
    case 'quote':
    case 'callout':
    case 'footnote':
      return { ...block, lines, blocks: block.blocks.map((inside) => moved(inside, by)) }
    case 'definitions':
      return {
        ...block,
        lines,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map((inside) => moved(inside, by)) })),
      }
    case 'table': {
      const cell = (said: TableCell): TableCell =>
        said.blocks ? { ...said, blocks: said.blocks.map((inside) => moved(inside, by)) } : said
      return { ...block, lines, head: block.head.map(cell), rows: block.rows.map((row) => row.map(cell)) }
    }
    default:
      return { ...block, lines }
  }
}

function movedPart({ lines, blocks }: Pick<ListItem, 'lines' | 'blocks'>, by: number) {
  return { lines: movedLines(lines, by), blocks: blocks.map((inside) => moved(inside, by)) }
}
