/** Texts to read → their heights, and their parts where one sheet has no room for all. The page lays them out for this. */
import { boxesOf } from '../fit/boxes.js'
import { takeFrom } from '../fit/cut.js'
import { lineHeightOf } from '../fit/measure.js'
import { fillSheets } from './fill.js'
import { makeElement, px } from './sheet.js'
import { cutTallBoxes } from './tallBoxes.js'
import { prepareTables } from './tallTables.js'

/** Heights that text may have on the sheet where it begins, and on those where it goes on, px. */
export interface ReadingRoom {
  readonly first: number
  readonly next: number
}

/** What of a text stands on one sheet. */
export interface ReadingPart {
  readonly element: HTMLElement
  /** Px. */
  readonly height: number
}

/** So many lie on the page at once: laying them out costs what they hold, and not what the deck holds. */
const AT_ONCE = 100
/** Shares of a sheet that are held back, from one attempt to the next. */
const reserves = [0, 0.02, 0.06, 0.15, 0.3]
/** Of a sheet's height: what is taller is cut wherever a line ends. */
const TALL = 0.25

/** A place in the page, never seen, where texts lie as wide as on paper. */
export class ReadingBench {
  private readonly bench = makeElement('div', 'sheet sheet-bench')

  /** @param continued `(cont.)` in the deck's language */
  constructor(
    width: number,
    private readonly continued: string,
  ) {
    this.bench.style.width = px(width)
    document.body.append(this.bench)
  }

  /** @returns the height of each, 0 where there is none */
  heightsOf(texts: readonly (HTMLElement | undefined)[]): readonly number[] {
    const heights: number[] = []
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const portion = texts.slice(from, from + AT_ONCE)
      this.bench.replaceChildren(...portion.filter((text) => text !== undefined))
      for (const text of portion) if (text) breakWideTables(text)
      heights.push(...portion.map((text) => (text ? measured(text).height : 0)))
    }
    return heights
  }

  /** What is cut may say some of it again, and grow: then it is cut once more, with some of each sheet held back. */
  tear(text: HTMLElement, room: ReadingRoom): readonly ReadingPart[] {
    this.bench.replaceChildren(text)
    prepareTables([...text.querySelectorAll('table')], room.next * TALL)
    let parts: readonly ReadingPart[] = []
    for (const reserve of reserves) {
      const copy = text.cloneNode(true)
      if (!(copy instanceof HTMLElement)) break
      this.bench.replaceChildren(copy)
      parts = this.cut(copy, room, 1 - reserve)
      if (parts.every(({ height }, index) => height <= (index === 0 ? room.first : room.next))) break
    }
    return parts
  }

  close(): void {
    this.bench.remove()
  }

  /** @param share of the room that is filled */
  private cut(text: HTMLElement, { first, next }: ReadingRoom, share: number): readonly ReadingPart[] {
    const line = lineHeightOf(text)
    const boxes = cutTallBoxes(boxesOf(text, line, 'lines'), text, next * TALL)
    const parts: HTMLElement[] = []
    for (const cut of fillSheets(boxes, { first: first * share, next: next * share, line }).toReversed()) {
      const box = boxes[cut]
      if (!box) continue
      const part = makeElement('div', text.className)
      part.append(takeFrom(text, box, this.continued))
      parts.unshift(part)
    }
    text.after(...parts)
    return [text, ...parts].map(measured)
  }
}

const measured = (element: HTMLElement): ReadingPart => ({ element, height: element.getBoundingClientRect().height })

function breakWideTables(text: HTMLElement): void {
  for (const table of text.querySelectorAll('table')) {
    if (table.offsetWidth > text.offsetWidth) table.classList.add('breakable')
  }
}
