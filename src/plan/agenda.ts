/** Sections, or the slides of a talk without any → the agenda slide, each entry a link. */
import type { DeckWords, Slide } from '../model/deck.js'
import type { Lines, ListItem } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
import { reserved } from './ids.js'

/** Without sections, an agenda is worth having from so many slides on, and readable up to so many entries. */
const fewestSlides = 5
const fewestEntries = 3
const mostEntries = 24
/** Of more entries than these, long ones are cut short: all stand on one slide, and their dividers say them whole. */
const mostWhole = 18
/** Columns that an entry may take on a slide with two rows of them side by side, and from so many entries on, with three. */
const widestOfTwo = 42
const widestOfThree = 27
const mostInTwo = 30

interface Entry {
  readonly text: string
  readonly slide: Slide
}

/**
 * @param slides dividers and content, in order
 * @param lines of the title, which the agenda stands behind
 * @returns undefined when there is to be none
 */
export function agendaSlide(
  slides: readonly Slide[],
  setting: Settings['agenda'],
  words: DeckWords,
  lines: Lines,
): Slide | undefined {
  if (setting === 'no') return undefined
  const dividers = slides.filter(({ kind }) => kind === 'section')
  const entries =
    dividers.length > 0 ? dividers.map((slide) => ({ text: plainText(slide.title), slide })) : topics(slides)
  const worth =
    dividers.length > 0
      ? dividers.length >= 2
      : slides.length >= fewestSlides && entries.length >= fewestEntries && entries.length <= mostEntries
  if (entries.length === 0 || (setting === 'auto' && !worth)) return undefined

  const widest =
    entries.length > mostInTwo ? widestOfThree : entries.length > mostWhole ? widestOfTwo : Number.POSITIVE_INFINITY
  const ordered = !numberThemselves(entries)
  const items = entries.map(
    ({ text, slide }, at): ListItem => ({
      ...(ordered ? { number: at + 1 } : {}),
      blocks: [
        {
          kind: 'paragraph',
          inlines: [
            {
              kind: 'link',
              href: `#${slide.id}`,
              children: [{ kind: 'text', text: shortened(text, widest) }],
            },
          ],
          lines: slide.lines,
        },
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
    blocks: [{ kind: 'list', ordered, items, lines }],
    speakerNotes: [],
    bookmark: 1,
    lines,
  }
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

/** Whether the titles bring numbers of their own (`1、…`, `二、…`, `3. …`): ours would say them twice. */
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
