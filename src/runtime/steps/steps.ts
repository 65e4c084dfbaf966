/** Fitted slides whose points appear one after another → a Paper with a page for every step. */
import type { FitReport } from '../../model/fitted.js'
import type { Paper } from '../paper.js'

/** One page: a slide with the first of its steps to be seen. */
interface StepPage {
  readonly slide: HTMLElement
  /** From 1. */
  readonly number: number
  /** Steps to be seen; undefined when the slide is printed as it is. */
  readonly shown?: number
  /** Links to the slide lead to the first of its pages. */
  readonly first: boolean
}

/** Code that is lit line by line would be the same page again and again: on paper nothing stands back. */
/** Pages carry the number of their slide as label; slides themselves stay as they are. */
export function stepPaper(slides: readonly HTMLElement[], { bookmarks }: Pick<FitReport, 'bookmarks'>): Paper {
  const pages = slides.flatMap((slide, index) => pagesOf(slide, index + 1))
  const firsts = new Map<number, number>()
  for (const [index, { number, first }] of pages.entries()) if (first) firsts.set(number, index + 1)
  return {
    pages: pages.length,
    labels: pages.map(({ number }) => number),
    bookmarks: bookmarks.map((bookmark) => ({ ...bookmark, page: firsts.get(bookmark.page) ?? bookmark.page })),
    take: (from, to) => pages.slice(from, to).map(printed),
  }
}

const stepsOf = (slide: HTMLElement): readonly HTMLElement[] => [
  ...slide.querySelectorAll<HTMLElement>('.fragment:not(.code-step)'),
]

function pagesOf(slide: HTMLElement, number: number): readonly StepPage[] {
  const steps = stepsOf(slide)
  if (steps.length === 0) return [{ slide, number, first: true }]
  // A page with nothing but its title says nothing that the next one doesn't.
  const from = saysMore(slide) ? 0 : 1
  return Array.from({ length: steps.length + 1 - from }, (_, index) => {
    return { slide, number, shown: from + index, first: index === 0 }
  })
}

/** Whether anything stands on the slide, beside its title, before the first step. */
function saysMore(slide: HTMLElement): boolean {
  const flow = slide.querySelector('.flow')
  const walker = document.createTreeWalker(flow ?? slide, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement
    if (element?.closest('.fragment')) continue
    if (node instanceof Element ? ['img', 'svg'].includes(node.localName) : node.nodeValue?.trim() !== '') return true
  }
  return false
}

/** What is not yet to be seen keeps its place. */
function printed({ slide, shown, first }: StepPage): HTMLElement {
  if (shown === undefined) return slide
  const page = slide.cloneNode(true)
  if (!(page instanceof HTMLElement)) throw new Error('A copy of an element is one.')
  for (const hidden of stepsOf(page).slice(shown)) hidden.style.visibility = 'hidden'
  if (!first) for (const named of [page, ...page.querySelectorAll('[id]')]) named.removeAttribute('id')
  return page
}
