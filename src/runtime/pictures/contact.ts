/** The fitted slides → contact sheets: all of them at a glance, numbered, with the sections they belong to. */
import type { ContactSheetParts } from '../../model/pictures.js'
import type { Paper } from '../paper.js'
import css from './contact.css'
import { makeElement, styleOf } from './element.js'
import { contactGrid } from './grid.js'

/** @returns a sheet a page, each of a size of its own */
export function contactSheets(slides: readonly HTMLElement[], parts: ContactSheetParts): Paper {
  const canvas = sizeOfSlides()
  const { columns, thumb, sheets } = contactGrid(parts.pages.length, canvas.height / canvas.width, parts.scale)

  function makeCell(index: number, from: number, to: number): HTMLElement {
    const page = parts.pages[index] ?? 0
    const sectionAt = (at: number) => slides[(parts.pages[at] ?? 0) - 1]?.dataset['section']
    const section = sectionAt(index)
    const begins = section !== undefined && section !== sectionAt(index - 1)
    const again = !begins && index === from && section !== undefined
    const endsRow = (index - from + 1) % columns === 0 || index + 1 === to
    const title = parts.sections[Number(section)] ?? ''
    const cell = makeElement('div', 'contact-cell')
    cell.classList.toggle('begins', begins)
    cell.classList.toggle('goes-on', !endsRow && sectionAt(index + 1) === section)
    const caption = makeElement('p', 'contact-caption', makeElement('span', 'contact-number', String(page)))
    if (begins || again)
      caption.append(makeElement('span', 'contact-section', again ? `${title} ${parts.continued}` : title))
    cell.append(caption, makeElement('div', 'contact-slide', slides[page - 1] ?? ''))
    return cell
  }

  function makeSheet([from, to]: readonly [number, number], number: number): HTMLElement {
    const cells = Array.from({ length: to - from }, (_, index) => makeCell(from + index, from, to))
    const sheet = makeElement('div', 'contact-sheet', styleOf(css), makeHead(parts, number, sheets.length))
    sheet.append(makeElement('div', 'contact-grid', ...cells))
    const shrink = thumb / canvas.width
    sheet.style.setProperty('--contact-columns', String(Math.min(columns, to - from)))
    sheet.style.setProperty('--contact-thumb', `${thumb}px`)
    sheet.style.setProperty('--contact-height', `${Math.round(canvas.height * shrink)}px`)
    sheet.style.setProperty('--contact-shrink', String(shrink))
    return sheet
  }

  const take = (first: number, last: number): readonly HTMLElement[] =>
    sheets.slice(first, last).map((bounds, index) => makeSheet(bounds, first + index + 1))
  return { pages: sheets.length, bookmarks: [], take }
}

function makeHead({ title, facts, part }: ContactSheetParts, number: number, count: number): HTMLElement {
  const said = facts.filter(Boolean).map((fact) => makeElement('span', '', fact))
  const heading = makeElement('p', 'contact-title')
  heading.innerHTML = title
  const words = makeElement('div', '', heading)
  if (said.length > 0) words.append(makeElement('p', 'contact-facts', ...said))
  const head = makeElement('div', 'contact-head', words)
  const which = part.replace('{part}', String(number)).replace('{parts}', String(count))
  if (count > 1) head.append(makeElement('p', 'contact-part', which))
  return head
}

/** CSS px; slides that are out of the document have no size to ask for. */
function sizeOfSlides(): { readonly width: number; readonly height: number } {
  const style = getComputedStyle(document.documentElement)
  const length = (name: string): number => Number.parseFloat(style.getPropertyValue(name))
  return { width: length('--width'), height: length('--height') }
}
