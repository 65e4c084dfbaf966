/** Links that lead out of the article → numbered marks behind them, and the addresses as footnotes: paper can't be clicked. */
import type { Note } from '../flow/box.js'
import { makeElement } from '../sheets/sheet.js'

export interface Footnotes {
  /** The footnote that belongs to a mark. */
  readonly noteOf: (mark: Element) => Note | undefined
  /** The footnotes of the marks that stand inside of an element, in order; undefined when there are none. */
  readonly below: (element: Element) => HTMLElement | undefined
}

/** What is read as one. */
const blocks = 'p, li, dt, dd, th, td, figcaption, blockquote, h1, h2, h3, h4, h5, h6'

/**
 * Writes the marks. A link whose own text is its address needs none; an address that comes again in one paragraph, item or
 * cell has the same number, and a note for each of its marks: text is torn, and every page says what its own marks mean.
 *
 * @param first their numbers go on behind those of the notes' own footnotes, which are the same on slides
 */
export function markLinks(flow: Element, first: number): ReadonlyMap<Element, HTMLElement> {
  const notes = new Map<Element, HTMLElement>()
  const numbers = new Map<Element, Map<string, string>>()
  let free = first
  for (const link of flow.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = link.getAttribute('href') ?? ''
    if (address.startsWith('#') || shortened(address) === shortened(link.textContent ?? '')) continue
    const block = link.closest(blocks) ?? link
    const known = numbers.get(block) ?? new Map<string, string>()
    const number = known.get(address) ?? String(free++)
    numbers.set(block, known.set(address, number))
    const mark = makeElement('sup', 'mark', number)
    const next = link.nextSibling
    // The two would read as one number.
    if (next instanceof Element && next.matches('.footnote-mark'))
      next.before(makeElement('sup', 'footnote-mark between', ','))
    setBehind(link, mark)
    notes.set(mark, noteOf(number, address))
  }
  return notes
}

/** @param desk where the notes are laid out for measuring; it is empty again afterwards */
export function measureNotes(notes: ReadonlyMap<Element, HTMLElement>, desk: Element): Footnotes {
  const list = makeElement('div', 'article-notes')
  list.append(...notes.values())
  desk.append(list)
  const heights = new Map([...notes].map(([mark, note]) => [mark, { height: note.getBoundingClientRect().height }]))
  list.remove()
  return {
    noteOf: (mark) => heights.get(mark),
    below: (element) => {
      const marks = [...element.querySelectorAll('.mark')].sort((one, other) => numberOf(one) - numberOf(other))
      if (marks.length === 0) return undefined
      const foot = makeElement('div', 'article-notes')
      const firsts = new Map(marks.toReversed().map((mark) => [numberOf(mark), mark]))
      foot.append(...[...firsts.values()].reverse().flatMap((mark) => notes.get(mark) ?? []))
      return foot
    },
  }
}

const numberOf = (mark: Element): number => Number(mark.textContent)

/** `https://kubernetes.io/` is said as `kubernetes.io`. */
const shortened = (address: string): string =>
  address
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/\/$/, '')
    .toLowerCase()

/**
 * A line may end before a Chinese character, so the mark holds on to the last one. The mark of a picture stands behind what is
 * written below it.
 */
function setBehind(link: HTMLAnchorElement, mark: HTMLElement): void {
  const figure = link.closest('figure')
  const words = figure ? wordsOf(figure) : link
  const last = words.lastChild
  const text = last instanceof Text ? last.data : ''
  if (!(last instanceof Text) || !/[\u2e80-\u9fff\uff00-\uffef]$/.test(text)) {
    if (figure) words.append(mark)
    else link.after(mark)
    return
  }
  const held = makeElement('span', 'held', text.slice(-1))
  last.data = text.slice(0, -1)
  held.append(mark)
  words.append(held)
}

/** Its caption, or the last line of the card that stands for it; else an empty caption, new. */
function wordsOf(figure: Element): Element {
  const words = [...figure.querySelectorAll('figcaption, .card p')].at(-1)
  if (words) return words
  const caption = makeElement('figcaption', '')
  figure.append(caption)
  return caption
}

function noteOf(number: string, address: string): HTMLElement {
  const note = makeElement('p', 'article-note')
  const link = document.createElement('a')
  link.className = 'article-address'
  link.href = address
  link.textContent = address.replace(/^mailto:/i, '')
  note.append(makeElement('span', 'article-note-number', number), ' ', link)
  return note
}
