/** Takeaways that stand in several places of a talk → one slide at its end that lists their points, with links back. */
import type { DeckWords, Slide } from '../model/deck.js'
import type { Block, Inline, List, Paragraph } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { firstSentence } from './density.js'
import { withoutMarks } from './footnotes.js'
import { reserved } from './ids.js'
import { groupsOf } from './layouts/groups.js'
import { namesTakeaways } from './takeaways.js'

const fewestPlaces = 2
/** Points of the whole slide, shared among the places; each place has this many at least. */
const mostPoints = 12
const fewestPoints = 2

/** A slide whose layout is not yet chosen. */
export type Planned = Omit<Slide, 'layout'>

/** One heading that names takeaways, or a slide that does. */
interface Place {
  readonly slide: Planned
  /** What they are the takeaways of. */
  readonly of: readonly Inline[]
  readonly points: readonly (readonly Inline[])[]
}

/**
 * Nothing is gathered when the notes end with takeaways of the whole talk: then the author has written this slide.
 *
 * @param slides dividers and content, in order
 * @returns undefined when there is to be none
 */
export function closingSlide(slides: readonly Planned[], words: DeckWords): Slide | undefined {
  const last = slides.at(-1)
  if (last && last.bookmark === 1 && isTakeaways(last)) return undefined
  const places = slides.flatMap((slide) => placesOn(slide, slides)).filter(({ points }) => points.length > 0)
  if (!last || places.length < fewestPlaces) return undefined

  const most = Math.max(fewestPoints, Math.floor(mostPoints / places.length))
  return {
    id: reserved.closing,
    kind: 'closing',
    layout: 'closing',
    title: [{ kind: 'text', text: words.takeaways }],
    blocks: places.flatMap((place) => blocksOf(place, most)),
    speakerNotes: [],
    bookmark: 1,
    lines: last.lines,
  }
}

function placesOn(slide: Planned, slides: readonly Planned[]): readonly Place[] {
  if (slide.kind !== 'content') return []
  if (isTakeaways(slide)) return [{ slide, of: above(slide, slides), points: pointsOf(slide.blocks) }]
  return groupsOf(slide.blocks)
    .groups.filter(({ head }) => head.kind === 'heading' && namesTakeaways(plainText(head.inlines)))
    .map(({ blocks }) => ({ slide, of: slide.title, points: pointsOf(blocks) }))
}

/** The heading above a slide: its eyebrow; its section, if that has no other takeaways; else the talk's slide before it. */
function above(slide: Planned, slides: readonly Planned[]): readonly Inline[] {
  if (slide.eyebrow) return slide.eyebrow
  const inSection = slides.filter(({ section }) => slide.section !== undefined && section === slide.section)
  // A divider, or what opens the section in its place.
  const [opening] = inSection
  if (opening && inSection.filter(isTakeaways).length === 1) return opening.title
  const before = slides[slides.indexOf(slide) - 1]
  return before?.kind === 'content' ? before.title : slide.title
}

const isTakeaways = ({ kind, bookmark, title }: Planned): boolean =>
  kind === 'content' && bookmark !== undefined && namesTakeaways(plainText(title))

/** List items without what is nested in them; of paragraphs the first sentence. */
function pointsOf(blocks: readonly Block[]): readonly (readonly Inline[])[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.introduces ? [] : [firstSentence(block.inlines) ?? block.inlines]
    if (block.kind !== 'list') return []
    return block.items.flatMap(({ blocks: [first] }) => (first?.kind === 'paragraph' ? [first.inlines] : []))
  })
}

function blocksOf({ slide, of, points }: Place, most: number): readonly Block[] {
  const { id, lines } = slide
  const link: Inline = { kind: 'link', href: `#${id}`, children: withoutMarks(of) }
  const from: Paragraph = { kind: 'paragraph', inlines: [link], introduces: true, lines }
  const items = points.slice(0, most).map((inlines) => ({
    blocks: [{ kind: 'paragraph' as const, inlines: withoutMarks(inlines), lines }],
    lines,
  }))
  const list: List = { kind: 'list', ordered: false, items, lines }
  return [from, list]
}
