import { describe, expect, it } from 'vitest'
import { saidWords } from '../../src/check/saidWords.js'
import type { Block } from '../../src/model/notes.js'
import { blocksText, plainText } from '../../src/model/text.js'
import { h, list, p, plan } from './build.js'

const talk = (name: string, takeaways: string, ...points: readonly string[]): readonly Block[] => [
  h(2, name),
  h(3, 'Talk'),
  list(`said in ${name}`, 'and more'),
  h(3, takeaways),
  list(...points),
]
const two = [h(1, 'Notes'), ...talk('Mesh', '收获', '先试一试'), ...talk('Edge', 'Takeaways', 'Plan for less')]

describe('closing', () => {
  it('gathers takeaways that stand in several places, each under a link back', () => {
    const last = plan(two).slides.at(-1)
    expect(last).toMatchObject({ id: 'closing', kind: 'closing', layout: 'closing', bookmark: 1 })
    expect(blocksText(last?.blocks ?? [])).toBe('Mesh\n先试一试\nEdge\nPlan for less')
    expect(JSON.stringify(last?.blocks)).toContain('"href":"#takeaways"')
    expect(plan(two).slides.filter(({ layout }) => layout === 'closing')).toHaveLength(1)
  })

  it('says nothing twice to whoever counts words', () => {
    expect(saidWords(plan(two))).toEqual(saidWords(plan(two, { closing: 'no' })))
    expect(plan(two, { closing: 'no' }).slides.at(-1)).toMatchObject({ kind: 'content', layout: 'closing' })
  })

  it('names talks that stand on one level with their takeaways, and takes sub-headings', () => {
    const flat = [
      h(1, 'Notes'),
      h(2, 'Mesh'),
      list('a', 'b'),
      h(2, 'Takeaways'),
      list('c'),
      h(2, 'Edge'),
      list('d'),
      h(3, 'Lessons learned'),
      p('Plan for less. It comes.'),
      h(2, 'Lunch'),
      list('e'),
    ]
    const last = plan(flat).slides.at(-1)
    expect(blocksText(last?.blocks ?? [])).toBe('Mesh\nc\nEdge\nPlan for less.')
  })

  it('shares its room among many places', () => {
    const many = Array.from({ length: 8 }, (_, at) => talk(`T${at}`, 'Takeaways', 'a', 'b', 'c', 'd')).flat()
    const last = plan([h(1, 'Notes'), ...many]).slides.at(-1)
    const points = (last?.blocks ?? []).flatMap((block) => (block.kind === 'list' ? block.items : []))
    expect(points).toHaveLength(16)
  })

  it.each<[string, readonly Block[]]>([
    ['one place', [h(1, 'Notes'), h(2, 'A'), list('a'), h(2, 'Takeaways'), list('b'), h(2, 'B'), list('c')]],
    ['an end of its own', [...two, h(2, '总结'), list('x', 'y')]],
    ['takeaways without points', [h(1, 'Notes'), ...talk('A', '总结', 'x').slice(0, 4), ...talk('B', '总结', 'y')]],
  ])('is not made for %s', (_, blocks) => {
    expect(plan(blocks).slides.filter(({ kind }) => kind === 'closing')).toEqual([])
  })

  it('leaves the end to the author', () => {
    const last = plan([...two, h(2, '总结'), list('x', 'y')]).slides.at(-1)
    expect(last && [plainText(last.title), last.layout, last.kind]).toEqual(['总结', 'closing', 'content'])
  })
})
