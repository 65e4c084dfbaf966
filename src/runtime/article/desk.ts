/** The article's HTML → one long column in the page, as wide as on paper, for measuring; nobody sees it. */
import type { Area } from '../sheets/frame.js'
import { makeElement, px } from '../sheets/sheet.js'
import { type Columns, columnsOf, worthAMargin } from './columns.js'

export interface Desk {
  readonly columns: Columns
  /** Beside the slides' own place, which shows on paper only. */
  readonly desk: HTMLElement
  readonly flow: HTMLElement
}

/** @param html of our own making (render/article.ts): all text of the notes in it is escaped */
export async function layOnDesk(html: string, body: Area): Promise<Desk> {
  const desk = makeElement('div', 'sheet article')
  const flow = makeElement('div', 'article-text')
  flow.innerHTML = html
  const even = columnsOf(body, false)
  dress(desk, even, body)
  for (const row of flow.querySelectorAll<HTMLElement>('.row')) row.style.setProperty('--across', String(ratioOf(row)))
  for (const text of flow.querySelectorAll('p')) if (isUneven(text.textContent ?? '')) text.classList.add('latin')
  desk.append(flow)
  document.body.append(desk)
  await Promise.all([...flow.querySelectorAll('img')].map(arrival))
  const columns = hasMargin(flow, body) ? columnsOf(body, true) : even
  dress(desk, columns, body)
  return { columns, desk, flow }
}

function hasMargin(flow: HTMLElement, body: Area): boolean {
  const { top, height } = flow.getBoundingClientRect()
  const tops = [...flow.querySelectorAll('[data-slide]')].map((heading) => heading.getBoundingClientRect().top - top)
  return worthAMargin(tops, height, body.height)
}

/** Gives the style sheet the measures that it counts with. */
export function dress(element: HTMLElement, columns: Columns, body: Area): void {
  element.style.setProperty('--text-left', px(columns.text.left))
  element.style.setProperty('--text-width', px(columns.text.width))
  element.style.setProperty('--body-width', px(body.width))
  element.style.setProperty('--body-height', px(body.height))
}

/** Width to height of pictures side by side, each as high as the others. */
const ratioOf = (row: HTMLElement): number =>
  [...row.children].reduce(
    (sum, figure) => sum + (figure instanceof HTMLElement ? Number(figure.style.getPropertyValue('--ratio')) : 0),
    0,
  )

/** Lines of Latin words can't be spread as evenly as Chinese: too much falls into each gap. */
function isLatin(text: string): boolean {
  const wide = text.match(/[\u2e80-\u9fff\uff00-\uffef]/g)?.length ?? 0
  return wide * 4 < text.length
}

/** A word that is wider than a third of a line, such as an address, leaves as much of the line before it to its gaps. */
const wideWord = /[^\s\u2e80-\u9fff\uff00-\uffef]{28}/

const isUneven = (text: string): boolean => isLatin(text) || wideWord.test(text)

/** Pictures are those of the slides, so they are at hand; one that can't be drawn is nothing to wait for. */
const arrival = (picture: HTMLImageElement): Promise<void> => picture.decode().catch(() => {})
