/** A list that is set in a layout → its classes, and what its style needs to know of it. */
import { most } from '../model/lists.js'
import type { Inline, List } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'

export interface ListLook {
  /** The page takes both off where it does not fit (runtime/fit/composed.ts). */
  readonly classes: string
  /** `--across`: how many stand side by side; `--columns`: half-width letters of the widest lead. */
  readonly style: string
}

export function lookOf({ as, items }: List): ListLook | undefined {
  if (as === undefined) return undefined
  const leads = items.flatMap(({ blocks: [first] }) =>
    first?.kind === 'paragraph' ? [widthOfLead(first.inlines)] : [],
  )
  return { classes: `composed ${as}`, style: `--across:${across(items.length)};--columns:${most(leads, 1)}` }
}

const widthOfLead = (inlines: readonly Inline[]): number =>
  displayWidth(plainText(inlines.filter(({ kind }) => kind === 'lead')))

/** Rows as even as can be: four are two and two, five three and two. */
const across = (count: number): number => (count <= 3 ? count : count === 4 ? 2 : 3)
