/** What belongs on one page → the sheet: text, footnotes at its foot, slides in its margin, running head and number. */
import type { SheetWords } from '../../model/sheet.js'
import { frameOf, isBack, type SheetFrame } from '../sheets/frame.js'
import { emptySheet, makeArea, makeElement, px } from '../sheets/sheet.js'
import type { Columns } from './columns.js'
import { dress } from './desk.js'

/** What all pages of an article share. */
export interface Maker {
  readonly frame: SheetFrame
  readonly columns: Columns
  readonly words: SheetWords
  readonly pages: number
}

export interface PageParts {
  readonly text: HTMLElement
  readonly notes: HTMLElement | undefined
  readonly figures: readonly HTMLElement[]
  /** For the running head; '' on pages without one. */
  readonly section: string
  /** From 1. */
  readonly page: number
}

export function makePage({ frame: all, columns, words, pages }: Maker, parts: PageParts): HTMLElement {
  const { text, notes, figures, section, page } = parts
  const frame = frameOf(all, page)
  const sheet = emptySheet(frame)
  sheet.classList.add('article')
  sheet.classList.toggle('back', isBack(all, page))
  dress(sheet, columns, frame.body)
  const body = makeArea('sheet-body article-body', frame.body)
  body.append(text, ...(notes ? [notes] : []), ...figures)

  const { title, event, date, pageOf } = words
  const count = pageOf.replace('{page}', String(page)).replace('{pages}', String(pages))
  const left = frame.body.left + columns.text.left
  const width = columns.margin ? frame.body.width : columns.text.width
  const head = section ? [edge('sheet-head', [section, title])] : []
  const foot = [edge('sheet-foot', [[event, date].filter(Boolean).join(' · '), count])]
  for (const line of [...head, ...foot]) Object.assign(line.style, { left: px(left), width: px(width) })
  for (const line of head) line.style.top = px(frame.head)
  for (const line of foot) line.style.bottom = px(frame.height - frame.foot)
  sheet.append(...head, body, ...foot)
  return sheet
}

/** Two ends of a line, for the eye alone: it is not read aloud on every page. */
function edge(name: 'sheet-head' | 'sheet-foot', ends: readonly [string, string]): HTMLElement {
  const line = makeElement('div', name)
  line.setAttribute('aria-hidden', 'true')
  for (const end of ends) {
    const paragraph = makeElement('p', '')
    paragraph.append(makeElement('span', '', end))
    line.append(paragraph)
  }
  return line
}
