import { expect, it } from 'vitest'
import { asDocument } from '../../src/model/asDocument.js'
import type { Block } from '../../src/model/notes.js'
import { fewPoints } from '../../src/plan/fewPoints.js'
import { h, list, p, plan } from './build.js'

const sentences = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `Point ${at + 1} is a whole sentence that says what somebody learned`)

const counts = (blocks: readonly Block[]): readonly (number | string)[] =>
  blocks.map((block) => (block.kind === 'list' ? block.items.length : block.kind))

it.each([
  [14, [5, 'cut', 5, 'cut', 4]],
  [7, [4, 'cut', 3]],
  [11, [4, 'cut', 4, 'cut', 3]],
  [6, [6]],
])('long points stand four or five a slide: %d', (count, expected) => {
  expect(counts(fewPoints([list(...sentences(count))]))).toEqual(expected)
})

it('cuts slides alone: documents have no such cuts', () => {
  expect(counts(asDocument(fewPoints([list(...sentences(9))])))).toEqual([5, 4])
})

it('leaves what is read at a glance, and what is more than a list', () => {
  const short = [list(...'abcdefghijklmnop')]
  expect(fewPoints(short)).toBe(short)
  const more = [p('One.'), p('Two.'), list(...sentences(14))]
  expect(fewPoints(more)).toBe(more)
})

it('cuts where there is one slide under the title of the talk, and none where it is plain', () => {
  const blocks = [h(1, 'Talk'), list(...sentences(9))]
  const isCut = (block: Block) => block.kind === 'cut'
  expect(plan(blocks).slides.at(-1)?.blocks.filter(isCut)).toHaveLength(1)
  expect(plan(blocks, { compose: 'plain' }).slides.at(-1)?.blocks.filter(isCut)).toEqual([])
  expect(plan([...blocks, h(2, 'Topic'), p('Text.')]).slides.flatMap((slide) => slide.blocks.filter(isCut))).toEqual([])
})
