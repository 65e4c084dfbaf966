/** Slides of one layout → what they have in common: the ground, bars and rules, and where title, text and foot stand. */
import type { Paint, Part, TextPart, TextRole } from '../model/parts.js'
import type { EditableSlide } from './deck.js'

export interface SharedLayout {
  /** As the deck calls it: `points`. */
  readonly name: string
  readonly background: Paint
  /** The same on every slide of this layout. */
  readonly fixed: readonly Part[]
  /** Of each role that its slides have, the first text that is met: the model of the placeholder. */
  readonly models: ReadonlyMap<TextRole, TextPart>
}

/** In the order in which the slides need them. */
export function layoutsOf(slides: readonly EditableSlide[]): ReadonlyMap<string, SharedLayout> {
  const groups = new Map<string, EditableSlide[]>()
  for (const slide of slides) {
    const group = groups.get(slide.layout)
    if (group) group.push(slide)
    else groups.set(slide.layout, [slide])
  }
  return new Map([...groups].map(([name, group]) => [name, sharedBy(name, group)]))
}

function sharedBy(name: string, slides: readonly EditableSlide[]): SharedLayout {
  const [first, ...others] = slides
  const known = others.map(({ parts }) => new Set(parts.filter(isFixed).map(keyOf)))
  const fixed = (first?.parts ?? []).filter((part) => isFixed(part) && known.every((keys) => keys.has(keyOf(part))))
  const models = new Map<TextRole, TextPart>()
  for (const { parts } of slides)
    for (const part of parts) if (part.kind === 'text' && !models.has(part.role)) models.set(part.role, part)
  models.delete('text')
  return { name, background: first?.background ?? '#ffffff', fixed, models }
}

/** Pictures that were taken of a slide are its own. */
const isFixed = (part: Part): boolean => (part.kind === 'shape' || part.kind === 'picture') && part.fixed

const keyOf = (part: Part): string => JSON.stringify(part)

/** What is left for the slide itself. */
export function ownParts({ parts }: EditableSlide, { fixed }: SharedLayout): readonly Part[] {
  const shared = new Set(fixed.map(keyOf))
  return parts.filter((part) => !isFixed(part) || !shared.has(keyOf(part)))
}
