/** Two decks on disk and what is different between them → pictures of the slides that differ, before and after. */
import { comparePictures } from '../browser/compare.js'
import { openDeck } from '../browser/openDeck.js'
import { takePictures } from '../browser/pictures.js'
import type { RunningBrowser } from '../browser/start.js'
import type { DeckDifference, PlacedSlide, SlideDifference } from '../diff/difference.js'
import { type Region, regionsOf } from '../diff/regions.js'
import type { FittedSlide } from '../model/fitted.js'

/** A slide on screen: a slide of the notes that is too full has several. */
export interface PicturedPage {
  readonly number: number
  readonly bytes: Uint8Array
}

export interface PagePair {
  readonly before: PicturedPage | undefined
  readonly after: PicturedPage | undefined
  /** Where the two differ. */
  readonly regions: readonly Region[]
}

export interface PicturedDifference {
  readonly slide: SlideDifference
  /** None for a slide that only stands elsewhere. */
  readonly pages: readonly PagePair[]
}

export const pictureType = 'webp'

/** Milliseconds that it may take to hide the numbers of slides. */
const patience = 60_000

/** @param addresses of the two decks' pages for print */
export async function pictureDifference(
  { slides }: DeckDifference,
  addresses: { readonly before: string; readonly after: string },
  browser: RunningBrowser,
): Promise<readonly PicturedDifference[]> {
  const shown = slides.filter(({ change }) => change !== 'same')
  const before = await picturesOf(browser, addresses.before, idsOf(shown, 'before'))
  const after = await picturesOf(browser, addresses.after, idsOf(shown, 'after'))
  const pictured: PicturedDifference[] = []
  for (const slide of slides) {
    const old = shown.includes(slide) ? before.pages.get(slide.before?.id ?? '') : undefined
    const made = shown.includes(slide) ? after.pages.get(slide.after?.id ?? '') : undefined
    const pages = await pairsOf(old ?? [], made ?? [], browser)
    pictured.push({ slide: numbered(slide, before.numbers, after.numbers), pages })
  }
  return pictured
}

type Numbers = ReadonlyMap<string, number>

/** With the numbers that its slides have on screen. */
function numbered(slide: SlideDifference, before: Numbers, after: Numbers): SlideDifference {
  const placed = (side: PlacedSlide | null, numbers: Numbers): PlacedSlide | null =>
    side && { ...side, number: numbers.get(side.id) ?? null }
  return { ...slide, before: placed(slide.before, before), after: placed(slide.after, after) }
}

interface PicturedDeck {
  /** Of planned slides, by id: where the first part of each is on screen. */
  readonly numbers: Numbers
  /** Pictures of the slides that are wanted, by the id of the planned one. */
  readonly pages: ReadonlyMap<string, readonly PicturedPage[]>
}

const idsOf = (slides: readonly SlideDifference[], side: 'before' | 'after'): ReadonlySet<string> =>
  new Set(slides.flatMap((slide) => slide[side]?.id ?? []))

/** Without their numbers and how far in the deck they are, which move with every slide that is added: whoever shows them says them. */
async function picturesOf(browser: RunningBrowser, address: string, ids: ReadonlySet<string>): Promise<PicturedDeck> {
  const report = await openDeck(browser, address)
  const hiding = browser.page.evaluate(`for (const slide of talkback.slides) {
    const number = slide.querySelector('.page-number')
    if (number) number.style.visibility = 'hidden'
    slide.style.setProperty('--progress', '0')
  }`)
  await browser.during('hiding numbers of slides', patience, hiding)
  const wanted = report.slides.filter((slide) => ids.has(idOf(slide)))
  const found = new Map<string, PicturedPage[]>()
  const numbers = new Map(report.slides.flatMap(({ id, part, page }) => (part === 1 ? [[id, page]] : [])))
  if (wanted.length === 0) return { numbers, pages: found }
  const pages = wanted.map(({ page }) => page)
  let next = 0
  for await (const bytes of takePictures(browser, { pages, type: pictureType, scale: 1, transparent: false })) {
    const slide = wanted[next++]
    if (slide) found.set(idOf(slide), [...(found.get(idOf(slide)) ?? []), { number: slide.page, bytes }])
  }
  return { numbers, pages: found }
}

/** Of the slide as it was planned. */
const idOf = ({ id, part }: FittedSlide): string => (part > 1 ? id.replace(/--\d+$/, '') : id)

/** Parts of a continued slide that are the same are left out, unless all are: then it is something else that changed. */
async function pairsOf(
  before: readonly PicturedPage[],
  after: readonly PicturedPage[],
  browser: RunningBrowser,
): Promise<readonly PagePair[]> {
  const pairs: PagePair[] = []
  const others: PagePair[] = []
  for (let part = 0; part < Math.max(before.length, after.length); part++) {
    const [old, made] = [before[part], after[part]]
    const compared = old && made ? await comparePictures(browser, pictureType, old.bytes, made.bytes) : undefined
    const pair = { before: old, after: made, regions: compared ? regionsOf(compared) : [] }
    pairs.push(pair)
    // Those of which there is one alone, or of two sizes, differ in all that they show.
    if (compared === undefined || pair.regions.length > 0) others.push(pair)
  }
  return others.length > 0 ? others : pairs.slice(0, 1)
}
