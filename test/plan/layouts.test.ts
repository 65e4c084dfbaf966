import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/model/notes.js'
import { estimate, roomOf } from '../../src/plan/estimate.js'
import { chooseLayout } from '../../src/plan/layouts/choose.js'
import { code, cut, h, list, p, picture, text } from './build.js'

const quote: Block = { kind: 'quote', blocks: [p('To be or not to be')], lines: [1, 1] }
const table: Block = {
  kind: 'table',
  align: ['', ''],
  head: [{ inlines: text('a') }, { inlines: text('b') }],
  rows: [[{ inlines: text('1') }, { inlines: text('2') }]],
  lines: [1, 3],
}
const prose = p('A sentence that is quite a bit longer than what is said large on a slide.')
const long = p('字'.repeat(300))

describe('chooseLayout', () => {
  it.each<[string, readonly Block[]]>([
    ['statement', []],
    ['statement', [p('Nobody reads slides')]],
    ['prose', [p('Nobody reads slides'), p('They look at them')]],
    ['quote', [quote]],
    ['quote', [quote, p('— Hamlet')]],
    ['prose', [quote, prose, prose]],
    ['numbers', [p('1000 并发')]],
    ['numbers', [list('$25b on 11/11', '3.1 B cards', '42%')]],
    ['points', [list('42%', 'and something else')]],
    ['numbers', [list('10x', '20x', '30x', '40x', '50x')]],
    ['points', [list('10x', '20x', '30x', '40x', '50x', '60x', '70x')]],
    ['picture', [picture('one')]],
    ['picture', [picture('one'), cut, picture('two')]],
    ['gallery', [picture('one'), picture('two')]],
    ['beside', [prose, picture('one')]],
    ['beside', [picture('one'), h(3, 'sub'), list('a', 'b')]],
    ['prose', [long, picture('one')]],
    ['prose', [prose, picture('one'), picture('two')]],
    ['prose', [prose, cut, picture('one')]],
    ['comparison', [h(4, 'Old'), list('a', 'b', 'c'), h(4, 'New'), list('d', 'e')]],
    ['comparison', [p('Two ways:'), h(4, 'Old'), prose, h(4, 'New'), prose]],
    ['points', [h(4, 'Old'), list('a', 'b'), h(4, 'New'), prose, list('c', 'd', 'e', 'f', 'g')]],
    ['groups', [h(4, 'Old'), list('a'), h(4, 'New'), list('b'), h(4, 'Next'), list('c')]],
    ['points', [h(4, 'Old'), list('a'), h(4, 'New'), list('b', 'c', 'd', 'e')]],
    ['prose', [h(4, 'Old'), long, h(4, 'New'), long]],
    ['code', [prose, code('a\nb\nc\nd')]],
    ['table', [prose, table]],
    ['points', [prose, h(3, 'sub'), list('a', 'b')]],
    ['prose', [prose, prose, list('a')]],
  ])('%s', (layout, blocks) => {
    expect(chooseLayout(blocks)).toMatchObject({ layout, findings: [] })
  })

  it('closes with takeaways only where nothing comes after them', () => {
    const points = [list('a', 'b')]
    const layoutOf = (title: string, last: boolean) => chooseLayout(points, undefined, { title, last }).layout
    expect(layoutOf('Lessons learned', true)).toBe('closing')
    expect(layoutOf('Lessons learned', false)).toBe('points')
    expect(layoutOf('Questions', true)).toBe('points')
  })

  it('does as the heading asks, and says which layouts there are', () => {
    const asks = (layout: string) => chooseLayout([prose, picture('one')], h(2, 'x', { attributes: { layout } }))
    expect(asks('full').layout).toBe('full')
    expect(asks('beside-left')).toEqual({ layout: 'beside', blocks: [picture('one'), prose], findings: [] })
    expect(asks('beside-right').blocks).toEqual([prose, picture('one')])
    expect(asks('posh')).toMatchObject({ layout: 'beside', findings: [{ facts: { value: 'posh' } }] })
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
