/** Readers of a slide that goes away and comes back. */
import { expect, it } from 'vitest'
import { astray } from '../../src/runtime/live/astray.js'

const there =
  (...keys: readonly string[]) =>
  (key: string): boolean =>
    keys.includes(key)
const at = (key: string, part = 0) => ({ key, part, steps: part })

it('come back with it, to the part that they read and its steps, however long it takes', () => {
  const reader = astray()
  expect(reader.wayBack(at('c', 1), there('a', 'b'))).toBeUndefined()
  reader.waitsAt('b')
  expect(reader.wayBack(at('b'), there('a', 'b', 'x'))).toBeUndefined()
  reader.waitsAt('b')
  // Even the slide that they wait at may go.
  expect(reader.wayBack(at('b'), there('a'))).toBeUndefined()
  reader.waitsAt('a')
  expect(reader.wayBack(at('a'), there('a', 'b', 'c'))).toEqual(at('c', 1))
  reader.waitsAt('c')
  expect(reader.wayBack(at('c'), there('a', 'b', 'c'))).toBeUndefined()
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
