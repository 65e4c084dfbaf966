/** An article's headings → its contents: a link each, with room for the number that the page finds out. */

import { displayWidth } from '../model/text.js'
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
/** In two columns, so many lines take up to about a sheet; what is longer keeps to the upper level. */
const mostLines = 80
/** Latin letters in a line of a column; a Chinese character takes two. */
const lineOfColumn = 34
/** In one column there is room for so many below the title. */
const mostInColumn = 28

/** @returns '' when contents would help nobody */
export function renderContents(headings: readonly ArticleHeading[], title: string): string {
  const upper = headings.filter(({ depth }) => depth === 1)
  const two = headings.filter(({ depth }) => depth <= 2)
  const entries = sum(two.map(linesOf)) <= mostLines || upper.length < fewest ? two : upper
  if (entries.length < fewest) return ''
  const lines = entries.map(
    ({ id, title, depth }) =>
      `<p class="entry depth-${depth}" role="listitem"><a${attribute('href', `#${encodeURIComponent(id)}`)}>${escapeHtml(title)}</a><span class="entry-page"></span></p>`,
  )
  return `<nav class="contents"><h2 class="contents-title" data-bookmark="1">${escapeHtml(title)}</h2>${listOf(lines)}</nav>`
}

const linesOf = ({ title }: ArticleHeading): number => Math.max(1, Math.ceil(displayWidth(title) / lineOfColumn))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Many stand in two columns, so that all are seen on one sheet. */
function listOf(lines: readonly string[]): string {
  if (lines.length <= mostInColumn) return `<div role="list">${lines.join('\n')}</div>`
  const half = Math.ceil(lines.length / 2)
  const columns = [lines.slice(0, half), lines.slice(half)].map(
    (column) => `<div class="column" role="presentation">${column.join('\n')}</div>`,
  )
  return `<div class="side-by-side" role="list">${columns.join('')}</div>`
}
