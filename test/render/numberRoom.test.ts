import { expect, it } from 'vitest'
import type { List, NumberStyle } from '../../src/model/notes.js'
import { numberRoom } from '../../src/render/numberRoom.js'

const list = (last: number, numbers?: NumberStyle): List => ({
  kind: 'list',
  ordered: true,
  ...(numbers ? { numbers } : {}),
  items: [
    { number: 1, blocks: [], lines: [1, 1] as const },
    { number: last, blocks: [], lines: [2, 2] as const },
  ],
  lines: [1, 2],
})

it('is that of bullets for numbers that are no wider', () => {
  expect(numberRoom({ kind: 'list', ordered: false, items: [], lines: [1, 1] })).toBeUndefined()
  for (const style of ['decimal', 'circled', 'alpha', 'upper-alpha'] as const)
    expect(numberRoom(list(8, style))).toBeUndefined()
  expect(numberRoom(list(3))).toBeUndefined()
})

it('grows with the widest number', () => {
  const [two = 0, three = 0] = [numberRoom(list(12)), numberRoom(list(120))]
  expect(two).toBeGreaterThan(1.45)
  expect(three).toBeGreaterThan(two)
  expect(numberRoom(list(2, 'closed-wide'))).toBeGreaterThan(2)
  expect(numberRoom(list(12, 'cjk'))).toBeGreaterThan(numberRoom(list(2, 'cjk')) ?? 0)
  expect(numberRoom(list(8, 'roman'))).toBeGreaterThan(numberRoom(list(2, 'roman')) ?? 0)
})
