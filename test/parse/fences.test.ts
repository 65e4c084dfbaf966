/** Which lines are fences of code, or stand between two. */
import { describe, expect, it } from 'vitest'
import { fencedLines, fenceMark, fenceStarts } from '../../src/parse/fences.js'

/** A letter for each line: o opens, i inside, c closes, . outside. */
const read = (...texts: readonly string[]): string =>
  fencedLines(texts)
    .map((fenced) => fenced?.[0] ?? '.')
    .join('')

describe('fences', () => {
  it.each([
    [['a', '```', 'b', '```', 'c'], '.oic.'],
    [['~~~ js', '```', '~~~', 'a'], 'oic.'],
    [['````', '```', '```', '````', 'a'], 'oiic.'],
    [['```', '```js', '```', 'a'], 'oic.'],
    [['- ```sh', '  ls', '  ```', '- a'], 'oic.'],
    [['1. - ```', '     b', '     ```'], 'oic'],
    [['> ```', '> b', '> ```', 'a'], 'oic.'],
    [['> ```', '> b', '', 'a'], 'oi..'],
    [['```a`b', 'c'], '..'],
    [['``` `` ```', 'c'], '..'],
    [['``', 'c'], '..'],
    [['```', 'never closed'], 'oi'],
  ])('%j', (texts, expected) => {
    expect(read(...texts)).toBe(expected)
  })

  it('begin with their signs', () => {
    expect(fenceMark('> - ~~~~ text')).toBe('~~~~')
    expect(fenceMark('no ``` fence')).toBe('')
  })

  it('start where code that is marked starts', () => {
    const code = ['```', '~~~', '```', '```sh', '```'].map((text, line) => ({ text, line, isCode: true as const }))
    expect([...fenceStarts([...code, { text: '```', line: 9 }])]).toEqual([0, 3])
  })
})
