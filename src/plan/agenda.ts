/** Sections, or the slides of a talk without any → the agenda slide, each entry a link. */
import type { DeckWords, Section, Slide } from '../model/deck.js'
import type { Inline, Lines, ListItem, NumberStyle } from '../model/notes.js'
import { type OwnNumber, ownNumber } from '../model/ownNumber.js'
import { displayWidth, plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
import { reserved } from './ids.js'

/** Without sections, an agenda is worth having from so many slides on, and readable up to so many entries. */
const fewestSlides = 5
const fewestEntries = 3
const mostEntries = 20
/** Up to so many stand in type that is read from afar, the others closer and smaller (`crowd` in the templates' agenda). */
const mostLarge = 16
/** Columns that a line of an entry has in two rows of them side by side, and from so many entries on, in three. */
const widestLarge = 36
const widestOfTwo = 42
const widestOfThree = 27
const mostInTwo = 30
/** px that the entries have, one below the other. */
const room = 480

interface Entry {
  readonly text: string
  readonly slide: Slide
}

/**
 * @param slides dividers and content, in order
 * @param sections where there are any, they alone are the entries
 * @param lines of the title, which the agenda stands behind
 * @returns undefined when there is to be none
 */
export function agendaSlide(
  slides: readonly Slide[],
  sections: readonly Section[],
  setting: Settings['agenda'],
  words: DeckWords,
  lines: Lines,
): Slide | undefined {
  if (setting === 'no') return undefined
  const byId = new Map(slides.map((slide) => [slide.id, slide]))
  const opened = sections.flatMap(({ title, slide: id }): readonly Entry[] => {
    const slide = byId.get(id)
    return slide ? [{ text: plainText(title), slide }] : []
  })
  const entries = opened.length > 0 ? opened : topics(slides)
  const worth =
    opened.length > 0
      ? opened.length >= 2
      : slides.length >= fewestSlides && entries.length >= fewestEntries && entries.length <= mostEntries
  if (entries.length === 0 || (setting === 'auto' && !worth)) return undefined

  const widest = widestOf(entries.map(({ text }) => displayWidth(text)))
  const numbers = numbersOf(entries)
  const items = entries.map(
    ({ text, slide }, at): ListItem => ({
      ...numbers.of(at),
      blocks: [
        { kind: 'paragraph', inlines: [entryLink(shortened(numbers.bare(text), widest), slide)], lines: slide.lines },
      ],
      lines: slide.lines,
    }),
  )
  return {
    id: reserved.agenda,
    kind: 'agenda',
    layout: 'agenda',
    candidates: ['columns'],
    title: [{ kind: 'text', text: words.agenda }],
    blocks: [{ kind: 'list', ...numbers.list, items, lines }],
    speakerNotes: [],
    bookmark: 1,
    lines,
  }
}

/** All stand on one slide: where whole entries have no room there, long ones are cut short, as their own slides say them whole. */
function widestOf(widths: readonly number[]): number {
  if (widths.length > mostInTwo) return widestOfThree
  const isLarge = widths.length <= mostLarge
  const widest = isLarge ? widestLarge : widestOfTwo
  const lines = widths.reduce((sum, width) => sum + Math.ceil(width / widest), 0)
  // Height of an entry's edges and of its lines, px.
  const [edges, line] = isLarge ? [23, 34] : [5, 26]
  return (widths.length * edges + lines * line) / 2 > room ? widest : Number.POSITIVE_INFINITY
}

/** As many whole words as there is room for. */
function shortened(text: string, widest: number): string {
  if (displayWidth(text) <= widest) return text
  let kept = ''
  for (const character of text) {
    if (displayWidth(kept + character) > widest - 1) break
    kept += character
  }
  return `${kept.replace(/(?<=\S)\s+[!-~]{1,20}$/, '').trimEnd()}…`
}

const entryLink = (text: string, { id }: Slide): Inline => ({
  kind: 'link',
  href: `#${id}`,
  children: [{ kind: 'text', text }],
})

interface Numbers {
  readonly list: { readonly ordered: boolean; readonly numbers?: NumberStyle }
  readonly of: (at: number) => Pick<ListItem, 'number'>
  /** An entry without what stands in the column of numbers. */
  readonly bare: (text: string) => string
}

/** Titles that bring numbers of their own (`1、…`, `二、…`, `01. …`) have these in the column of ours; where only some do, there is none. */
function numbersOf(entries: readonly Entry[]): Numbers {
  const own = entries.map(({ text }) => ownNumber(text))
  const first = own.find((each) => each !== undefined)
  const known = own.filter((each): each is Counted => each?.value !== undefined && each.isChinese === first?.isChinese)
  if (known.length === entries.length)
    return {
      list: { ordered: true, ...(first?.isChinese ? { numbers: 'cjk' } : {}) },
      of: (at) => ({ number: known[at]?.value ?? at + 1 }),
      bare: (text) => text.slice(ownNumber(text)?.length ?? 0),
    }
  const ordered = !numberThemselves(entries)
  return { list: { ordered }, of: (at) => (ordered ? { number: at + 1 } : {}), bare: (text) => text }
}

type Counted = OwnNumber & { readonly value: number }

/** Whether ours would be said twice. */
function numberThemselves(entries: readonly Entry[]): boolean {
  const own = entries.filter(({ text }) =>
    /^(?:第?[\d一二三四五六七八九十]+[、.．:：)）\s章节]|（[\d一二三四五六七八九十]+）)/.test(text),
  )
  return own.length * 2 > entries.length
}

/** One entry per heading on top: slides below one heading count as one, a title that comes again only once. */
function topics(slides: readonly Slide[]): readonly Entry[] {
  const entries = new Map<string, Entry>()
  for (const slide of slides) {
    if (slide.bookmark === undefined) continue
    const depth = slide.bookmark - (slide.bookmarkParents?.length ?? 0)
    if (depth > 1) continue
    const text = slide.bookmarkParents?.[0] ?? plainText(slide.title)
    if (!entries.has(text)) entries.set(text, { text, slide })
  }
  return [...entries.values()]
}
