/** Tables in frames of `+`, `-` and `|` (Pandoc, reStructuredText, MySQL), or of the signs for boxes (`┌─┬─┐`) → their cells. */
import { isBlank, type Line } from '../lines.js'
import { byColumn } from './columns.js'
import { cellOf, type DrawnCell, type DrawnRow, type DrawnTable, isEmptyCell } from './drawnTable.js'
import { spannedCells } from './spannedGrid.js'

const frame = /^\s{0,3}\+(?:[:=-]{2,}\+)+[ \t]*$/
const boxed = /^\s{0,3}[┌╔┏╭╒╓][─═━┬╦┳╤╥┈┄-]+[┐╗┓╮╕╖][ \t]*$/
const drawnSign = /^\s{0,3}[+|\u2500-\u257f]/
/** Whoever draws more than this draws no table. */
const mostLines = 2000

const plainSigns: readonly (readonly [box: RegExp, plain: string])[] = [
  [/[─┄┈╌]/g, '-'],
  [/[═━]/g, '='],
  [/[│┃║┆┊]/g, '|'],
  [/[\u250c-\u254b\u2552-\u2570]/g, '+'],
]
const plain = (text: string): string => plainSigns.reduce((said, [box, sign]) => said.replace(box, sign), text)

/** @returns undefined where there is a drawing, or nothing of the kind */
export function gridAt(lines: readonly Line[], at: number): DrawnTable | undefined {
  const first = lines[at]?.text ?? ''
  const isBox = boxed.test(first)
  if ((!isBox && !frame.test(first)) || drawnSign.test(lines[at - 1]?.text ?? '')) return undefined
  const drawn: Line[] = []
  for (let index = at; index < Math.min(lines.length, at + mostLines); index++) {
    const line = lines[index]
    if (line === undefined || line.verbatim || !drawnSign.test(line.text)) break
    drawn.push(isBox ? { ...line, text: plain(line.text).trim() } : { ...line, text: line.text.trim() })
  }
  if (!frame.test(drawn.at(-1)?.text ?? '') || !ends(lines[at + drawn.length]?.text ?? '')) return undefined
  const bands = bandsOf(drawn)
  const table = bands ? inRows(bands, drawn, isBox) : spanned(drawn)
  return table && { ...table, taken: drawn.length }
}

/** A drawing goes on with other signs. */
const ends = (below: string): boolean => isBlank(below) || /^ {0,3}(?:[(（#>]|\S*[\p{L}]{2})/u.test(below)

/** What stands between two lines of the frame: the lines of its cells, cut at the bars. */
interface Band {
  readonly lines: readonly (readonly DrawnCell[])[]
  /** The line of the frame below it. */
  readonly below: string
}

function bandsOf(drawn: readonly Line[]): readonly Band[] | undefined {
  const first = drawn[0]?.text ?? ''
  const bars = byColumn(first).flatMap((sign, column) => (sign === '+' ? [column] : []))
  if (bars.length < 3) return undefined
  const bands: Band[] = []
  let lines: (readonly DrawnCell[])[] = []
  for (const { text, line } of drawn.slice(1)) {
    if (frame.test(text)) {
      if (text.split('+').length !== bars.length + 1) return undefined
      if (lines.length > 0) bands.push({ lines, below: text })
      lines = []
      continue
    }
    const texts = cutAtBars(text, bars)
    if (texts === undefined) return undefined
    lines.push(texts.map((said) => cellOf(said, line)))
  }
  return bands
}

/** At the columns of the bars above; where letters are of another width than here, at as many bars. */
function cutAtBars(text: string, bars: readonly number[]): readonly string[] | undefined {
  const signs = byColumn(text)
  if (bars.every((bar) => signs[bar] === '|') && signs.length === (bars.at(-1) ?? 0) + 1)
    return bars.slice(0, -1).map((bar, index) => signs.slice(bar + 1, bars[index + 1]).join(''))
  const texts = text.split(/(?<!\\)\|/)
  return texts.length === bars.length + 1 && texts[0] === '' && texts.at(-1) === '' ? texts.slice(1, -1) : undefined
}

function inRows(bands: readonly Band[], drawn: readonly Line[], isBox: boolean): DrawnTable | undefined {
  if (bands.length === 0) return undefined
  const top = drawn[0]?.text ?? ''
  const heads = bands.findIndex(({ below }, index) => isHeadRule(below, top) && index < bands.length - 1)
  const isList = heads < 0 && bands.length === 2 && bands[0]?.lines.length === 1
  const headBands = heads >= 0 ? heads + 1 : isList || (isBox && bands.length > 1) ? 1 : 0
  const body = bands.slice(headBands)
  const [only] = body
  // Without a line of the frame between them, rows are lines; cells of several lines leave the first one empty.
  const rows = body.length === 1 && only && areRows(only) ? only.lines : body.map(joined)
  const rule = heads >= 0 ? (bands[heads]?.below ?? top) : top
  return {
    kind: isBox ? 'box' : 'grid',
    align: alignOf(rule),
    head: bands.slice(0, headBands).map(joined),
    rows,
    taken: 0,
  }
}

const isHeadRule = (below: string, top: string): boolean => below.includes('=') && !top.includes('=')

const areRows = ({ lines }: Band): boolean =>
  lines.length > 1 &&
  lines.every(([first]) => first && !isEmptyCell(first)) &&
  !lines.some((row) => row.some(({ lines: [said] }) => /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(said?.text ?? '')))

/** The lines of a band as one row. */
const joined = ({ lines }: Band): DrawnRow =>
  (lines[0] ?? []).map((_, column) => ({ lines: lines.flatMap((cells) => cells[column]?.lines ?? []) }))

const alignOf = (rule: string): DrawnTable['align'] =>
  rule
    .split('+')
    .slice(1, -1)
    .map((part) => {
      const [left, right] = [part.startsWith(':'), part.endsWith(':')]
      return left && right ? 'center' : right ? 'right' : left ? 'left' : ''
    })

function spanned(drawn: readonly Line[]): DrawnTable | undefined {
  const cells = spannedCells(drawn)
  return cells && { kind: 'grid', align: [], ...cells, taken: 0 }
}
