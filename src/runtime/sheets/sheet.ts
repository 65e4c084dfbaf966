/** What goes on a sheet → the sheet: its frame, head and foot around it. */
import type { SheetWords } from '../../model/sheet.js'
import { type Area, frameOf, isBack, type SheetFrame } from './frame.js'

/** Where a sheet stands among the others. */
export interface SheetPlace {
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** What head and foot say. */
export type FurnitureWords = Pick<SheetWords, 'title' | 'event' | 'date' | 'author' | 'pageOf'>

/**
 * Makes a sheet with head and foot, and an empty body for the caller to fill (`.sheet-body`).
 * Neither head nor foot is read aloud, or again on every sheet: they are for the eye.
 */
export function makeSheet(all: SheetFrame, words: FurnitureWords, { page, pages }: SheetPlace): HTMLElement {
  const frame = frameOf(all, page)
  const sheet = emptySheet(frame)
  sheet.classList.toggle('back', isBack(all, page))
  const { title, event, date } = words
  // A title often names the event already.
  const head = line('sheet-head', [[title, title.includes(event) ? '' : event], [date]])
  const count = words.pageOf.replace('{page}', String(page)).replace('{pages}', String(pages))
  const foot = line('sheet-foot', [[words.author], [count]])
  const { left, width } = frame.body
  for (const edge of [head, foot]) Object.assign(edge.style, { left: px(left), width: px(width) })
  head.style.top = px(frame.head)
  foot.style.bottom = px(frame.height - frame.foot)
  sheet.append(head, makeArea('sheet-body', frame.body), foot)
  return sheet
}

/** A sheet with nothing on it, such as a cover begins with. */
export function emptySheet({ width, height }: SheetFrame): HTMLElement {
  const sheet = makeElement('div', 'sheet')
  // Half a pixel less than the page: what rounds up would take a page of its own.
  Object.assign(sheet.style, { width: px(width), height: px(height - 0.5) })
  return sheet
}

/** An element at a place of its own. */
export function makeArea(name: string, { left, top, width, height }: Area): HTMLElement {
  const area = makeElement('div', name)
  Object.assign(area.style, { left: px(left), top: px(top), width: px(width), height: px(height) })
  return area
}

export function makeElement(kind: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(kind)
  if (name !== '') element.className = name
  if (text !== '') element.textContent = text
  return element
}

/** Two ends of a line, each of several pieces; the first of a piece is said strongest. */
function line(name: string, ends: readonly (readonly string[])[]): HTMLElement {
  const whole = makeElement('div', name)
  whole.setAttribute('aria-hidden', 'true')
  for (const pieces of ends) {
    const end = makeElement('p', '')
    end.append(...pieces.filter(Boolean).map((piece) => makeElement('span', '', piece)))
    whole.append(end)
  }
  return whole
}

/** Lengths as they go into the page: a thousandth of a pixel is enough, and short. */
export const px = (length: number): string => `${Math.round(length * 1000) / 1000}px`

/**
 * Brings a style of sheets into the page, or takes it in place of the one of that name.
 *
 * @param css lib/sheets.css, or a style sheet that contains it
 */
export function dressSheets(css: string, name: string): void {
  styleNamed(`sheets-${name}`).textContent = css
}

/** Makes the pages of the sheets that are laid next as large as these. */
export function sizePages({ size }: SheetFrame): void {
  styleNamed('sheet-size').textContent = `@page sheet{size:${size};margin:0}`
}

function styleNamed(id: string): HTMLStyleElement {
  const there = document.getElementById(id)
  if (there instanceof HTMLStyleElement) return there
  const style = document.createElement('style')
  style.id = id
  document.head.append(style)
  return style
}
