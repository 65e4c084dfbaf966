import { describe, expect, it } from 'vitest'
import { trailOf } from '../../src/render/trail.js'

const sections = (count: number) => Array.from({ length: count }, (_, at) => ({ title: `T${at}`, id: `s${at}` }))
const numbers = (count: number, at: number) => trailOf(sections(count), at).map(({ number }) => number)

describe('trailOf', () => {
  it('shows all sections where they have room', () => {
    expect(numbers(2, 0)).toEqual([1, 2])
    expect(numbers(5, 4)).toEqual([1, 2, 3, 4, 5])
  })

  it('shows the neighbours where there are many', () => {
    expect(numbers(40, 0)).toEqual([1, 2, 3, 4, 5])
    expect(numbers(40, 19)).toEqual([18, 19, 20, 21, 22])
    expect(numbers(40, 39)).toEqual([36, 37, 38, 39, 40])
  })

  it('marks the one we are in', () => {
    for (const at of [0, 1, 20, 38, 39]) {
      const here = trailOf(sections(40), at).filter((entry) => entry.here)
      expect(here).toEqual([{ title: `T${at}`, id: `s${at}`, number: at + 1, here: true }])
    }
  })
})
