/** A line of plain text → what stands at which column: a Chinese character takes two, as in the editors such tables are drawn in. */
import { displayWidth } from '../../model/text.js'

/** A stretch of columns, the last one not included. */
export interface Columns {
  readonly from: number
  readonly to: number
}

/** The characters of a line by column; what is wide stands at its first one. */
export function byColumn(text: string): readonly string[] {
  const cells: string[] = []
  for (const character of text) {
    const width = displayWidth(character)
    if (width === 0) cells.push((cells.pop() ?? '') + character)
    else cells.push(character)
    for (let more = 1; more < width; more++) cells.push('')
  }
  return cells
}

/** Where each run of such signs stands. */
export function runsOf(text: string, sign: RegExp): readonly Columns[] {
  const runs: { from: number; to: number }[] = []
  for (const [column, character] of byColumn(text).entries()) {
    const last = runs.at(-1)
    if (!sign.test(character)) continue
    if (last?.to === column) last.to = column + 1
    else runs.push({ from: column, to: column + 1 })
  }
  return runs
}

/** The texts in these columns; undefined where something stands between two of them, or in a word across. */
export function cutAt(text: string, columns: readonly Columns[]): readonly string[] | undefined {
  const cells = byColumn(text)
  const isTaken = (column: number): boolean => cells[column] === '' || /\S/.test(cells[column] ?? '')
  for (const [index, { from }] of columns.entries())
    for (let column = columns[index - 1]?.to ?? from; column < from; column++) if (isTaken(column)) return undefined
  return columns.map(({ from }, index) =>
    cells.slice(index === 0 ? 0 : from, columns[index + 1]?.from ?? cells.length).join(''),
  )
}
