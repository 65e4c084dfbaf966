import { expect, test } from 'vitest'
import type { Part } from '../../src/model/parts.js'
import { type Atom, partAtom } from '../../src/runtime/parts/atoms.js'
import { boxedText, gather, oneOfEach } from '../../src/runtime/parts/gather.js'
import { bar, numbered, paragraphOf } from './deck.js'

const at = (y: number, more: Partial<Atom & { kind: 'text' }> = {}): Atom => ({
  kind: 'text',
  role: 'text',
  paragraph: paragraphOf(`at ${y}`, y),
  column: [92, 692],
  inFlow: true,
  ...more,
})
const shapesOf = (parts: readonly Part[]) =>
  parts.map((part) => (part.kind === 'text' ? `${part.role} of ${part.paragraphs.length}` : part.kind))

test('texts below one another are one text, and rules between them don’t part it', () => {
  expect(shapesOf(gather([at(100), partAtom(bar), at(150), at(200)]))).toEqual(['shape', 'body of 3'])
})

test('what stands in another column, beside or far below is a text of its own', () => {
  expect(shapesOf(gather([at(100), at(150, { column: [700, 1188] })]))).toHaveLength(2)
  expect(shapesOf(gather([at(100), at(100)]))).toHaveLength(2)
  expect(shapesOf(gather([at(100), at(400)]))).toHaveLength(2)
})

test('a picture parts a text', () => {
  const picture = { kind: 'shot', box: bar.box, alt: '', fixed: false, mark: 'whole-1-1' } as const
  expect(shapesOf(gather([at(100), partAtom(picture), at(150)]))).toEqual(['body of 1', 'shot', 'body of 1'])
})

test('the box begins where the bullets do', () => {
  const [text] = gather([at(140, { paragraph: numbered(1) })])
  expect(text?.box).toMatchObject({ x: 62, width: 630 })
})

test('a slide has one title and one body', () => {
  const parts = gather([at(50, { role: 'title' }), at(100), at(400), at(600, { role: 'title' })])
  expect(shapesOf(oneOfEach(parts))).toEqual(['title of 1', 'body of 1', 'text of 1', 'text of 1'])
})

test('a painted box with nothing but text is one with it', () => {
  const paint = { fill: '#eeeeee' }
  const box = { x: 80, y: 90, width: 640, height: 120 }
  expect(boxedText(gather([at(100), at(150)]), box, paint)).toMatchObject({
    kind: 'text',
    role: 'text',
    box,
    fill: '#eeeeee',
  })
  expect(boxedText(gather([at(100), at(400)]), box, paint)).toBeUndefined()
})
