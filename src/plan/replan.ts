/** A deck as it was planned, and what one heading of its notes says now → the deck now, having planned only that. */

import type { Deck, Slide } from '../model/deck.js'
import { most } from '../model/lists.js'
import type { Block, Heading, Notes } from '../model/notes.js'
import type { Settings } from '../settings/table.js'
import { holdsLittle } from './neighbours.js'
import { planDeck } from './plan.js'
import { unvaried, varied } from './variety.js'

/** What stands from one heading to the next, before an edit and after it. */
export interface EditedPart {
  readonly old: readonly Block[]
  readonly fresh: readonly Block[]
  /** Blocks above it. */
  readonly above: readonly Block[]
  /** Lines that everything below it has moved down. */
  readonly shift: number
}

/**
 * For showing an edit at once: whatever gathers from several slides (agenda, takeaways) stays as it was, and whoever shows
 * this has all of it planned soon after.
 *
 * What can be planned apart is found by trial: the part as it was, planned the same way, must give the very slides that it
 * has in the deck.
 *
 * @param notes as edited
 * @returns undefined when the part is no slide, or other slides by now
 */
export function replanDeck(before: Deck, notes: Notes, part: EditedPart, settings: Settings): Deck | undefined {
  const [was] = part.old
  // Ids, agenda and eyebrows are made of headings.
  if (was?.kind !== 'heading' || headings(part.old) !== headings(part.fresh)) return undefined
  const parents = parentsOf(part.above, was)
  const pinned: Settings = {
    ...settings,
    slides: was.level,
    sections: parents.length > 1 ? (parents.at(-1)?.level ?? 0) : settings.sections,
    agenda: 'no',
    closing: 'no',
  }
  const alone = (blocks: readonly Block[]): readonly Slide[] =>
    planDeck({ ...notes, blocks: [...parents, ...blocks], findings: [] }, pinned, true).slides.filter((slide) =>
      isIn(slide, was),
    )
  const bare = before.slides.map(unvaried)
  const known = bare.filter((slide) => isIn(slide, was) && slide.lines[0] <= lastLine(part.old))
  const tried = alone(part.old)
  if (known.length === 0 || known.map(look).join('\n') !== tried.map(look).join('\n')) return undefined
  const made = alone(part.fresh)
  if (made.length !== known.length) return undefined
  // Those around it may have come to share a slide with it, or not any more.
  if ([...known, ...made].some(({ eyebrow, blocks }) => eyebrow && holdsLittle(blocks))) return undefined

  const renewed = new Map(
    made.flatMap((fresh, index) => {
      const slide = known[index]
      return slide ? [[slide, { ...withoutPlace(fresh), ...placeOf(slide) }] as const] : []
    }),
  )
  const slides = bare.map((slide): Slide => {
    const fresh = renewed.get(slide)
    if (fresh) return fresh
    const [first, last] = slide.lines
    return part.shift !== 0 && first > lastLine(part.old)
      ? { ...slide, lines: [first + part.shift, last + part.shift] }
      : slide
  })
  return { ...before, slides: settings.compose === 'auto' ? varied(slides) : slides }
}

/** Headings above a heading that it belongs to, the highest first. */
function parentsOf(above: readonly Block[], heading: Heading): readonly Heading[] {
  const parents: Heading[] = []
  let level = heading.level
  for (const block of [...above].reverse()) {
    if (block.kind !== 'heading' || block.level >= level) continue
    parents.unshift(block)
    level = block.level
  }
  return parents
}

const headings = (blocks: readonly Block[]): string =>
  JSON.stringify(blocks.flatMap((block) => (block.kind === 'heading' ? [{ ...block, lines: [] }] : [])))

const lastLine = (blocks: readonly Block[]): number => most(blocks.map(({ lines }) => lines[1]))
const isIn = ({ kind, lines }: Slide, heading: Heading): boolean => kind === 'content' && lines[0] >= heading.lines[0]

/** What a slide has from where it stands in the deck, and not from its part of the notes. */
const placeOf = ({ id, section, large, key, was }: Slide): Partial<Slide> & Pick<Slide, 'id'> => ({
  id,
  ...(section === undefined ? {} : { section }),
  ...(large === undefined ? {} : { large }),
  ...(key === undefined ? {} : { key }),
  ...(was === undefined ? {} : { was }),
})
const withoutPlace = ({ id: _, section: __, large: ___, key: ____, was: _____, ...rest }: Slide) => rest
const look = (slide: Slide): string => JSON.stringify(withoutPlace(slide))
