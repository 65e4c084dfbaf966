/** Slides of an edited deck → their HTML, rendered again only where something they show has changed. */
import { contentOf, keptPerSlide, printOf, sourcesIn } from '../match/traits.js'
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

/** Remembers the slides of the last deck, and no others. */
export function slideMemory(): SlideMemory {
  let rendered = new Map<string, string>()
  let setting: readonly unknown[] = []
  return {
    render(deck, template, pictures, footer, formulary) {
      const now = [template, footer, formulary, surroundings(deck)]
      if (now.some((part, index) => part !== setting[index])) rendered = new Map()
      setting = now
      const render = slideRenderer(deck, template, pictures, footer, formulary)
      const kept = new Map<string, string>()
      const fresh: Slide[] = []
      const html = deck.slides.map((slide) => {
        const shown = shownBy(slide, pictures)
        const before = leadsWithin(shown) ? undefined : rendered.get(shown)
        if (before === undefined) fresh.push(slide)
        const made = before ?? withoutLines(render(slide))
        kept.set(shown, made)
        return made
      })
      rendered = kept
      return { html, fresh }
    },
  }
}

/** What slides show of the deck around them. */
const surroundings = ({ title, facts, factMarks, lang, canvas, words, sections }: Deck): string =>
  JSON.stringify([title, facts, factMarks, lang, canvas, words, printOf(sections)])

/** The same for two slides that look the same. What blocks say of pictures is only where they are to come from. */
function shownBy(slide: Slide, pictures: Pictures): string {
  const { print, sources } = wholePrint(slide)
  if (sources.length === 0) return print
  const shown = sources.map((source) => {
    const picture = pictures.get(source)
    return picture?.state === 'ready' ? [picture.path, picture.width, picture.height] : picture?.reason
  })
  return print + JSON.stringify(shown)
}

const wholePrint = keptPerSlide(({ blocks, ...slide }) => {
  const [head, { print, sources }] = [printOf(slide), contentOf(blocks)]
  return { print: head + print, sources: [...sourcesIn(head), ...sources] }
})

/** Whether it holds a link into the deck: which of these are alive depends on the other slides. */
const leadsWithin = (shown: string): boolean => shown.includes('"href":"#')

const withoutLines = (html: string): string => html.replace(/ data-lines="[\d-]+"/, '')
