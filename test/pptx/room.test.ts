import { expect, test } from 'vitest'
import { roomFor } from '../../src/pptx/room.js'
import { bar, paragraphOf, textOf } from './deck.js'

const canvas = { width: 1280, height: 720 }
const text = textOf([paragraphOf('a line'), paragraphOf('another', 140)])

test('a text gets a little more width, and a line more of height', () => {
  const room = roomFor(text, [text], canvas)
  expect(room).toMatchObject({ x: 92, y: 100, height: 120 })
  expect(room.width).toBeGreaterThan(600)
  expect(room.width).toBeLessThan(620)
})

test('but never what belongs to something else', () => {
  const beside = { ...bar, box: { x: 700, y: 90, width: 100, height: 200 } }
  const below = { ...bar, box: { x: 92, y: 190, width: 100, height: 20 } }
  const room = roomFor(text, [text, beside, below], canvas)
  expect(room.x + room.width).toBeLessThanOrEqual(700)
  expect(room.y + room.height).toBe(182)
})

test('a single line on the right grows to the left', () => {
  const line = textOf([paragraphOf('7', 100, { align: 'right' })])
  const room = roomFor(line, [line], canvas)
  expect(room.x).toBeLessThan(92)
  expect(room.x + room.width).toBe(692)
})

test('what is painted keeps its edges', () => {
  const painted = { ...text, fill: '#eeeeee' }
  expect(roomFor(painted, [painted], canvas)).toEqual(text.box)
})
