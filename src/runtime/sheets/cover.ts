/** What is known of the talk → the sheet that a handout begins with. */
import type { SheetWords } from '../../model/sheet.js'
import type { SheetFrame } from './frame.js'
import { emptySheet, makeArea, makeElement } from './sheet.js'

export function coverSheet(frame: SheetFrame, words: SheetWords): HTMLElement {
  const sheet = emptySheet(frame)
  const cover = makeArea('sheet-cover', frame.body)
  const head = makeElement('div', 'sheet-cover-head')
  const { event, title, subtitle, handout } = words
  head.append(
    ...said('sheet-cover-event', event),
    makeElement('p', 'sheet-cover-title', title),
    ...said('sheet-cover-subtitle', subtitle),
  )
  const facts = makeElement('p', 'sheet-cover-facts')
  facts.append(...[words.author, words.place, words.date].flatMap((fact) => said('', fact, 'span')))
  cover.append(head, ...(facts.hasChildNodes() ? [facts] : []), makeElement('p', 'sheet-cover-kind', handout))
  sheet.append(cover)
  return sheet
}

const said = (name: string, text: string, kind = 'p'): readonly HTMLElement[] =>
  text === '' ? [] : [makeElement(kind, name, text)]
