/** Texts to read → their heights, cut where they are taller than a sheet. The page lays them out for this, some at a time. */
import { boxesOf } from '../fit/boxes.js'
import { takeFrom } from '../fit/cut.js'
import { lineHeightOf } from '../fit/measure.js'
import { fillSheets } from './fill.js'
import { makeElement, px } from './sheet.js'

export interface ReadingRoom {
  readonly width: number
  /** Heights on the sheet where the text begins, and on those where it goes on. */
  readonly first: number
  readonly next: number
}

/** A text on one or more sheets. Heights in px. */
export type Reading = readonly { readonly element: HTMLElement; readonly height: number }[]

/** So many lie on the page at once: laying them out costs what they hold, and not what the deck holds. */
const AT_ONCE = 100
/** Text may grow a little when it is cut, by what it says again. Such a piece is cut again, with this much held back. */
const reserves = [0, 0.04, 0.12]

/** @param continued `(cont.)` in the deck's language */
export function measureReadings(
  texts: readonly (HTMLElement | undefined)[],
  room: ReadingRoom,
  continued: string,
): readonly Reading[] {
  const bench = makeElement('div', 'sheet sheet-bench')
  bench.style.width = px(room.width)
  document.body.append(bench)
  const readings: Reading[] = []
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const portion = texts.slice(from, from + AT_ONCE)
    bench.replaceChildren(...portion.filter((text) => text !== undefined))
    for (const text of portion) if (text) breakWideTables(text)
    const whole = portion.map((text) => (text ? [measured(text)] : []))
    readings.push(...whole.map((reading) => cutToFit(reading, room, continued)))
  }
  bench.remove()
  return readings
}

const measured = (element: HTMLElement) => ({ element, height: element.getBoundingClientRect().height })

function breakWideTables(text: HTMLElement): void {
  for (const table of text.querySelectorAll('table')) {
    if (table.offsetWidth > text.offsetWidth) table.classList.add('breakable')
  }
}

function cutToFit(reading: Reading, room: ReadingRoom, continued: string): Reading {
  let pieces = reading
  for (const reserve of reserves) {
    const roomOf = (index: number) => (index === 0 ? room.first : room.next)
    if (pieces.every(({ height }, index) => height <= roomOf(index))) break
    pieces = pieces.flatMap((piece, index) =>
      piece.height <= roomOf(index)
        ? [piece]
        : cutReading(piece.element, { first: roomOf(index), next: room.next }, reserve, continued),
    )
  }
  return pieces
}

function cutReading(
  text: HTMLElement,
  room: Pick<ReadingRoom, 'first' | 'next'>,
  reserve: number,
  continued: string,
): Reading {
  const line = lineHeightOf(text)
  const boxes = boxesOf(text, line, 'lines')
  const share = 1 - reserve
  const cuts = fillSheets(boxes, { first: room.first * share, next: room.next * share, line })
  const pieces: HTMLElement[] = []
  for (const cut of cuts.toReversed()) {
    const box = boxes[cut]
    if (!box) continue
    const piece = makeElement('div', text.className)
    piece.append(takeFrom(text, box, continued))
    pieces.unshift(piece)
  }
  text.after(...pieces)
  return [text, ...pieces].map(measured)
}
