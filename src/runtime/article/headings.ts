/** The flow's headings → bookmarks, and the section that each page's running head names. */
import type { Bookmark } from '../../model/fitted.js'
import type { Spots } from './spots.js'

export interface ArticleHeading {
  readonly element: HTMLElement
  readonly title: string
  /** Depth of its bookmark, from 1. */
  readonly depth: number
  /** Id of the slide that stands beside it; '' for none. */
  readonly slide: string
}

/** Call it before anything is written into headings. */
export const headingsIn = (flow: Element): readonly ArticleHeading[] =>
  [...flow.querySelectorAll<HTMLElement>('[data-bookmark]')].map((element) => ({
    element,
    title: element.dataset['bookmarkTitle'] ?? element.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    depth: Number(element.dataset['bookmark']),
    slide: element.dataset['slide'] ?? '',
  }))

/** Pages from 1; tops from the page's text. */
export const bookmarksOf = (headings: readonly ArticleHeading[], spots: Spots): readonly Bookmark[] =>
  headings.flatMap(({ element, title, depth }) => {
    const spot = spots(element)
    return spot ? [{ title, level: depth, page: spot.page + 1, top: spot.top }] : []
  })

/** The section that a page begins in, or the first one on it; '' on the title's page and those of the contents. */
export function runningHeads(headings: readonly ArticleHeading[], spots: Spots, pages: number): readonly string[] {
  const heads: string[] = Array.from({ length: pages }, () => '')
  const sections = headings.flatMap(({ element, title, depth }) => {
    const spot = spots(element)
    return depth === 1 && element.localName === 'h2' && spot ? [{ ...spot, title }] : []
  })
  let next = 0
  let current = ''
  for (let page = 1; page < pages; page++) {
    for (; (sections[next]?.page ?? pages) < page || isOpening(page); next++) current = sections[next]?.title ?? ''
    heads[page] = current
  }
  return heads

  function isOpening(page: number): boolean {
    const section = sections[next]
    return section?.page === page && (section.opens || current === '')
  }
}
