/** Texts to read → how they are set, their heights, and their parts where one sheet has no room for all. The page lays them out for this. */
import { pushAll } from '../../model/lists.js'
import { takeFrom } from '../fit/cut.js'
import { lineHeightOf } from '../fit/measure.js'
import { prepareTables } from '../fit/tallTables.js'
import { cutFlow } from '../flow/cutFlow.js'
import { startOf } from '../flow/placedBox.js'
import { sheetPrices } from '../flow/prices.js'
import { boxesOf } from '../flow/walk.js'
import type { Area } from './frame.js'
import {
  type Columns,
  columnForm,
  columnIn,
  fillsColumns,
  measureIn,
  type ReadingForm,
  wholeForm,
} from './readingForms.js'
import { makeElement, px } from './sheet.js'
import { keepShortWhole, tearTablesFrom } from './shortTexts.js'

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

/** A text as it is to be set, not yet torn. */
export interface Reading extends ReadingPart {
  readonly form: ReadingForm
}

/** So many lie on the page at once: laying them out costs what they hold, and not what the deck holds. */
const AT_ONCE = 100
/** Shares of a sheet that are held back, from one attempt to the next. */
const reserves = [0, 0.02, 0.06, 0.15, 0.3]
/** A column that goes on on a further sheet has three, about. */
const FEWEST_LINES = 2.5
/** Of a sheet's height: what is taller is cut wherever a line ends. */
const TALL = 0.25
/** Of the room for its columns, so that another attempt finds room for what a whole table leaves blank. */
const WHOLE_TABLE = 0.5

/** A place in the page, never seen, where texts lie as wide as on paper. */
export class ReadingBench {
  private readonly bench = makeElement('div', 'sheet sheet-bench')

  /**
   * @param body room on a sheet
   * @param slide where it stands, beside a text that is not too wide for that
   * @param continued `(cont.)` in the deck's language
   */
  constructor(
    private readonly body: Area,
    private readonly slide: 'above' | 'beside',
    private readonly continued: string,
  ) {
    this.bench.style.width = px(body.width)
    this.bench.style.setProperty('--measure', px(measureIn(body)))
    document.body.append(this.bench)
  }

  /** Decides how each is set: as nothing in it is torn, their lines are those that will be printed. */
  set(texts: readonly (HTMLElement | undefined)[]): readonly (Reading | undefined)[] {
    const readings: (Reading | undefined)[] = []
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const portion = texts.slice(from, from + AT_ONCE)
      const there = portion.filter((text) => text !== undefined)
      this.bench.replaceChildren(...there)
      this.markWide()
      const forms = new Map(there.map((text) => [text, this.formOf(text)]))
      for (const [text, { line }] of forms) dress(text, { width: line, count: 1 })
      const inColumns = there.filter((text) => forms.get(text)?.goesOn.count === 2)
      keepShortWhole(inColumns, this.body.height * TALL)
      for (const [text, { begins }] of forms) dress(text, begins)
      for (const text of there) breakWideTables(text)
      pushAll(
        readings,
        portion.map((text) => {
          const form = text && forms.get(text)
          return form && { ...measured(text), form }
        }),
      )
    }
    return readings
  }

  /**
   * Below its slide, what would be better for more room than a column has it. Beside it there is as much, so only tables that
   * can't do with it go below. Marked is the block of the text that they stand in.
   */
  private markWide(): void {
    const [sizing, kinds] = this.slide === 'above' ? ['sizing-most', 'table, pre'] : ['sizing-least', 'table']
    const most = columnIn(this.body)
    this.bench.classList.add(sizing)
    const wide = [...this.bench.querySelectorAll<HTMLElement>(kinds)].filter(({ offsetWidth }) => offsetWidth > most)
    this.bench.classList.remove(sizing)
    for (const block of wide) block.closest('.sheet-reading > *')?.classList.add('wide')
  }

  private formOf(text: HTMLElement): ReadingForm {
    if (text.querySelector('.wide')) return wholeForm(this.body)
    return this.slide === 'beside' || fillsColumns(measured(text).height)
      ? columnForm(this.body, this.slide)
      : wholeForm(this.body)
  }

  /** What is cut may say some of it again, and grow: then it is cut once more, with some of each sheet held back. */
  tear({ element: text, form }: Reading, room: ReadingRoom): readonly ReadingPart[] {
    dress(text, { width: form.line, count: 1 })
    this.bench.replaceChildren(text)
    prepareTables([...text.querySelectorAll('table')], room.next * TALL)
    let parts: readonly ReadingPart[] = []
    for (const reserve of reserves) {
      const copy = text.cloneNode(true)
      if (!(copy instanceof HTMLElement)) break
      this.bench.replaceChildren(copy)
      parts = this.cut(copy, form, room, 1 - reserve)
      if (parts.every(({ height }, index) => height <= (index === 0 ? room.first : room.next))) break
    }
    return parts
  }

  close(): void {
    this.bench.remove()
  }

  /** @param share of the room that is filled */
  private cut(
    text: HTMLElement,
    { begins, goesOn }: ReadingForm,
    room: ReadingRoom,
    share: number,
  ): readonly ReadingPart[] {
    const boxes = boxesOf(text, { grain: 'lines', tallest: room.next * TALL, again: true })
    const sheets = {
      first: room.first * begins.count * share,
      next: room.next * goesOn.count * share,
      short: lineHeightOf(text) * FEWEST_LINES * goesOn.count,
    }
    const starts = cutFlow(boxes, sheets, sheetPrices)
      .cuts.flatMap((cut) => boxes[cut] ?? [])
      .map(startOf)
    const parts: HTMLElement[] = []
    for (const start of starts.toReversed()) {
      const part = makeElement('div', text.className)
      part.append(takeFrom(text, start, this.continued))
      dress(part, goesOn)
      parts.unshift(part)
    }
    dress(text, begins)
    text.after(...parts)
    tearTablesFrom(text, room.first * WHOLE_TABLE)
    return [text, ...parts].map(measured)
  }
}

const measured = (element: HTMLElement): ReadingPart => ({ element, height: element.getBoundingClientRect().height })

function dress(text: HTMLElement, { width, count }: Pick<Columns, 'width' | 'count'>): void {
  text.classList.toggle('in-columns', count > 1)
  text.style.width = px(width)
}

function breakWideTables(text: HTMLElement): void {
  for (const table of text.querySelectorAll('table')) {
    if (table.offsetWidth > text.offsetWidth) table.classList.add('breakable')
  }
}
