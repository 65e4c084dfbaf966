import { expect, test } from 'vitest'
import { startsOf } from '../../src/pptx/numbering.js'
import { numbered, paragraphOf } from './deck.js'

const point = (level = 0) => paragraphOf('point', 0, { level, bullet: { mark: 'square', colour: '#000000', hang: 20 } })

test('a list starts where the notes start it, and goes on by itself', () => {
  expect(startsOf([numbered(3), numbered(4), numbered(5)])).toEqual([3, 3, 3])
})

test('a number that is left out starts the list anew', () => {
  expect(startsOf([numbered(1), numbered(2), numbered(5), numbered(6)])).toEqual([1, 1, 5, 5])
})

test('points below a number don’t end its list', () => {
  expect(startsOf([numbered(1), point(1), numbered(1, { level: 1 }), numbered(2)])).toEqual([1, undefined, 1, 1])
})

test('a text between two numbers does', () => {
  expect(startsOf([numbered(1), paragraphOf('and so on'), numbered(2), numbered(3)])).toEqual([1, undefined, 2, 2])
})

test('a number further out ends the lists below it', () => {
  const inner = (number: number) => numbered(number, { level: 1 })
  expect(startsOf([numbered(1), inner(1), inner(2), numbered(2), inner(1)])).toEqual([1, 1, 1, 1, 1])
})
