/** The open deck → pictures of its slides, contact sheets, and a social card. */
import { type Shots, takePictures } from '../browser/pictures.js'
import { counted } from '../check/phrases.js'
import { exitCode, UserError } from '../errors.js'
import { readPicturesScript } from '../io/readRuntime.js'
import type { Deck } from '../model/deck.js'
import { type PictureWish, pictureExtensions } from '../model/format.js'
import type { ContactSheetParts, SocialCardParts } from '../model/pictures.js'
import { type SlideRange, slidesIn } from '../model/slideRanges.js'
import { plainText } from '../model/text.js'
import { renderTitle } from '../render/title.js'
import type { Format, FormatSource, Made, OpenDeck } from './source.js'

/**
 * The slides that are wanted, by number, in the order of the deck.
 * @throws UserError (exit 2) when the deck has no such slide
 */
export function wantedSlides(ranges: readonly SlideRange[], count: number): readonly number[] {
  const slides = slidesIn(ranges, count)
  if (!('missing' in slides)) return slides
  throw new UserError(
    `There is no slide ${slides.missing}: the deck has ${counted(count, 'slide')}.`,
    `--slides takes numbers up to ${count}, and ranges such as 2-4 or 3-.`,
    exitCode.usage,
  )
}

/** @param pages from 1 */
export function slidePictures(wish: PictureWish, pages: readonly number[]): Format {
  return async function* ({ browser, report }, { name }) {
    const digits = Math.max(2, String(report.slides.length).length)
    for (const type of wish.types) {
      const transparent = wish.transparent && type !== 'jpeg'
      const shots = takePictures(browser, { pages, type, scale: wish.scale, transparent })
      let next = 0
      for await (const content of shots) {
        const number = String(pages[next++]).padStart(digits, '0')
        yield { file: { path: `slides/${name}-${number}.${pictureExtensions[type]}`, content } }
      }
    }
  }
}

/** Smaller, a contact sheet can't be read; larger, only a few slides go on one. */
const sheetScales = { least: 0.5, most: 3 } as const

/** @param pages from 1: what is to be on it */
export function contactSheet(wish: PictureWish, pages: readonly number[]): Format {
  const scale = Math.min(sheetScales.most, Math.max(sheetScales.least, wish.scale))
  return async function* (open, { name, deck }) {
    const { facts, sections, words } = deck
    const { continued, part } = words
    const parts: ContactSheetParts = {
      pages,
      scale,
      title: titleOf(deck),
      facts: [facts.event, facts.date],
      sections: sections.map((section) => plainText(section.title)),
      continued,
      part,
    }
    const sheets = takePictures(open.browser, { ...(await designed('contactSheets', parts)), scale })
    const contents: Uint8Array[] = []
    for await (const content of sheets) contents.push(content)
    for (const [index, content] of contents.entries()) {
      const number = contents.length > 1 ? `-${index + 1}` : ''
      yield { file: { path: `${name}-contact-sheet${number}.png`, content } }
    }
  }
}

export async function* socialCard({ browser }: OpenDeck, { name, deck, logo }: FormatSource): AsyncGenerator<Made> {
  const { event, author, date } = deck.facts
  const parts: SocialCardParts = { title: titleOf(deck), event, author, date, ...(logo === undefined ? {} : { logo }) }
  const cards = takePictures(browser, { ...(await designed('socialCard', parts)), scale: 1 })
  for await (const content of cards) yield { file: { path: `${name}-social-card.png`, content } }
}

const titleOf = ({ title, lang }: Deck): string =>
  renderTitle([{ kind: 'text', text: title }], { pictures: new Map(), targets: new Set() }, lang)

/** Pictures of what one of the functions of runtime/pictures/ lays out. */
async function designed(design: string, parts: object): Promise<Omit<Shots, 'scale'>> {
  const script = await readPicturesScript()
  const paper = `(() => { ${script}\nreturn talkbackPictures.${design}(${JSON.stringify(parts)}) })()`
  return { paper, type: 'png', transparent: false }
}
