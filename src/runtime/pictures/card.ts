/** What a talk is called, by whom and where → its social card: the picture that a link to it shows. */
import type { LogoPicture, SocialCardParts } from '../../model/pictures.js'
import type { Paper } from '../paper.js'
import css from './card.css'
import { makeElement, styleOf } from './element.js'

/** Type sizes of the title, best first, CSS px. What stands around it is never larger than it. */
const sizes = [104, 96, 88, 80, 73, 66, 60, 54, 48, 43, 38, 34, 30, 26, 23, 20, 17, 14] as const
const aroundTitle = 34

/**
 * How a title may break, best first, and down to which size: rather a line less than the largest type, rather smaller type than
 * a word that is torn, and rather that than type that nobody can read.
 */
const breaks = [
  { name: 'one-line', least: 80 },
  { name: 'whole-words', least: 54 },
  { name: 'any', least: 0 },
] as const

/** CSS px; wide logos are set lower. */
const logoRoom = { width: 360, height: 72 } as const

export function socialCard({ title, event, author, date, logo }: SocialCardParts): Paper {
  const said = (text: string, name: string) => (text === '' ? [] : [makeElement('span', name, text)])
  const heading = makeElement('p', 'card-title')
  heading.innerHTML = title
  const middle = makeElement('div', 'card-middle', heading)
  const above = [...said(event, 'card-event'), ...(logo ? [pictureOf(logo)] : [])]
  const card = makeElement('div', 'social-card', styleOf(css))
  if (above.length > 0) card.append(makeElement('div', 'card-top', ...above))
  card.append(middle)
  const facts = [...said(author, 'card-author'), ...said(date, 'card-date')]
  if (facts.length > 0) card.append(makeElement('p', 'card-facts', ...facts))
  document.body.append(card)
  setLargest(card, middle)
  card.remove()
  return { pages: 1, bookmarks: [], take: () => [card] }
}

function setLargest(card: HTMLElement, middle: HTMLElement): void {
  const tries = breaks.flatMap(({ name, least }) =>
    sizes.filter((size) => size >= least).map((size) => ({ name, size })),
  )
  for (const { name, size } of tries) {
    card.dataset['breaks'] = name
    card.style.setProperty('--card-title', `${size}px`)
    card.style.setProperty('--card-text', `${Math.min(size, aroundTitle)}px`)
    if (holds(middle) && holds(card)) return
  }
}

const holds = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean =>
  scrollHeight <= clientHeight && scrollWidth <= clientWidth

function pictureOf({ path, width, height }: LogoPicture): HTMLImageElement {
  const picture = new Image()
  const shrink = Math.min(logoRoom.width / width, logoRoom.height / height)
  picture.className = 'card-logo'
  picture.width = Math.round(width * shrink)
  picture.height = Math.round(height * shrink)
  picture.src = path
  return picture
}
