/** Slides of an edited deck → their HTML, rendered again only where something they show has changed. */
import type { Pictures } from '../model/bundle.js'
import type { Deck, Slide } from '../model/deck.js'
import type { Formulary } from '../model/formulary.js'
import type { Template } from '../model/template.js'
import { slideRenderer } from './slide.js'

export interface SlideMemory {
  /** The slides' HTML in order, without the lines they come from: an edit further up would change those of every slide. */
  render(
    deck: Deck,
    template: Template,
    pictures: Pictures,
    footer: string,
    formulary: Formulary | undefined,
  ): RenderedSlides
}

export interface RenderedSlides {
  readonly html: readonly string[]
  /** Slides that look otherwise than any of the deck before. */
  readonly fresh: readonly Slide[]
}

interface Known {
  readonly slide: Slide
  /** Slides with the same key, and the same pictures, look the same. */
  readonly key: string
}

/** Remembers the slides of the last deck, and no others. */
export function slideMemory(): SlideMemory {
  let rendered = new Map<string, string>()
  let known = new Map<string, Known>()
  let setting: readonly unknown[] = []
  return {
    render(deck, template, pictures, footer, formulary) {
      const now = [template, footer, formulary, surroundings(deck)]
      if (now.some((part, index) => part !== setting[index])) rendered = new Map()
      setting = now
      const render = slideRenderer(deck, template, pictures, footer, formulary)
      const [kept, seen] = [new Map<string, string>(), new Map<string, Known>()]
      const fresh: Slide[] = []
      const html = deck.slides.map((slide) => {
        const last = known.get(slide.id)
        const key = last && isSame(last.slide, slide) ? last.key : withoutPlaces(slide)
        seen.set(slide.id, { slide, key })
        const whole = key + picturesIn(key, pictures)
        const before = leadsWithin(key) ? undefined : rendered.get(whole)
        if (before === undefined) fresh.push(slide)
        const made = before ?? withoutLines(render(slide))
        kept.set(whole, made)
        return made
      })
      rendered = kept
      known = seen
      return { html, fresh }
    },
  }
}

/** What slides show of the deck around them. */
const surroundings = ({ title, facts, factMarks, lang, canvas, words, sections }: Deck): string =>
  JSON.stringify([title, facts, factMarks, lang, canvas, words, withoutPlaces(sections)])

/** Whether it was made of the very same things, which need not be looked at then. */
const isSame = (one: Slide, other: Slide): boolean =>
  one.blocks.length === other.blocks.length &&
  one.blocks.every((block, index) => block === other.blocks[index]) &&
  withoutPlaces({ ...one, blocks: [] }) === withoutPlaces({ ...other, blocks: [] })

/** What a key says of pictures is only where they are to come from. */
function picturesIn(key: string, pictures: Pictures): string {
  if (!/"(?:src|picture)":/.test(key)) return ''
  const shown = [...key.matchAll(/"(?:src|picture)":("(?:[^"\\]|\\.)*")/g)].map(([, written = '""']) => {
    const picture = pictures.get(String(JSON.parse(written)))
    return picture?.state === 'ready' ? [picture.path, picture.width, picture.height] : picture?.reason
  })
  return JSON.stringify(shown)
}

/** Text of the notes can't look like that: its quotes are escaped. */
const withoutPlaces = (value: unknown): string => JSON.stringify(value).replace(/"lines":\[\d+,\d+\],?/g, '')

/** Whether it holds a link into the deck: which of these are alive depends on the other slides. */
const leadsWithin = (key: string): boolean => key.includes('"href":"#')

const withoutLines = (html: string): string => html.replace(/ data-lines="[\d-]+"/, '')
