import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/model/notes.js'
import { estimate, roomOf } from '../../src/plan/estimate.js'
import { chooseLayout } from '../../src/plan/layouts/choose.js'
import { code, cut, h, list, p, picture, text } from './build.js'

const quote: Block = { kind: 'quote', blocks: [p('To be or not to be')], lines: [1, 1] }
const table: Block = {
  kind: 'table',
  align: ['', ''],
  head: [text('a'), text('b')],
  rows: [[text('1'), text('2')]],
  lines: [1, 3],
}
const prose = p('A sentence that is quite a bit longer than what is said large on a slide.')

describe('chooseLayout', () => {
  it.each<[string, readonly Block[]]>([
    ['statement', []],
    ['statement', [p('Nobody reads slides')]],
    ['prose', [p('Nobody reads slides'), p('They look at them')]],
    ['quote', [quote]],
    ['prose', [quote, prose, prose]],
    ['picture', [picture('one'), cut, picture('two')]],
    ['prose', [prose, picture('one')]],
    ['code', [prose, code('a\nb\nc\nd')]],
    ['table', [prose, table]],
    ['points', [prose, h(3, 'sub'), list('a', 'b')]],
    ['prose', [prose, prose, list('a')]],
  ])('%s', (layout, blocks) => {
    expect(chooseLayout(blocks)).toEqual({ layout, findings: [] })
  })
})

describe('estimate', () => {
  const room = roomOf({ width: 1280, height: 720 })

  it('counts about 78 columns and 12 lines on the usual canvas', () => {
    expect(room).toEqual({ columns: 78, lines: 12 })
    expect(estimate([p('x'.repeat(78 * 12))], room)).toBe(1)
    expect(estimate([p('字'.repeat(39 * 6))], room)).toBe(0.5)
  })

  it('grows with what there is', () => {
    const blocks = [prose, list('a', 'b'), quote, table, picture('x'), code('a\nb')]
    const heights = blocks.map((_, at) => estimate(blocks.slice(0, at + 1), room))
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    expect(estimate([cut], room)).toBe(0)
  })
})
