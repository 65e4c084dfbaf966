/** Boxes of a flow, one after another → how high they stand in columns that fill one after the other. Pure arithmetic. */
import type { Box, Columns } from './box.js'

/** Where a column may end: what stands below a list's point, and what belongs to a label, is not parted from it. */
const mayEnd = ({ joint, depth }: Box, before: Box | undefined): boolean =>
  before?.held === undefined && (joint === 'group' || joint === 'block' || (joint === 'item' && depth === 0))

export class Filled {
  private readonly room: number
  private before: Box | undefined
  /** Upper edges of the column that is being filled, and of what stays together at its foot. */
  private column: number | undefined
  private whole = 0
  private top: number | undefined
  private bottom = 0
  private count = 1

  /** @param height of the room; @param above taken from it by what stands across all of them */
  constructor(
    private readonly columns: Columns,
    private readonly height: number,
    private readonly above: number,
  ) {
    this.room = height - above
  }

  add(box: Box): void {
    const isAcross = box.bottom <= this.above + 1
    if (!isAcross) this.fill(box)
    this.before = box
  }

  private fill(box: Box): void {
    const top = box.top - box.lead
    this.top ??= top
    this.column ??= top
    if (mayEnd(box, this.before)) this.whole = box.top
    this.bottom = Math.max(this.bottom, box.bottom)
    if (this.bottom - this.column <= this.room || this.whole <= this.column) return
    this.column = this.whole
    this.count++
  }

  /** As even as may be; more than there is room where they need a column more, or one is too high. */
  get used(): number {
    if (this.top === undefined || this.column === undefined) return this.above
    const total = this.bottom - this.top
    const isTooMuch = this.count > this.columns.count || this.bottom - this.column > this.room
    return isTooMuch ? this.height + total : this.above + Math.min(this.room, total / this.columns.count)
  }
}
