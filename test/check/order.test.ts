import { describe, expect, it } from 'vitest'
import { orderOf } from '../../src/check/order.js'
import { h, p, plan } from '../plan/build.js'

const topics = plan([h(1, 'Talk'), h(2, 'One'), p('x')]).slides.map((slide) => ({ ...slide, lines: [1, 9] as const }))
const order = (notes: readonly string[], said: string) => {
  const lines = notes.map((line, index) => ({ line: index + 1, words: line.split(' ') }))
  return orderOf(topics.slice(-1), lines, () => said).order
}

describe('the order in which slides are read out', () => {
  it('is that of the notes, or its reverse, or between', () => {
    expect(order(['a b', 'c', 'd'], 'a b c d')).toEqual({ least: 1, mean: 1 })
    expect(order(['a b', 'c', 'd'], 'd c b a')).toEqual({ least: -1, mean: -1 })
    expect(order(['a', 'b', 'c', 'd'], 'b a c d').least).toBe(0.667)
  })

  it('says nothing of words within a line, of those that stand twice, and of what is said again', () => {
    expect(order(['a b', 'c'], 'b a c').least).toBe(1)
    expect(order(['a x', 'b x'], 'x a b').least).toBe(1)
    expect(order(['a', 'b', 'c'], 'a b a c').least).toBe(1)
  })

  it('is whole where nothing can be compared', () => {
    expect(order(['a'], 'a')).toEqual({ least: 1, mean: 1 })
    expect(orderOf([], [], () => '').order).toEqual({ least: 1, mean: 1 })
  })

  it('is told of each topic by itself, in the lines that are its own', () => {
    const [topic] = topics.slice(-1)
    if (!topic) throw new Error('Nothing was planned.')
    const two = [
      { ...topic, id: 'one', lines: [1, 2] as const },
      { ...topic, id: 'two', lines: [3, 4] as const },
    ]
    const lines = ['a', 'b', 'c', 'd'].map((word, index) => ({ line: index + 1, words: [word] }))
    expect(orderOf(two, lines, (id) => (id === 'one' ? 'c a b' : 'd c')).order).toEqual({ least: -1, mean: 0 })
  })
})
