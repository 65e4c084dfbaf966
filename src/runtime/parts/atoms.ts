/** What the walk over a slide finds, before texts that stand together are put into one box. */
import type { Paragraph, Part, TextRole } from '../../model/parts.js'

export interface TextAtom {
  readonly kind: 'text'
  readonly role: TextRole
  readonly paragraph: Paragraph
  /** Left and right edge of the column it stands in, px from the slide's left. */
  readonly column: readonly [left: number, right: number]
  /** Whether it is part of what the slide says, not of its frame. */
  readonly inFlow: boolean
}

export interface PartAtom {
  readonly kind: 'part'
  readonly part: Part
  /** Rules between lines of a text don't part it; everything else does. */
  readonly parts: boolean
}

export type Atom = TextAtom | PartAtom

export const partAtom = (part: Part): PartAtom => ({ kind: 'part', part, parts: part.kind !== 'shape' })
