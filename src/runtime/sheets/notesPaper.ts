/** The fitted deck → paper with each slide, the text it says and what its speaker says below it. */
import { MM, sheetFrame } from './frame.js'
import { PITCH } from './gridPaper.js'
import { BETWEEN, entryHeight, type NotesColumns, NUMBER, notesColumns } from './notesColumns.js'
import { type Arrangement, type HandoutSource, placeSlide, writingLines } from './paper.js'
import { type Entry, type Place, placeEntries } from './place.js'
import { readingOf } from './reading.js'
import { ReadingBench, type ReadingPart } from './readings.js'
import { makeArea, makeElement, px } from './sheet.js'

/** Text that is not to stand below its slide alone, when the rest goes on to the next sheet: four lines. */
const LEAST_TEXT = 20 * MM
/** The line that says what goes on, on a sheet that begins with it. */
const HEAD = 9 * MM

export function arrangeNotes({ slides, speakerNotes, wish }: HandoutSource): Arrangement {
  const { settings, words, canvas } = wish
  const way = settings.orientation === 'landscape' ? 'landscape' : 'portrait'
  const frame = sheetFrame(settings, way)
  const columns = notesColumns(frame.body, way, canvas)
  const { slide: area, text } = columns
  const { height } = frame.body
  const texts = slides.map((slide, index) => readingOf(slide, speakerNotes[index] ?? [], words))
  const bench = new ReadingBench(text.width, words.continued)
  const heights = bench.heightsOf(texts)
  const readings: (readonly ReadingPart[])[] = texts.map((element, index) =>
    element ? [{ element, height: heights[index] ?? 0 }] : [],
  )
  const entries = slides.map(
    (slide, index): Entry => ({
      height: entryHeight(columns, heights[index] ?? 0),
      least: entryHeight(columns, LEAST_TEXT),
      opens: slide.dataset['kind'] === 'section',
      tear(room) {
        const element = texts[index]
        const parts = element ? bench.tear(element, { first: room - text.top, next: height - HEAD }) : []
        readings[index] = parts
        const [first, ...others] = parts
        return [entryHeight(columns, first?.height ?? 0), ...others.map((part) => HEAD + part.height)]
      },
    }),
  )
  const placed = placeEntries(entries, height, BETWEEN)
  bench.close()
  const sheets = bySheet(placed)

  return {
    frame,
    sheets: sheets.length,
    places: placed.map(([first]) => ({ sheet: first?.sheet ?? 0, area: { ...area, top: first?.top ?? 0 } })),
    fill(sheet, body) {
      for (const { entry, part, top } of sheets[sheet] ?? []) {
        const slide = slides[entry]
        const reading = readings[entry]?.[part]?.element
        if (!slide) continue
        if (part === 0) body.append(...marginOf(entry, columns, top), placeSlide(slide, { ...area, top }, canvas))
        else body.append(continuing(slide, entry, words.continued, text))
        if (reading) {
          body.append(reading)
          placeText(reading, text, top + (part === 0 ? text.top : HEAD))
        } else if (way === 'landscape') body.append(writingLines({ ...text, top, height: area.height }, PITCH))
      }
    },
  }
}

interface Item {
  readonly entry: number
  readonly part: number
  readonly top: number
}

function bySheet(placed: readonly (readonly Place[])[]): readonly (readonly Item[])[] {
  const sheets: Item[][] = []
  for (const [entry, parts] of placed.entries()) {
    for (const [part, { sheet, top }] of parts.entries()) {
      const items = sheets[sheet] ?? []
      items.push({ entry, part, top })
      sheets[sheet] = items
    }
  }
  return sheets
}

/** The slide's number, and below it lines to write on. */
function marginOf(index: number, { margin }: NotesColumns, top: number): readonly Node[] {
  const area = { ...margin, top: margin.top + top }
  const number = makeArea('sheet-number', { ...area, height: NUMBER })
  number.append(makeElement('span', '', String(index + 1)))
  const room = { ...area, top: area.top + NUMBER, height: area.height - NUMBER }
  return room.height < PITCH ? [number] : [number, writingLines(room, PITCH)]
}

/** Says of a text which slide's it is, on a sheet where it goes on. */
function continuing(slide: Element, index: number, continued: string, { left, width }: NotesColumns['text']): Element {
  const head = makeArea('sheet-continued', { left, top: 0, width, height: HEAD })
  const title = slide.querySelector('.title')?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  head.append(makeElement('b', '', String(index + 1)), makeElement('span', '', `${title} ${continued}`.trim()))
  return head
}

function placeText(text: HTMLElement, { left, width }: NotesColumns['text'], top: number): void {
  Object.assign(text.style, { left: px(left), top: px(top), width: px(width) })
}
