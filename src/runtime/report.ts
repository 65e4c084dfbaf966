/** Fitted slides in the page → the facts that `pdf` and `check` read: what overflows, how full slides are, where bookmarks lead. */

import type { Bookmark, FitReport, FittedSlide } from '../model/fitted.js'
import { least } from '../model/lists.js'
import { flowOf, gaugeAll } from './fit/measure.js'
import { drawnLetters } from './fit/smallPieces.js'
import { sampleOf } from './sample.js'

/**
 * Reads the page as it stands: call it before anything is scaled.
 *
 * @param took milliseconds that fitting took
 */
export function reportOf(slides: readonly HTMLElement[], took: number): FitReport {
  const gauges = gaugeAll(slides)
  const sizes = new Map<string, number>()
  const fitted = slides.map((slide, index): FittedSlide => {
    const gauge = gauges[index] ?? { room: 0, used: 0, overflowX: 0 }
    return {
      page: index + 1,
      id: slide.id,
      part: Number(slide.dataset['part'] ?? 1),
      parts: Number(slide.dataset['parts'] ?? 1),
      layout: slide.dataset['layout'] ?? '',
      overflow: { x: Math.round(gauge.overflowX), y: Math.max(0, Math.round(gauge.used - gauge.room)) },
      minFontPx: smallestType(slide, sizes),
      ...smallestDrawn(slide),
      fill: flowOf(slide) && gauge.room > 0 ? Math.round((gauge.used / gauge.room) * 1000) / 1000 : 1,
      words: countWords(slide),
    }
  })
  return {
    slides: fitted,
    bookmarks: bookmarksOf(slides),
    samples: slides.map(sampleOf),
    took: Math.round(took * 10) / 10,
  }
}

/** Smallest computed type on the slide, px. Styles are asked once per kind of element and setting, for speed. */
function smallestType(slide: HTMLElement, known: Map<string, number>): number {
  const sizes = drawnElements(slide).map((element) => {
    const key = [
      slide.className,
      slide.dataset['layout'],
      element.localName,
      element.className,
      element.parentElement?.localName,
      element.parentElement?.className,
    ].join('|')
    const size = known.get(key) ?? Number.parseFloat(getComputedStyle(element).fontSize)
    known.set(key, size)
    return size
  })
  return sizes.length > 0 ? least(sizes) : 0
}

/** As large as they are seen: drawings are scaled. */
function smallestDrawn(slide: HTMLElement): Pick<FittedSlide, 'minDrawnPx'> {
  const sizes = drawnLetters(slide)
  const least = sizes.reduce((one, other) => Math.min(one, other), Infinity)
  return sizes.length === 0 ? {} : { minDrawnPx: Math.round(least * 10) / 10 }
}

/** Elements that draw text; the page's number comes later (numbers.ts). */
function drawnElements(slide: HTMLElement): readonly HTMLElement[] {
  const drawn = [...slide.querySelectorAll<HTMLElement>('.page-number')]
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const own = text.parentElement
    // What stands raised in a formula is smaller than its line, as footnotes' marks are.
    const element = own?.closest<HTMLElement>('.katex') ?? own
    if (element && text.nodeValue?.trim() !== '' && !element.closest('aside.notes, .drawing')) drawn.push(element)
  }
  return drawn
}

/** Words on the slide, its foot left out: runs of letters and digits; every Chinese character is one. */
function countWords(slide: HTMLElement): number {
  const parts = [...(slide.querySelector('.frame')?.children ?? [])].filter((part) => !part.matches('.foot'))
  const text = parts
    .flatMap((part) =>
      [...part.querySelectorAll('.katex-mathml')].reduce(
        (all, said) => all.replace(said.textContent ?? '', ''),
        part.textContent ?? '',
      ),
    )
    .join(' ')
  return text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu)?.length ?? 0
}

function bookmarksOf(slides: readonly HTMLElement[]): readonly Bookmark[] {
  return slides.flatMap((slide, index) => {
    const frame = slide.getBoundingClientRect().top
    return [...slide.querySelectorAll<HTMLElement>('[data-bookmark]')].flatMap((element) => {
      const level = Number(element.dataset['bookmark'])
      const top = Math.max(0, Math.round(element.getBoundingClientRect().top - frame))
      const title = element.dataset['bookmarkTitle'] ?? element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
      const above = parentsOf(element)
      const chain = [...above, title]
      return chain.map((name, depth) => ({ title: name, level: level - above.length + depth, page: index + 1, top }))
    })
  })
}

/** Headings above a slide that have no slide of their own. */
function parentsOf(element: HTMLElement): readonly string[] {
  const parents: unknown = JSON.parse(element.dataset['bookmarkParents'] ?? '[]')
  return Array.isArray(parents) ? parents.filter((name) => typeof name === 'string') : []
}
