import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, paginate } from '../../src/runtime/fit/paginate.js'

const room = { height: 500, line: 40 }

/** Boxes of the given heights, one below the other with a gap of 10. */
function stack(heights: readonly number[], more: (index: number) => Partial<Box> = () => ({})): Box[] {
  let top = 0
  return heights.map((height, index) => {
    const box = { top, bottom: top + height, lead: 0, cost: 0, forced: false, keepsNext: false, ...more(index) }
    top += height + 10
    return box
  })
}

const heightsOf = (boxes: readonly Box[], cuts: readonly number[]): number[] =>
  [0, ...cuts].map((start, part) => {
    const end = [...cuts, boxes.length][part] ?? boxes.length
    return (boxes[end - 1]?.bottom ?? 0) - (boxes[start]?.top ?? 0) + (boxes[start]?.lead ?? 0)
  })

describe('paginate', () => {
  it('leaves what fits alone', () => {
    expect(paginate(stack([100, 100, 100]), room)).toEqual([])
    expect(paginate([], room)).toEqual([])
  })

  it('leaves room for the footnotes of each part, each once', () => {
    const note = { height: 100 }
    const boxes = stack(Array<number>(8).fill(50), (index) => (index < 4 ? { notes: [note] } : {}))
    const foot = { gap: 20, always: [] }
    expect(paginate(boxes, { ...room, foot })).toHaveLength(1)
    expect(paginate(boxes, { ...room, height: 600, foot })).toEqual([])
    const [cut = 0] = paginate(boxes, { ...room, height: 360, foot })
    expect(cut).toBe(4)
    expect(paginate(boxes, { ...room, height: 380, foot })).toHaveLength(1)
    expect(paginate(boxes, { ...room, height: 380, foot: { ...foot, always: [{ height: 100 }] } })).toHaveLength(2)
  })

  it('balances the parts instead of filling the first', () => {
    expect(paginate(stack(Array<number>(12).fill(50)), room)).toEqual([6])
  })

  it('never leaves an introducing line behind, even at the price of uneven parts', () => {
    const boxes = stack(Array<number>(12).fill(50), (index) => ({ keepsNext: index === 5 }))
    expect(paginate(boxes, room)).not.toContain(6)
  })

  it('prefers the cheap cut near the middle', () => {
    const boxes = stack(Array<number>(12).fill(50), (index) => ({ cost: index === 7 ? 0 : 0.8 }))
    expect(paginate(boxes, room)).toEqual([7])
  })

  it('does not leave a lone line on a part when another cut avoids it', () => {
    const boxes = stack([230, 230, 30], (index) => ({ cost: index === 1 ? 0.8 : 0 }))
    expect(paginate(boxes, { height: 490, line: 40 })).toEqual([1])
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
    for (const height of heightsOf(boxes, paginate(boxes, room))) expect(height).toBeLessThanOrEqual(room.height)
  })

  it('gives a box that is too tall a part of its own', () => {
    expect(paginate(stack([100, 900, 100]), room)).toEqual([1, 2])
  })

  const anyBoxes = fc
    .array(
      fc.record({
        height: fc.integer({ min: 1, max: 480 }),
        cost: fc.double({ min: -0.4, max: 1, noNaN: true }),
        keepsNext: fc.boolean(),
        forced: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    )
    .map((specs) =>
      stack(
        specs.map((spec) => spec.height),
        (index) => ({ ...specs[index] }),
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

  it('makes parts that fit, when every box does', () => {
    fc.assert(
      fc.property(anyBoxes, (boxes) => {
        for (const height of heightsOf(boxes, paginate(boxes, room))) expect(height).toBeLessThanOrEqual(room.height)
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
