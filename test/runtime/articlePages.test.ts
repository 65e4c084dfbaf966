import { describe, expect, it } from 'vitest'
import { columnsOf, worthAMargin } from '../../src/runtime/article/columns.js'
import { isClear, placeInMargin } from '../../src/runtime/article/margin.js'
import { holdStragglers } from '../../src/runtime/article/stragglers.js'
import type { Box, Room } from '../../src/runtime/flow/box.js'
import { cutFlow } from '../../src/runtime/flow/cutFlow.js'
import { articlePrices } from '../../src/runtime/flow/prices.js'

/** Lines of 10 px, one right below the other; `more` by index. */
function lines(count: number, more: Readonly<Record<number, Partial<Box>>> = {}): readonly Box[] {
  return Array.from({ length: count }, (_, index) => ({
    top: index * 10,
    bottom: index * 10 + 10,
    lead: 0,
    joint: 'block',
    depth: 0,
    forced: false,
    ...more[index],
  }))
}
const roomOf = (height: number): Room => ({
  first: height,
  next: height,
  short: height * 0.12,
  foot: { gap: 5, always: [] },
})
const room = roomOf(100)
const cutPages = (boxes: readonly Box[], all: Room) => [0, ...cutFlow(boxes, all, articlePrices).cuts]
const lone = { joint: 'line', lone: true } as const

describe('pages of an article', () => {
  it('are filled one after the other', () => {
    expect(cutPages(lines(25), room)).toEqual([0, 10, 20])
    expect(cutPages(lines(10), room)).toEqual([0])
  })

  it('keep a heading with what follows', () => {
    expect(cutPages(lines(12, { 9: { held: 'heading' } }), room)).toEqual([0, 9])
  })

  it('leave a line or two empty rather than a line alone, but not half a page', () => {
    expect(cutPages(lines(14, { 10: lone }), room)).toEqual([0, 9])
    const long = Object.fromEntries([4, 5, 6, 7, 8, 9, 10].map((at) => [at, lone]))
    expect(cutPages(lines(14, long), room)).toEqual([0, 10])
  })

  it('look ahead: what is left for the last page is no line or two, if a page before it can spare some', () => {
    const page = roomOf(200)
    expect(cutPages(lines(42), page)).toEqual([0, 20, 39])
    // A good place to cut on the first page spares a bad one on the second.
    const bad = Object.fromEntries([39, 40].map((at) => [at, lone]))
    expect(cutPages(lines(50, bad), page)).toEqual([0, 19, 38])
  })

  it('make room for the footnotes that their lines bring, and for what parts them from the text', () => {
    expect(cutPages(lines(12, { 2: { notes: [{ height: 10 }] } }), room)).toEqual([0, 8])
    // The line that brings it goes on to the next page, with its footnote.
    expect(cutPages(lines(12, { 9: { notes: [{ height: 20 }] } }), room)).toEqual([0, 9])
  })

  it('make room for the head of a table that goes on', () => {
    expect(cutPages(lines(30, { 10: { lead: 20 } }), room)).toEqual([0, 10, 18, 28])
  })

  it('begin anew where they must', () => {
    expect(cutPages(lines(12, { 3: { forced: true } }), room)).toEqual([0, 3])
  })

  it('give what is taller than a page one of its own', () => {
    const tall = lines(3, { 1: { bottom: 300 }, 2: { top: 300, bottom: 310 } })
    expect(cutPages(tall, room)).toEqual([0, 1, 2])
  })
})

describe('a section of an article', () => {
  const section = (count: number, headings: readonly number[]) =>
    holdStragglers(
      lines(count).map((box, index) => (headings.includes(index) ? { ...box, held: 'heading' } : box)),
      10,
    ).map(({ least = 0 }) => least)

  it('leaves no line or two alone below its heading, nor above the next one', () => {
    const [one, two] = [0.05, 0.015]
    expect(section(11, [0, 9])).toEqual([0, 0, one, two, 0, 0, 0, two, one, 0, 0])
  })

  it('of three lines stays whole rather than torn', () => {
    const costs = section(8, [0, 4])
    expect(Math.min(...costs.slice(2, 4))).toBeGreaterThan(0.01)
    const boxes = lines(30).map((box, index): Box => (index % 4 === 0 ? { ...box, held: 'heading' } : box))
    expect(cutPages(holdStragglers(boxes, 10), roomOf(190))).toEqual([0, 16])
  })
})

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
