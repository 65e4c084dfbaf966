import { describe, expect, it } from 'vitest'
import type { Canvas } from '../../src/model/deck.js'
import type { SheetSettings } from '../../src/model/sheet.js'
import type { Box } from '../../src/runtime/flow/box.js'
import { cutFlow } from '../../src/runtime/flow/cutFlow.js'
import { sheetPrices } from '../../src/runtime/flow/prices.js'
import { type Area, frameOf, MM, sheetFrame } from '../../src/runtime/sheets/frame.js'
import { type GridKind, gridOf, LABEL } from '../../src/runtime/sheets/grid.js'
import { entryHeight, notesColumns, SIZES } from '../../src/runtime/sheets/notesColumns.js'
import { placeEntries } from '../../src/runtime/sheets/place.js'
import { columnForm } from '../../src/runtime/sheets/readingForms.js'
import { bestSize } from '../../src/runtime/sheets/slideSize.js'

const settings: SheetSettings = { paper: 'a4', orientation: 'auto', binding: 'none', cover: false, ink: 'save' }
const wide: Canvas = { width: 1280, height: 720 }
const canvases: readonly Canvas[] = [wide, { width: 1280, height: 960 }, { width: 1280, height: 1600 }]
const right = ({ left, width }: Area) => left + width
const bottom = ({ top, height }: Area) => top + height

describe('a sheet', () => {
  it('has the size of its paper, and a wider margin where it is bound', () => {
    const plain = sheetFrame(settings, 'portrait')
    expect(plain.size).toBe('210mm 297mm')
    expect(sheetFrame({ ...settings, paper: 'letter' }, 'landscape').size).toBe('279.4mm 215.9mm')
    const left = sheetFrame({ ...settings, binding: 'left' }, 'portrait')
    expect(left.body.left - plain.body.left).toBeCloseTo(10 * MM)
    expect(right(left.body)).toBeCloseTo(right(plain.body))
    const top = sheetFrame({ ...settings, binding: 'top' }, 'portrait')
    expect([top.head - plain.head, top.body.top - plain.body.top]).toEqual(
      [10 * MM, 10 * MM].map((x) => expect.closeTo(x)),
    )
    expect(bottom(top.body)).toBeCloseTo(bottom(plain.body))
  })

  it('is bound on the other side on its back, where both are printed', () => {
    const book = sheetFrame({ ...settings, binding: 'book' }, 'portrait')
    const [front, back, third] = [1, 2, 3].map((page) => frameOf(book, page).body)
    expect(third).toEqual(front)
    expect(front?.left).toBeCloseTo(26 * MM)
    expect(back?.left).toBeCloseTo(16 * MM)
    expect(back).toMatchObject({ width: front?.width, top: front?.top, height: front?.height })
    for (const binding of ['none', 'left', 'top'] as const) {
      const frame = sheetFrame({ ...settings, binding }, 'portrait')
      expect(frameOf(frame, 2)).toEqual(frameOf(frame, 1))
    }
  })

  it('keeps everything 8 mm away from the knife', () => {
    for (const way of ['portrait', 'landscape'] as const) {
      const { width, height, body, head, foot } = sheetFrame(settings, way)
      const distances = [head, height - foot, body.left, width - right(body), body.top, height - bottom(body)]
      expect(Math.min(...distances)).toBeGreaterThan(8 * MM)
    }
  })
})

describe('slides on a sheet', () => {
  const kinds: readonly GridKind[] = ['2', '3', '4', '6']
  const all = kinds.flatMap((kind) =>
    canvases.flatMap((canvas) =>
      (['auto', 'portrait', 'landscape'] as const).map((orientation) => ({ kind, canvas, orientation })),
    ),
  )

  it.each(all)('stand inside it, apart, in their own shape: $kind of $canvas.height, $orientation', (wanted) => {
    const { kind, canvas, orientation } = wanted
    const { frame, cells } = gridOf(kind, { ...settings, orientation, binding: 'left' }, canvas)
    expect(cells).toHaveLength(Number(kind))
    const areas = cells.flatMap(({ slide, lines }) => [slide, ...(lines ? [lines] : [])])
    for (const area of areas) {
      expect(Math.min(area.left, area.top)).toBeGreaterThan(-0.01)
      expect(right(area)).toBeLessThan(frame.body.width + 0.01)
      expect(bottom(area)).toBeLessThan(frame.body.height + 0.01)
    }
    for (const [index, one] of areas.entries()) {
      const others = areas.slice(index + 1)
      const apart = (other: Area) =>
        right(one) < other.left || right(other) < one.left || bottom(one) < other.top || bottom(other) < one.top
      expect(others.every(apart)).toBe(true)
    }
    for (const { slide } of cells) expect(slide.width / slide.height).toBeCloseTo(canvas.width / canvas.height)
  })

  it('leave as much room on one side as on the other', () => {
    for (const { kind, canvas, orientation } of all) {
      const { frame, cells } = gridOf(kind, { ...settings, orientation }, canvas)
      const blocks = cells.map(({ slide, lines }) => ({
        top: slide.top,
        left: slide.left,
        right: Math.max(right(slide), lines ? right(lines) : 0),
        bottom: Math.max(bottom(slide) + LABEL, lines ? bottom(lines) : 0),
      }))
      const before = Math.min(...blocks.map(({ left }) => left))
      expect(frame.body.width - Math.max(...blocks.map((block) => block.right))).toBeCloseTo(before)
      const above = Math.min(...blocks.map(({ top }) => top))
      expect(frame.body.height - Math.max(...blocks.map((block) => block.bottom))).toBeCloseTo(above)
    }
  })

  it('lie as suits them: four wide ones across, the others upright', () => {
    const ways = kinds.map((kind) => gridOf(kind, settings, wide).frame.size)
    expect(ways).toEqual(['210mm 297mm', '210mm 297mm', '297mm 210mm', '210mm 297mm'])
  })

  it('show text of the usual size in 7 pt up to four a sheet, and three take more than half of the width', () => {
    const widths = (['2', '3', '4'] as const).map((kind) => {
      const { frame, cells } = gridOf(kind, settings, wide)
      return { slide: cells[0]?.slide.width ?? 0, body: frame.body.width }
    })
    expect(widths.filter(({ slide }) => (28 * slide * 0.75) / wide.width < 7)).toEqual([])
    expect(widths.filter(({ slide, body }) => slide < body * 0.55)).toHaveLength(1)
  })

  it('have lines to write on only three on a sheet', () => {
    expect(kinds.map((kind) => gridOf(kind, settings, wide).cells.every(({ lines }) => lines !== undefined))).toEqual([
      false,
      true,
      false,
      false,
    ])
  })
})

describe('a slide with its text', () => {
  it('stands above it upright, and beside it lying, whatever its shape', () => {
    for (const canvas of canvases) {
      const { body } = sheetFrame(settings, 'portrait')
      const upright = notesColumns(body, 'above', canvas)
      expect(upright.text).toBeGreaterThan(bottom(upright.slide))
      expect(2 * upright.block).toBeLessThan(body.height)
      const across = sheetFrame(settings, 'landscape').body
      const lying = notesColumns(across, 'beside', canvas)
      expect(columnForm(across, 'beside').begins.left).toBeGreaterThan(right(lying.slide))
      expect(2 * lying.block).toBeLessThan(across.height)
    }
  })

  it('is as tall as both, or as the taller', () => {
    const upright = notesColumns(sheetFrame(settings, 'portrait').body, 'above', wide)
    expect(entryHeight(upright, 100)).toBeCloseTo(upright.text + 100)
    expect(entryHeight(upright, 0)).toBe(upright.block)
    const lying = notesColumns(sheetFrame(settings, 'landscape').body, 'beside', wide)
    expect(entryHeight(lying, 10)).toBe(lying.block)
    expect(entryHeight(lying, 1000)).toBe(1000)
  })
})

describe('entries on sheets', () => {
  /** Begins in 20 px, and fills each sheet of 100 to its foot. */
  const entry = (height: number, opens = false) => ({
    height,
    least: 20,
    opens,
    tear: (room: number): readonly number[] => {
      const more = Math.ceil((height - room) / 100)
      return [room, ...Array.from({ length: more }, (_, at) => Math.min(100, height - room - at * 100))]
    },
  })
  const placed = (...entries: Parameters<typeof placeEntries>[0]) =>
    placeEntries(entries, 100, 10).map((places) => places.map(({ sheet, top }) => `${sheet}:${top}`).join(' '))

  it('share one when they fit whole, to the last pixel', () => {
    expect(placed(entry(45), entry(45), entry(45))).toEqual(['0:0', '0:55', '1:0'])
    expect(placed(entry(70), entry(20), entry(20.1))).toEqual(['0:0', '0:80', '1:0'])
  })

  it('are not torn to fill a little of a sheet, and are torn to fill much of it', () => {
    expect(placed(entry(65), entry(50))).toEqual(['0:0', '1:0'])
    expect(placed(entry(60), entry(50))).toEqual(['0:0', '0:70 1:0'])
    expect(placed(entry(50), entry(50), entry(30))).toEqual(['0:0', '0:60 1:0', '1:20'])
  })

  it('begin where there is room when they have to go on in any case, and share their last sheet', () => {
    expect(placed(entry(60), entry(150), entry(50))).toEqual(['0:0', '0:70 1:0 2:0', '2:30'])
    expect(placed(entry(75), entry(150))).toEqual(['0:0', '1:0 2:0'])
  })

  it('begin a new sheet when they begin with what has no room there', () => {
    const tear = (room: number): readonly number[] => (room < 60 ? [60, 70] : [100, 30])
    const stubborn = { height: 130, least: 20, opens: false, tear }
    expect(placed(entry(50), stubborn, entry(50))).toEqual(['0:0', '1:0 2:0', '2:40'])
  })

  it('stay with the slide that opens them', () => {
    expect(placed(entry(50), entry(30, true), entry(50))).toEqual(['0:0', '1:0', '1:40'])
    expect(placed(entry(30), entry(20, true), entry(20))).toEqual(['0:0', '0:40', '0:70'])
    // Room enough for the next one's slide and its first lines is room enough.
    expect(placed(entry(20), entry(20, true), entry(90))).toEqual(['0:0', '0:30', '0:60 1:0'])
    // The last slide opens nothing.
    expect(placed(entry(60), entry(30, true))).toEqual(['0:0', '0:70'])
  })
})

describe('the size of slides with text below them', () => {
  const { body } = sheetFrame(settings, 'portrait')
  const sizes = SIZES.above.map((smaller) => {
    const columns = notesColumns(body, 'above', wide, smaller)
    return () => columns
  })
  const sheets = { room: body.height, gap: 7 * MM, least: 16 * MM, head: 9 * MM }
  const sizeFor = (heights: readonly number[]) =>
    bestSize(
      sizes,
      heights.map((height) => ({ text: height * MM, opens: false })),
      sheets,
    )

  it('is the largest where sheets are full, or there is but one', () => {
    expect(sizeFor([10, 10])).toBe(sizes[0])
    expect(sizeFor(Array.from({ length: 30 }, () => 15))).toBe(sizes[0])
  })

  it('is as much smaller as lets one more stand on each sheet', () => {
    // Two of them are a few millimetres too tall.
    const columns = sizeFor(Array.from({ length: 30 }, () => 25))?.()
    expect(columns?.slide.width).toBeLessThan(sizes[0]?.().slide.width ?? 0)
    expect(2 * (columns ? entryHeight(columns, 25 * MM) : 0) + sheets.gap).toBeLessThanOrEqual(body.height)
  })

  it('leaves the smallest text of a wide slide 7 pt', () => {
    const points = sizes.map((size) => (20 * size().slide.width * 0.75) / wide.width)
    expect(Math.min(...points)).toBeCloseTo(7)
  })
})

describe('text over sheets', () => {
  const room = { first: 60, next: 100, short: 25 }
  const fillSheets = (boxes: readonly Box[]) => cutFlow(boxes, room, sheetPrices).cuts
  /** Lines of 10 px, and what a cut before each parts. */
  const lines = (count: number, more: (index: number) => Partial<Box>): readonly Box[] =>
    Array.from({ length: count }, (_, index) => ({
      top: index * 10,
      bottom: index * 10 + 10,
      lead: 0,
      joint: 'block',
      depth: 0,
      forced: false,
      ...more(index),
    }))
  const items = (): Partial<Box> => ({ joint: 'item' })
  const paragraphs = (length: number) => (index: number) =>
    index % length === 0
      ? {}
      : ({ joint: 'line', lone: index % length === 1 || index % length === length - 1 } as const)

  it('stays on one when it fits', () => {
    expect(fillSheets(lines(6, paragraphs(3)))).toEqual([])
  })

  it('runs to the foot of each sheet', () => {
    expect(fillSheets(lines(22, items))).toEqual([6, 16])
  })

  it('leaves no line of a paragraph alone, on either side', () => {
    // The foot would fall behind the first line of a paragraph of five, or before its last.
    expect(fillSheets(lines(20, paragraphs(5)))).toEqual([5, 15])
    expect(fillSheets(lines(21, paragraphs(7)))).toEqual([5, 14])
    // Nor does a sheet begin for the last two of a text.
    expect(fillSheets(lines(7, items))).toEqual([4])
  })

  it('keeps with the next what announces it', () => {
    expect(
      fillSheets(
        lines(12, (index) => (index === 4 || index === 5 ? { joint: 'item', held: 'introduction' } : items())),
      ),
    ).toEqual([4])
  })

  it('goes on with what is taller than any sheet', () => {
    const tall = lines(3, (index) => ({ top: index * 200, bottom: index * 200 + 200 }))
    expect(fillSheets(tall)).toEqual([1, 2])
  })

  it('counts what a sheet says again on top', () => {
    const rows = lines(16, () => ({ joint: 'row', lead: 20 }))
    expect(fillSheets(rows)).toEqual([4, 12])
  })
})
