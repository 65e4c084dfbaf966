/** Slides that differ → what stands above their pictures: a list of them with links, and the numbers by which paper is searched. */
import { oneLine } from '../check/phrases.js'
import type { SlideDifference } from '../diff/difference.js'
import { type DiffNames, placeOf } from '../diff/text.js'
import { escapeHtml } from '../render/escape.js'
import type { ReportWords } from './diffWords.js'

/** A few are seen at a glance; a list of them would only push them down. */
const FEWEST = 5

/** What a heading or an entry says of a slide that differs. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  /** HTML, as all of these. */
  readonly title: string
  readonly place: string
}

/** @returns nothing for slides that are as they were in every way */
export function differenceOf(
  { change, before, after }: SlideDifference,
  names: DiffNames,
  words: ReportWords,
): Difference | undefined {
  const shown = after ?? before
  if (shown === null) return undefined
  const place = escapeHtml(oneLine(placeOf(shown, after === null ? names.before : names.after)))
  const title = escapeHtml(oneLine(shown.title)) || words.untitled
  return { kind: change === 'same' ? 'moved' : change, title, place }
}

export function contentsHtml(differences: readonly Difference[], words: ReportWords): string {
  if (differences.length < FEWEST) return ''
  const entries = differences.map(
    ({ kind, title, place }, index) =>
      `<li class="${kind}"><a href="#${anchorOf(index)}"><span class="nr">${index + 1}</span><span class="kind-of">${words[kind]}</span><span>${title} <small>${place}</small></span></a></li>`,
  )
  return `<nav id="contents" aria-label="${words.contents}">\n<h2>${words.contents}</h2>\n<ol>\n${entries.join('\n')}\n</ol>\n</nav>\n`
}

/** Its number in the list, which leads back there; nothing where there is none. */
export const numberHtml = (index: number, count: number, words: ReportWords): string =>
  count < FEWEST ? '' : `<a class="nr" href="#contents" title="${words.contents}">${index + 1}</a> `

export const anchorOf = (index: number): string => `slide-${index + 1}`
