/** A fitted slide and what its speaker says → what there is to read beside it, at the size of print: what nobody sees on the slide. */
import type { SheetWords } from '../../model/sheet.js'
import { scaleTable } from '../fit/tallTables.js'
import { keepLastCharacters } from '../lastCharacters.js'
import { remarkElement } from '../remark.js'
import { makeElement } from './sheet.js'

/** The deck's own words around a slide, and what nobody is to see. */
const NOT_THE_SLIDE = '.foot, aside.notes'

/**
 * The slide's footnotes, which are small print there; where its links lead, which paper can't be clicked for; and what the
 * speaker says, with the last part of a continued slide.
 *
 * @returns undefined when there is nothing to read but the slide
 */
export function readingOf(
  slide: HTMLElement,
  speakerNotes: readonly string[],
  words: Pick<SheetWords, 'speakerNotes'>,
): HTMLElement | undefined {
  const { part, parts } = slide.dataset
  const reading = makeElement('div', 'sheet-reading')
  reading.append(...footnotesOf(slide), ...addressesOf(slide))
  if (part === parts && speakerNotes.length > 0) reading.append(spoken(speakerNotes, words.speakerNotes))
  keepLastCharacters(reading)
  return reading.hasChildNodes() ? reading : undefined
}

function footnotesOf(slide: HTMLElement): readonly Node[] {
  return [...slide.querySelectorAll('.footnote')].map((footnote) => {
    const copy = footnote.cloneNode(true)
    if (!(copy instanceof HTMLElement)) return copy
    for (const named of [copy, ...copy.querySelectorAll('[id], [data-bookmark]')]) {
      named.removeAttribute('id')
      named.removeAttribute('data-bookmark')
    }
    for (const table of copy.querySelectorAll('table')) scaleTable(table)
    return copy
  })
}

/** Each once: what is linked, and where it leads. */
function addressesOf(slide: HTMLElement): readonly Node[] {
  const said = new Set<string>()
  return [...slide.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
    const { href } = link
    const text = link.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    if (!/^(?:https?|mailto|tel):/.test(href) || link.closest(NOT_THE_SLIDE) || said.has(href)) return []
    const address = readable(href)
    if (bare(text).includes(bare(address))) return []
    said.add(href)
    const line = makeElement('p', 'address')
    const live = makeElement('a', '', address)
    live.setAttribute('href', href)
    line.append(...(text === '' ? [] : [`${text} `]), live)
    return [line]
  })
}

/** As people write it: `https://例子.cn/页`. */
function readable(href: string): string {
  try {
    return decodeURI(href).replace(/^(?:mailto|tel):/, '')
  } catch {
    return href
  }
}

/** What an address on a slide may leave out. */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')

function spoken(paragraphs: readonly string[], label: string): HTMLElement {
  const said = makeElement('div', 'sheet-spoken')
  // A line that introduces what follows is never the last of a sheet.
  said.append(makeElement('p', 'introduces', label), ...paragraphs.map(remarkElement))
  return said
}
