import { describe, expect, it } from 'vitest'
import { columnsOf, worthAMargin } from '../../src/runtime/article/columns.js'
import { cutPages, type Piece } from '../../src/runtime/article/cutPages.js'
import { isClear, placeInMargin } from '../../src/runtime/article/margin.js'
import { holdStragglers } from '../../src/runtime/article/stragglers.js'

/** Pieces of 10 px, one right below the other; `more` by index. */
function lines(count: number, more: Readonly<Record<number, Partial<Piece>>> = {}): readonly Piece[] {
  return Array.from({ length: count }, (_, index) => ({
    top: index * 10,
    bottom: index * 10 + 10,
    lead: 0,
    foot: 0,
    cost: 0,
    ...more[index],
  }))
}
const room = { height: 100, gap: 5 }

describe('pages of an article', () => {
  it('are filled one after the other', () => {
    expect(cutPages(lines(25), room)).toEqual([0, 10, 20])
    expect(cutPages(lines(10), room)).toEqual([0])
    expect(cutPages([], room)).toEqual([])
  })

  it('keep a heading with what follows', () => {
    expect(cutPages(lines(12, { 10: { cost: 1 } }), room)).toEqual([0, 9])
  })

  it('leave a line or two empty rather than a line alone, but not half a page', () => {
    expect(cutPages(lines(14, { 10: { cost: 0.04 } }), room)).toEqual([0, 9])
    const long = Object.fromEntries([4, 5, 6, 7, 8, 9, 10].map((at) => [at, { cost: 0.04 }]))
    expect(cutPages(lines(14, long), room)).toEqual([0, 10])
  })

  it('look ahead: what is left for the last page is no line or two, if a page before it can spare some', () => {
    const page = { height: 200, gap: 5 }
    expect(cutPages(lines(42), page)).toEqual([0, 20, 39])
    // A good place to cut on the first page spares a bad one on the second.
    const bad = Object.fromEntries([39, 40].map((at) => [at, { cost: 0.04 }]))
    expect(cutPages(lines(50, bad), page)).toEqual([0, 19, 38])
  })

  it('make room for the footnotes that their lines bring, and for what parts them from the text', () => {
    expect(cutPages(lines(12, { 2: { foot: 10 } }), room)).toEqual([0, 8])
    // The line that brings it goes on to the next page, with its footnote.
    expect(cutPages(lines(12, { 9: { foot: 20 } }), room)).toEqual([0, 9])
  })

  it('make room for the head of a table that goes on', () => {
    expect(cutPages(lines(30, { 10: { lead: 20 } }), room)).toEqual([0, 10, 18, 28])
  })

  it('begin anew where they must', () => {
    expect(cutPages(lines(12, { 3: { forced: true } }), room)).toEqual([0, 3])
  })

  it('give what is taller than a page one of its own', () => {
    const [first, second, third] = lines(3)
    const tall = [first, { ...second, bottom: 300 }, { ...third, top: 300, bottom: 310 }].filter(isPiece)
    expect(cutPages(tall, room)).toEqual([0, 1, 2])
  })

  it('take time in step with their number', () => {
    let asked = 0
    const watched = lines(20_000).map((piece) => ({
      ...piece,
      get cost() {
        asked += 1
        return 0
      },
    }))
    expect(cutPages(watched, room)).toHaveLength(2000)
    expect(asked).toBeLessThan(60_000)
  })
})

describe('a section of an article', () => {
  const section = (count: number, headings: readonly number[]) =>
    holdStragglers(
      lines(count).map((piece, index) => ({ ...piece, heading: headings.includes(index) })),
      10,
    ).map(({ cost }) => cost)

  it('leaves no line or two alone below its heading, nor above the next one', () => {
    const [one, two] = [0.05, 0.015]
    expect(section(11, [0, 9])).toEqual([0, 0, one, two, 0, 0, 0, two, one, 0, 0])
  })

  it('of three lines stays whole rather than torn', () => {
    const costs = section(8, [0, 4])
    expect(Math.min(...costs.slice(2, 4))).toBeGreaterThan(0.01)
    const pieces = lines(30).map((piece, index) => ({
      ...piece,
      heading: index % 4 === 0,
      cost: index % 4 === 1 ? 1 : 0,
    }))
    expect(cutPages(holdStragglers(pieces, 10), { height: 190, gap: 5 })).toEqual([0, 16])
  })
})

const isPiece = (piece: Partial<Piece> | undefined): piece is Piece => piece?.top !== undefined

describe('slides in the margin', () => {
  const at = (...tops: readonly number[]) => tops.map((top) => ({ top, height: 30 }))

  it('stand beside their headings', () => {
    expect(placeInMargin(at(0, 50), { height: 100, gap: 5 })).toEqual([0, 50])
  })

  it('make way for each other, down and then up', () => {
    expect(placeInMargin(at(0, 10), { height: 100, gap: 5 })).toEqual([0, 35])
    expect(placeInMargin(at(60, 90), { height: 100, gap: 5 })).toEqual([35, 70])
  })

  it('are left out where there is no room', () => {
    expect(placeInMargin(at(0, 10, 20, 30), { height: 100, gap: 5 })).toEqual([0, 35, 70, undefined])
  })
})

describe('a slide in the margin', () => {
  it('stands over no table that takes the margin, too', () => {
    const taken = [{ top: 50, height: 20 }]
    expect([0, 20, 21, 60, 69, 70].map((top) => isClear(top, 30, taken))).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
    ])
    expect(isClear(60, 30, [])).toBe(true)
  })
})

describe('columns', () => {
  it('leave a margin only for slides, and never more than the sheet has', () => {
    const width = 672
    const { text, margin } = columnsOf({ width }, true)
    expect(text.left).toBe(0)
    expect(margin && margin.left + margin.width).toBeLessThanOrEqual(width)
    expect(margin && margin.left > text.width).toBe(true)
    const alone = columnsOf({ width }, false)
    expect(alone.margin).toBeUndefined()
    expect(alone.text.left * 2 + alone.text.width).toBeCloseTo(width, -1)
    expect(columnsOf({ width: 300 }, false).text).toEqual({ left: 0, width: 300 })
  })

  it('have a margin where half of the pages have a slide for it', () => {
    expect(worthAMargin([], 100, 100)).toBe(false)
    expect(worthAMargin([40], 90, 100)).toBe(true)
    expect(worthAMargin([0, 120], 390, 100)).toBe(true)
    // Two on one page out of four.
    expect(worthAMargin([120, 180], 390, 100)).toBe(false)
  })
})
