/** The fitted deck → paper with each slide, and below or beside it what the slide does not say; two a sheet where that is nothing. */
import { type Area, MM, sheetFrame } from './frame.js'
import { PITCH } from './gridPaper.js'
import { BETWEEN, entryHeight, type NotesColumns, NUMBER, notesColumns, SIZES } from './notesColumns.js'
import { type Arrangement, type HandoutSource, placeSlide, writingLines } from './paper.js'
import { type Entry, type Place, placeEntries } from './place.js'
import { readingOf } from './reading.js'
import { columnForm, measureIn } from './readingForms.js'
import { ReadingBench, type ReadingPart } from './readings.js'
import { makeArea, makeElement, px } from './sheet.js'
import { bestSize, draftOf } from './slideSize.js'

/** Text that is not to stand below its slide alone, when the rest goes on to the next sheet: three lines. */
const LEAST_TEXT = 16 * MM
/** The line that says what goes on, on a sheet that begins with it. */
const HEAD = 9 * MM

export function arrangeNotes({ slides, speakerNotes, wish }: HandoutSource): Arrangement {
  const { settings, words, canvas } = wish
  const way = settings.orientation === 'landscape' ? 'landscape' : 'portrait'
  const frame = sheetFrame(settings, way)
  const { body } = frame
  const { height } = body
  const standing = way === 'portrait' ? 'above' : 'beside'
  const bench = new ReadingBench(body, standing, words.continued)
  const readings = bench.set(slides.map((slide, index) => readingOf(slide, speakerNotes[index] ?? [], words)))
  const alone = notesColumns(body, standing, canvas)
  const sizes = SIZES[standing].map((smaller) => {
    const usual = notesColumns(body, standing, canvas, smaller)
    const wide = { ...usual, text: usual.block }
    return (index: number): NotesColumns => {
      const reading = readings[index]
      if (!reading) return alone
      // What is wide has no room beside its slide.
      return reading.form.begins.left === 0 ? wide : usual
    }
  })
  const wanted = slides.map((slide, index) => ({
    text: readings[index]?.height ?? 0,
    opens: slide.dataset['kind'] === 'section' || slide.dataset['opens'] !== undefined,
  }))
  const sheetsWanted = { room: height, gap: BETWEEN, least: LEAST_TEXT, head: HEAD }
  const columnsOf = bestSize(sizes, wanted, sheetsWanted) ?? (() => alone)
  const parts: (readonly ReadingPart[])[] = readings.map((reading) => (reading ? [reading] : []))
  const entries = wanted.map(
    (entry, index): Entry => ({
      ...draftOf(columnsOf(index), entry, sheetsWanted),
      tear(room) {
        const reading = readings[index]
        const first = room - columnsOf(index).text
        const torn = reading ? bench.tear(reading, { first, next: height - HEAD }) : []
        parts[index] = torn
        const [begin, ...others] = torn
        return [entryHeight(columnsOf(index), begin?.height ?? 0), ...others.map((part) => HEAD + part.height)]
      },
    }),
  )
  const placed = placeEntries(entries, height, BETWEEN)
  bench.close()
  const sheets = bySheet(placed)

  return {
    frame,
    sheets: sheets.length,
    places: placed.map(([first], index) => ({
      sheet: first?.sheet ?? 0,
      area: { ...columnsOf(index).slide, top: first?.top ?? 0 },
    })),
    fill(sheet, sheetBody) {
      for (const { entry, part, top } of sheets[sheet] ?? []) {
        const slide = slides[entry]
        if (!slide) continue
        const { slide: area, text } = columnsOf(entry)
        const begins = part === 0
        if (begins) sheetBody.append(numberBelow(entry, { ...area, top }), placeSlide(slide, { ...area, top }, canvas))
        else sheetBody.append(continuing(slide, entry, words.continued, body.width))
        const form = readings[entry]?.form
        const element = parts[entry]?.[part]?.element
        if (form && element) {
          sheetBody.append(element)
          const { left, width } = begins ? form.begins : form.goesOn
          Object.assign(element.style, { left: px(left), top: px(top + (begins ? text : HEAD)), width: px(width) })
          element.style.setProperty('--measure', px(measureIn(body)))
        } else if (standing === 'beside') {
          const { left, width } = columnForm(body, 'beside').begins
          sheetBody.append(writingLines({ left, width, top, height: area.height }, PITCH))
        }
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

function numberBelow(index: number, { left, top, width, height }: Area): Node {
  const number = makeArea('sheet-number', { left, top: top + height, width, height: NUMBER })
  number.append(makeElement('span', '', String(index + 1)))
  return number
}

/** Says of a text which slide's it is, on a sheet where it goes on. */
function continuing(slide: Element, index: number, continued: string, width: number): Element {
  const head = makeArea('sheet-continued', { left: 0, top: 0, width, height: HEAD })
  const title = slide.querySelector('.title')?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  head.append(makeElement('b', '', String(index + 1)), makeElement('span', '', `${title} ${continued}`.trim()))
  return head
}
