import { describe, expect, it } from 'vitest'
import { rhythmOf } from '../../src/check/rhythm.js'
import type { FittedSlide } from '../../src/model/fitted.js'
import type { SlideMeasure } from '../../src/model/look.js'

const slide = (layout: string): FittedSlide => ({
  page: 1,
  id: layout,
  part: 1,
  parts: 1,
  layout,
  overflow: { x: 0, y: 0 },
  minFontPx: 20,
  fill: 0.5,
  words: 10,
})
const set = (body: number, more: Partial<SlideMeasure> = {}): SlideMeasure => ({
  group: 'content 0',
  cut: '',
  area: 0.5,
  body,
  lone: false,
  lefts: [96],
  ...more,
})

describe('the rhythm of a deck', () => {
  it('is its longest run of one layout', () => {
    expect(rhythmOf(['points', 'points', 'code', 'points'].map(slide), []).rhythm).toBe(2)
    expect(rhythmOf([], []).rhythm).toBe(0)
  })

  it('counts neighbours of unlike size within a section, and no lone sentences', () => {
    const sizes = (...measures: readonly SlideMeasure[]) => rhythmOf([], measures).sizes
    expect(sizes(set(28), set(28), set(25))).toEqual({ neighbours: 2, unlike: 1 })
    expect(sizes(set(28), set(34, { group: 'content 1' }))).toEqual({ neighbours: 0, unlike: 0 })
    expect(sizes(set(28), set(44, { lone: true }), set(28))).toEqual({ neighbours: 1, unlike: 0 })
  })

  it('counts edges that nearly meet, not those that do, nor those that are far apart', () => {
    const misaligned = (...lefts: readonly number[]) => rhythmOf([], [set(28, { lefts })]).misaligned
    expect(misaligned(96, 98)).toBe(1)
    expect(misaligned(96, 96.4)).toBe(0)
    expect(misaligned(96, 130)).toBe(0)
    expect(misaligned(130, 96, 99, 133.5)).toBe(2)
  })
})
