import { expect, test } from 'vitest'
import { tightened } from '../../src/render/diagrams/tightened.js'
import { isSmall, larger, turned } from '../../src/render/diagrams/turned.js'

test('runs to the right where its author did not say which way', () => {
  expect(turned('mermaid', 'graph\n A --> B')).toBe('graph LR\n A --> B')
  expect(turned('mermaid', '%% words\nflowchart;A-->B')).toBe('%% words\nflowchart LR;A-->B')
  expect(turned('mermaid', 'stateDiagram-v2\n a --> b')).toBe('stateDiagram-v2\n  direction LR\n a --> b')
  expect(turned('dot', '// words\ndigraph "a b" {}')).toBeUndefined()
  expect(turned('dot', 'strict digraph G { a -> b }')).toBe('strict digraph G {rankdir=LR; a -> b }')
})

test('stays as it is where they did, and where there is no such way', () => {
  for (const source of [
    'graph TD\n A --> B',
    'flowchart LR;A-->B',
    'stateDiagram\n direction TB\n a --> b',
    'pie\n "a": 1',
  ])
    expect(turned('mermaid', source)).toBeUndefined()
  for (const source of ['digraph { rankdir = TB; a -> b }', 'graph { layout=neato; a -- b }', 'not a graph {'])
    expect(turned('dot', source)).toBeUndefined()
})

test('is taken where it is larger by far', () => {
  const drawn = (width: number, height: number) => ({ svg: '', labels: [], width, height })
  const tall = drawn(300, 1500)
  expect(isSmall(tall)).toBe(true)
  expect(isSmall(drawn(1130, 500))).toBe(false)
  expect(larger(tall, drawn(1500, 300))).toEqual(drawn(1500, 300))
  expect(larger(tall, drawn(3300, 300))).toBe(tall)
})

test('is set closer where its author did not say how far apart', () => {
  expect(tightened('mermaid', 'graph LR\n A --> B\n')).toMatch(
    /^graph LR\n A --> B\n%%\{init: \{"flowchart":.*\}\}%%\n$/,
  )
  expect(tightened('dot', 'digraph { a -> b }')).toMatch(/^digraph \{ranksep=.*\]; a -> b \}$/)
  for (const source of ['pie\n "a": 1', '%%{init: {"flowchart": {"nodeSpacing": 9}}}%%\ngraph LR\n A --> B'])
    expect(tightened('mermaid', source)).toBeUndefined()
  expect(tightened('dot', 'digraph { nodesep=1; a -> b }')).toBeUndefined()
})
