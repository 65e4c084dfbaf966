import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box, Joint, Room } from '../../../src/runtime/flow/box.js'
import { cutFlow } from '../../../src/runtime/flow/cutFlow.js'
import { slidePrices, slideWays } from '../../../src/runtime/flow/prices.js'

const roomOf = (height: number): Room => ({ first: height, next: height, short: 88 })
const room = roomOf(500)
const paginate = (boxes: readonly Box[], all: Room) => cutFlow(boxes, all, slidePrices).cuts

/** Boxes of the given heights, one below the other with a gap of 10. */
function stack(heights: readonly number[], more: (index: number) => Partial<Box> = () => ({})): Box[] {
  let top = 0
  return heights.map((height, index) => {
    const box: Box = { top, bottom: top + height, lead: 0, joint: 'block', depth: 0, forced: false, ...more(index) }
    top += height + 10
    return box
  })
}

const heightsOf = (boxes: readonly Box[], cuts: readonly number[]): number[] =>
  [0, ...cuts].map((start, part) => {
    const end = [...cuts, boxes.length][part] ?? boxes.length
    return (boxes[end - 1]?.bottom ?? 0) - (boxes[start]?.top ?? 0) + (boxes[start]?.lead ?? 0)
  })

describe('slides are cut: what is too full', () => {
  it('leaves what fits alone', () => {
    expect(paginate(stack([100, 100, 100]), room)).toEqual([])
    expect(paginate([], room)).toEqual([])
  })

  it('leaves room for the footnotes of each part, each once', () => {
    const note = { height: 100 }
    const boxes = stack(Array<number>(8).fill(50), (index) => (index < 4 ? { notes: [note] } : {}))
    const foot = { gap: 20, always: [] }
    expect(paginate(boxes, { ...room, foot })).toHaveLength(1)
    expect(paginate(boxes, { ...roomOf(600), foot })).toEqual([])
    const [cut = 0] = paginate(boxes, { ...roomOf(360), foot })
    expect(cut).toBe(4)
    expect(paginate(boxes, { ...roomOf(380), foot })).toHaveLength(1)
    expect(paginate(boxes, { ...roomOf(380), foot: { ...foot, always: [{ height: 100 }] } })).toHaveLength(2)
  })

  it('balances the parts instead of filling the first', () => {
    expect(paginate(stack(Array<number>(12).fill(50)), room)).toEqual([6])
  })

  it('rather gives a label and its points a slide more than leave one point alone below the label', () => {
    // A label every three boxes, its points below; the second point and the last part one point from the others.
    const boxes = stack(Array<number>(12).fill(100), (index) =>
      index % 4 === 0
        ? { joint: 'group', held: 'introduction' }
        : { joint: index % 4 === 1 ? 'block' : 'item', lone: index % 4 > 1 },
    )
    expect(paginate(boxes, roomOf(700))).toEqual([4, 8])
  })

  it('fills columns one after another, never parting what stands below a point', () => {
    const columns = { count: 2, above: 0 }
    const even = stack(Array<number>(20).fill(40), () => ({ joint: 'item' }))
    expect(paginate(even, room)).toHaveLength(1)
    expect(paginate(even, { ...room, columns })).toEqual([])
    // Room for ten above the columns' foot, then for eight below what stands across both.
    const introduced = stack([90, ...Array<number>(16).fill(40)], () => ({ joint: 'item' }))
    expect(paginate(introduced, { ...room, columns: { count: 2, above: 100 } })).toEqual([])
    expect(paginate(introduced, { ...room, columns: { count: 2, above: 150 } })).toHaveLength(1)
    // Three points of six lines each: two columns hold one each.
    const nested = stack(Array<number>(18).fill(40), (index) =>
      index % 6 === 0 ? { joint: 'item' } : { joint: 'item', depth: 1, within: 290 },
    )
    const [cut = 0, ...more] = paginate(nested, { ...room, columns })
    expect([cut % 6, more]).toEqual([0, []])
  })

  it('never leaves an introducing line behind, even at the price of uneven parts', () => {
    const boxes = stack(Array<number>(12).fill(50), (index) => (index === 5 ? { held: 'introduction' } : {}))
    expect(paginate(boxes, room)).not.toContain(6)
  })

  it('cuts between blocks rather than between items, and between groups rather than between blocks', () => {
    const between = (at: number, joint: Joint, others: Joint) =>
      paginate(
        stack(Array<number>(12).fill(50), (index) => ({ joint: index === at ? joint : others })),
        room,
      )
    expect(between(7, 'block', 'item')).toEqual([7])
    expect(between(4, 'group', 'block')).toEqual([4])
    // Not where that leaves a slide nearly empty.
    expect(between(2, 'block', 'item')).toEqual([6])
  })

  it('leaves no line or two on a part when another cut avoids it', () => {
    expect(
      paginate(
        stack([230, 230, 30], (index) => ({ joint: index === 1 ? 'item' : 'block' })),
        roomOf(490),
      ),
    ).toEqual([1])
    expect(
      paginate(
        stack([230, 115, 115, 70], (index) => ({ joint: index < 3 ? 'item' : 'block' })),
        roomOf(490),
      ),
    ).toEqual([1])
  })

  it('tears nothing that would find room on a slide of its own, at the price of a slide', () => {
    // Three tables of five rows, each of more than half a slide.
    const rows = (within: number) =>
      stack(Array<number>(15).fill(50), (index) =>
        index % 5 === 0 ? { joint: 'block' } : { joint: 'row', within, lone: index % 5 === 1 || index % 5 === 4 },
      )
    expect(paginate(rows(290), room)).toEqual([5, 10])
    // Where they would not, what is cheapest inside of them is taken.
    expect(paginate(rows(501), room)).toHaveLength(1)
  })

  it('leaves no row or line of code alone, on either side', () => {
    const code = stack(Array<number>(18).fill(30), (index) => ({
      joint: 'code',
      grade: index === 1 || index === 16 ? 0 : 1,
      lone: Math.min(index, 18 - index) < 3,
      within: 710,
    }))
    const [cut = 0] = paginate(code, room)
    expect(cut).toBeGreaterThan(2)
    expect(cut).toBeLessThan(16)
  })

  it('cuts where the author asked for it, though everything would fit', () => {
    expect(
      paginate(
        stack([50, 50, 50], (index) => ({ forced: index === 2 })),
        room,
      ),
    ).toEqual([2])
  })

  it('counts the repeated head of a table', () => {
    const boxes = stack(Array<number>(10).fill(90), () => ({ lead: 120 }))
    for (const height of heightsOf(boxes, paginate(boxes, room))) expect(height).toBeLessThanOrEqual(room.next)
  })

  it('gives a box that is too tall a part of its own', () => {
    expect(paginate(stack([100, 900, 100]), room)).toEqual([1, 2])
  })

  const anyBoxes = fc
    .array(
      fc.record({
        height: fc.integer({ min: 1, max: 480 }),
        joint: fc.constantFrom<Joint>('group', 'block', 'item', 'row', 'sentence', 'line'),
        within: fc.integer({ min: 100, max: 900 }),
        held: fc.constantFrom<Partial<Box>>({}, {}, { held: 'heading' }),
        forced: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    )
    .map((specs) =>
      stack(
        specs.map((spec) => spec.height),
        (index) => {
          const { height: _, held, ...spec } = specs[index] ?? { height: 0, held: {} }
          return { ...spec, ...held }
        },
      ),
    )

  it('loses nothing, doubles nothing, keeps the order, makes no empty part', () => {
    fc.assert(
      fc.property(anyBoxes, (boxes) => {
        const bounds = [0, ...paginate(boxes, room), boxes.length]
        for (let index = 1; index < bounds.length; index++) {
          expect(bounds[index] ?? 0).toBeGreaterThan(bounds[index - 1] ?? 0)
        }
      }),
    )
  })

  it('takes time in step with their number', () => {
    let asked = 0
    const boxes = stack(Array<number>(20_000).fill(50)).map((box) => ({
      ...box,
      get bottom() {
        asked += 1
        return box.bottom
      },
    }))
    expect(paginate(boxes, room).length).toBeGreaterThan(2000)
    expect(asked).toBeLessThan(20_000 * 12)
  })

  it('makes parts that fit, when every box does', () => {
    fc.assert(
      fc.property(anyBoxes, (boxes) => {
        for (const height of heightsOf(boxes, paginate(boxes, room))) expect(height).toBeLessThanOrEqual(room.next)
      }),
    )
  })

  it('changes nothing when it is run again on a part', () => {
    fc.assert(
      fc.property(anyBoxes, (boxes) => {
        const bounds = [0, ...paginate(boxes, room), boxes.length]
        for (let index = 1; index < bounds.length; index++) {
          expect(paginate(boxes.slice(bounds[index - 1], bounds[index]), room)).toEqual([])
        }
      }),
    )
  })
})

describe('ways of setting a slide', () => {
  it('stand in the order of their prices, and cost less than a further slide', () => {
    const prices = slideWays.map(({ price }) => price)
    expect(prices).toEqual(prices.toSorted((one, other) => one - other))
    expect(Math.max(...prices)).toBeLessThan(slidePrices.part)
  })
})
