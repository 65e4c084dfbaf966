/** An article's headings → its contents: a link each, with room for the number that the page finds out. */
import { attribute, escapeHtml } from './escape.js'

/** A heading that a slide brings; those within a slide's text are in its HTML. */
export interface ArticleHeading {
  /** Of the element. */
  readonly id: string
  /** Plain text. */
  readonly title: string
  /** Depth in the bookmarks, from 1: an `h2`. */
  readonly depth: number
}

/** Fewer headings are found without help. */
const fewest = 3
/** With sub-entries, contents take up to about a sheet; longer ones keep to the upper level. */
const mostWithSub = 60

/** @returns '' when contents would help nobody */
export function renderContents(headings: readonly ArticleHeading[], title: string): string {
  const upper = headings.filter(({ depth }) => depth === 1)
  const two = headings.filter(({ depth }) => depth <= 2)
  const entries = two.length <= mostWithSub || upper.length < fewest ? two : upper
  if (entries.length < fewest) return ''
  const lines = entries.map(
    ({ id, title, depth }) =>
      `<p class="entry depth-${depth}" role="listitem"><a${attribute('href', `#${encodeURIComponent(id)}`)}>${escapeHtml(title)}</a><span class="entry-page"></span></p>`,
  )
  return `<nav class="contents"><h2 class="contents-title" data-bookmark="1">${escapeHtml(title)}</h2><div role="list">${lines.join('\n')}</div></nav>`
}
