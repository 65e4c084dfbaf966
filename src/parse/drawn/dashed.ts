/** Tables whose columns are named by rows of dashes (Pandoc's simple and multiline ones, reStructuredText's) → their cells. */
import { isBlank, type Line } from '../lines.js'
import { type Columns, cutAt, runsOf } from './columns.js'
import { cellOf, type DrawnRow, type DrawnTable, isEmptyCell } from './drawnTable.js'

/** `------- ----`, `=====  ===`: a rule of Markdown has but one dash a piece. */
const dashes = /^ {0,8}(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+)[ \t]*$/
const fullRule = /^ {0,3}-{8,}[ \t]*$/
const mostLines = 500
const mostHeads = 6

const isDashes = (line: Line | undefined): boolean => line !== undefined && !line.verbatim && dashes.test(line.text)

export function dashedAt(lines: readonly Line[], at: number): DrawnTable | undefined {
  const first = lines[at]
  if (first === undefined || isBlank(first.text)) return undefined
  if (fullRule.test(first.text)) return multiline(lines, at)
  if (isDashes(first)) return framed(lines, at)
  return isDashes(lines[at + 1]) && isBlank(lines[at - 1]?.text.replace(/^\s*#.*$/, '') ?? '')
    ? headed(lines, at)
    : undefined
}

/** A head over its dashes, rows down to an empty line or a last row of dashes. */
function headed(lines: readonly Line[], at: number): DrawnTable | undefined {
  const end = endOf(lines, at + 2, (line) => isBlank(line.text))
  const rows = lines.slice(at + 2, end)
  return made(columnsIn(lines[at + 1]), {
    heads: lines.slice(at, at + 1),
    rows: rows.map((row) => [row]),
    taken: end - at + (isDashes(lines[end]) ? 1 : 0),
  })
}

/** Between two rows of dashes, or three, with the head between the first two. */
function framed(lines: readonly Line[], at: number): DrawnTable | undefined {
  const middle = endOf(lines, at + 1, () => false)
  if (!isDashes(lines[middle]) || middle === at + 1) return undefined
  const last = endOf(lines, middle + 1, () => false)
  const isAlike = (one: number): boolean => lines[one]?.text.trim() === lines[at]?.text.trim()
  if (!isAlike(middle)) return undefined
  const isThree = middle - at <= mostHeads && isAlike(last) && last > middle + 1
  const rows = lines.slice(isThree ? middle + 1 : at + 1, isThree ? last : middle)
  return made(columnsIn(lines[at]), {
    heads: isThree ? lines.slice(at + 1, middle) : [],
    rows: inBands(rows, lines[at]?.text.includes('=') === true),
    taken: (isThree ? last : middle) - at + 1,
  })
}

/** Between two rules that reach over all columns; rows of several lines, with an empty one between any two. */
function multiline(lines: readonly Line[], at: number): DrawnTable | undefined {
  let under = at + 1
  while (under <= at + mostHeads && !isBlank(lines[under]?.text ?? '') && !isDashes(lines[under])) under++
  if (under === at + 1 || !isDashes(lines[under])) return undefined
  const end = endOf(lines, under + 1, ({ text }) => fullRule.test(text))
  if (!fullRule.test(lines[end]?.text ?? '')) return undefined
  return made(columnsIn(lines[under]), {
    heads: lines.slice(at + 1, under),
    rows: inBands(lines.slice(under + 1, end), false),
    taken: end - at + 1,
  })
}

/** @returns the index of the next row of dashes, or of the first line at which it ends before */
function endOf(lines: readonly Line[], from: number, ends: (line: Line) => boolean): number {
  let at = from
  for (let line = lines[at]; line !== undefined && at < from + mostLines; line = lines[++at])
    if (line.verbatim || isDashes(line) || ends(line)) break
  return at
}

/** @param goOn in reStructuredText a line whose first column is empty goes on with the row above */
function inBands(lines: readonly Line[], goOn: boolean): readonly (readonly Line[])[] {
  const bands: Line[][] = []
  const isApart = !goOn && lines.some(({ text }) => isBlank(text))
  let isOpen = false
  for (const line of lines) {
    const isEmpty = isBlank(line.text)
    const goesOn = isApart ? isOpen : goOn && /^\s{2,}\S/.test(line.text)
    if (!isEmpty && goesOn && bands.length > 0) bands.at(-1)?.push(line)
    else if (!isEmpty) bands.push([line])
    isOpen = !isEmpty
  }
  return bands
}

const columnsIn = (line: Line | undefined): readonly Columns[] => runsOf(line?.text ?? '', /[-=]/)

interface Parts {
  readonly heads: readonly Line[]
  readonly rows: readonly (readonly Line[])[]
  readonly taken: number
}

function made(columns: readonly Columns[], { heads, rows, taken }: Parts): DrawnTable | undefined {
  const read = (lines: readonly Line[]): DrawnRow | undefined => rowOf(lines, columns)
  const body = rows.map(read)
  const head = heads.length === 0 ? undefined : read(heads)
  const all = body.filter((row) => row !== undefined)
  if (all.length === 0 || all.length < body.length || (heads.length > 0 && head === undefined)) return undefined
  // Prose between rules is cut in words, or stands in one column.
  if (![...all, ...(head ? [head] : [])].some((row) => row.filter((cell) => !isEmptyCell(cell)).length > 1))
    return undefined
  const align = alignOf(heads.at(-1) ?? rows[0]?.[0], columns)
  return { kind: 'columns', align, head: head ? [head] : [], rows: all, taken }
}

function rowOf(lines: readonly Line[], columns: readonly Columns[]): DrawnRow | undefined {
  const cells: Line[][] = columns.map(() => [])
  for (const { text, line } of lines) {
    const cut = text.includes('\t') ? undefined : cutAt(text, columns)
    const apart = text.trim().split(/ {2,}/)
    const texts = cut ?? (apart.length === columns.length ? apart : undefined)
    if (texts === undefined) return undefined
    for (const [column, cell] of cells.entries()) cell.push({ text: (texts[column] ?? '').trim(), line })
  }
  return cells.map((cell) => ({ lines: cell.length > 0 ? cell : cellOf('', 1).lines }))
}

/** Pandoc has it that the head stands over its dashes as the column is to be aligned. */
function alignOf(line: Line | undefined, columns: readonly Columns[]): DrawnTable['align'] {
  const texts = cutAt(line?.text ?? '', columns)
  return columns.map(({ from, to }, index) => {
    const start = index === 0 ? 0 : from
    const text = texts?.[index] ?? ''
    if (text.trim() === '') return ''
    const [said] = runsOf(
      text.replace(/\S(?:.*\S)?/, (whole) => 'x'.repeat(runsWidth(whole))),
      /x/,
    )
    const isLeft = said !== undefined && start + said.from <= from
    const isRight = said !== undefined && start + said.to >= to
    return isLeft ? '' : isRight ? 'right' : 'center'
  })
}

const runsWidth = (text: string): number => runsOf(text, /^/).reduce((sum, { from, to }) => sum + to - from, 0)
