/** Readers of a slide that goes away and comes back. */
import { expect, it } from 'vitest'
import { astray } from '../../src/runtime/live/astray.js'

const there = (...ids: readonly string[]) => ({
  isThere: (id: string): boolean => ids.includes(id),
  isJoined: false,
  parted: [],
})
const at = (was: string, part = 0, now: string | undefined = was) => ({ was, now, part, steps: part })
const back = (id: string, part = 0) => ({ id, part, steps: part })

it('come back with it, to the part that they read and its steps, however long it takes', () => {
  const reader = astray()
  expect(reader.wayBack(at('c', 1), there('a', 'b'))).toBeUndefined()
  reader.waitsAt('b')
  expect(reader.wayBack(at('b'), there('a', 'b', 'x'))).toBeUndefined()
  reader.waitsAt('b')
  // Even the slide that they wait at may go, or be called otherwise.
  expect(reader.wayBack(at('b'), there('a'))).toBeUndefined()
  reader.waitsAt('a')
  expect(reader.wayBack(at('a', 0, 'z'), there('z'))).toBeUndefined()
  reader.waitsAt('z')
  expect(reader.wayBack(at('z'), there('z', 'b', 'c'))).toEqual(back('c', 1))
  reader.waitsAt('c')
  expect(reader.wayBack(at('c'), there('a', 'b', 'c'))).toBeUndefined()
})

it('come back with it under another title, when they went along to the slide that had its text', () => {
  const reader = astray()
  expect(reader.wayBack(at('c', 1), { ...there('a', 'b'), isJoined: true })).toBeUndefined()
  reader.waitsAt('b')
  expect(reader.wayBack(at('b'), { ...there('a', 'b', 'x', 'y'), parted: [['a', 'x']] })).toBeUndefined()
  reader.waitsAt('b')
  expect(reader.wayBack(at('b'), { ...there('a', 'b', 'y'), parted: [['b', 'y']] })).toEqual(back('y', 1))
})

it('do not take another slide that has its name now for it', () => {
  const reader = astray()
  const nameless = { was: 'c_2', now: undefined, part: 0, steps: 0 }
  expect(reader.wayBack(nameless, { ...there('c', 'c_2'), isJoined: true })).toBeUndefined()
  reader.waitsAt('c')
  expect(reader.wayBack(at('c'), there('c', 'c_2'))).toBeUndefined()
  reader.waitsAt('c')
  expect(reader.wayBack(at('c'), { ...there('c', 'c_2', 'c_3'), parted: [['c', 'c_2']] })).toEqual(back('c_2'))
})

it('stay where they went themselves, or were led', () => {
  const moved = astray()
  moved.wayBack(at('c'), there('a', 'b'))
  moved.waitsAt('b')
  expect(moved.wayBack(at('a'), there('a', 'b', 'c'))).toBeUndefined()
  const led = astray()
  led.wayBack(at('c'), there('a', 'b'))
  led.forget()
  expect(led.wayBack(at('b'), there('a', 'b', 'c'))).toBeUndefined()
})
