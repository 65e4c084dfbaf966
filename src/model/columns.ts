/** Columns side by side → the share of the width that each of them has. */
import { most } from './lists.js'
import type { Columns } from './notes.js'

/** A narrower one would hold no words. */
const narrowest = 0.15

/** Shares that sum up to 1: as the notes ask, and what they leave, in equal parts, for those they ask nothing of. */
export function widthsOf({ columns }: Pick<Columns, 'columns'>): readonly number[] {
  const asked = columns.reduce((sum, { width = 0 }) => sum + width, 0)
  const open = columns.filter(({ width }) => width === undefined).length
  const left = open === 0 ? 0 : Math.max(1 - asked, narrowest * open) / open
  const shares = columns.map(({ width = left }) => most([width, Math.min(narrowest, 1 / columns.length)]))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.round((share / whole) * 1000) / 1000)
}
