import { expect, test } from 'vitest'
import { type Drawn, drawDot } from '../../src/io/diagrams/drawDot.js'
import { padDot } from '../../src/render/diagrams/paddedDot.js'

const svgOf = (drawn: Drawn | undefined): string => (drawn && 'svg' in drawn ? drawn.svg : '')

/** Of the first node's box. */
function widthOf(svg: string): number {
  const xs = [...(/<polygon[^>]*points="([^"]*)"/.exec(svg)?.[1] ?? '').matchAll(/(-?[\d.]+),/g)].map(([, x]) =>
    Number(x),
  )
  return Math.max(...xs) - Math.min(...xs)
}

test('boxes of Chinese labels are as wide as their characters', async () => {
  const graphs = ['一二三四五六七八九十', '一二三四五六七八九十，。'].map(
    (label) => `digraph { a [shape=box label="${label}"] }`,
  )
  const [ten, twelve] = (await drawDot(graphs.map(padDot))).map((drawn) => widthOf(svgOf(drawn)))
  expect(ten).toBeGreaterThan(10 * 14 + 8)
  expect(ten).toBeLessThan(10 * 14 * 1.3)
  expect(twelve).toBeGreaterThan(12 * 14 + 8)
})

test('what is broken says why, and the next one is drawn', async () => {
  const [broken, empty, fine] = await drawDot(['digraph { a -> ', '', 'graph { a -- b }'])
  expect(broken).toEqual({ why: 'broken', says: expect.stringContaining('syntax error in line 1') })
  expect(empty).toMatchObject({ why: 'broken' })
  expect(svgOf(fine)).toContain('>b</text>')
})

test('what takes too long is given up', async () => {
  const nodes = Array.from({ length: 300 }, (_, index) => `n${index}`)
  const complete = `graph { {${nodes.join(' ')}} -- {${nodes.join(' ')}} }`
  expect(await drawDot([complete], 1)).toEqual([{ why: 'slow', says: '' }])
})
