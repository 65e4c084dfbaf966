/** Plain text and widths of inlines and blocks. */
import { describe, expect, it } from 'vitest'
import type { Inline, List } from '../../src/model/notes.js'
import { blockText, displayWidth, linesOf, plainText } from '../../src/model/text.js'

const text = (words: string): Inline => ({ kind: 'text', text: words })

describe('plainText', () => {
  it('says the words of every kind of inline', () => {
    const inlines: readonly Inline[] = [
      text('a '),
      { kind: 'strong', children: [text('b')] },
      { kind: 'break' },
      { kind: 'code', text: 'c' },
      { kind: 'link', href: 'https://example.org', children: [{ kind: 'em', children: [text(' d')] }] },
      { kind: 'image', src: 'x.png', alt: ' e' },
      { kind: 'footnote', label: 'why', number: 1 },
    ]
    expect(plainText(inlines)).toBe('a b c d e')
  })
})

describe('blockText and linesOf', () => {
  const list: List = {
    kind: 'list',
    ordered: false,
    lines: [2, 3],
    items: [
      { blocks: [{ kind: 'paragraph', inlines: [text('one')], lines: [2, 2] }], lines: [2, 2] },
      { blocks: [{ kind: 'paragraph', inlines: [text('two')], lines: [3, 3] }], lines: [3, 3] },
    ],
  }
  it('gives items a line each', () => {
    expect(blockText(list)).toBe('one\ntwo')
  })
  it('spans from the first to the last line', () => {
    expect(linesOf(list.items)).toEqual([2, 3])
    expect(linesOf([])).toBeUndefined()
  })
})

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['云原生', 6],
    ['k8s 云', 6],
    ['，', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['한국', 4],
    ['🎉', 2],
    ['𠮷', 2],
    // The first and the last of their kind.
    ['⺀', 2],
    ['✅', 2],
    ['✨', 2],
    ['a\u0300\u036f', 1],
    ['', 0],
  ])('%j takes %i columns', (words, width) => {
    expect(displayWidth(words)).toBe(width)
  })
})
