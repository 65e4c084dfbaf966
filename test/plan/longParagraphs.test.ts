import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/model/notes.js'
import { blocksText } from '../../src/model/text.js'
import { breakLongParagraphs, longestParagraph } from '../../src/plan/longParagraphs.js'
import { list, p } from './build.js'

const broken = (words: string): readonly string[] => breakLongParagraphs([p(words)]).map((block) => blocksText([block]))

describe('a paragraph of more than a few slides', () => {
  it.each([
    ['sentences', 'It goes on. And then on again! '],
    ['words', 'word '],
    ['Chinese without marks', '没有标点'],
    ['one endless word', 'x'],
    ['emoji in two halves', '😀x'],
  ])('of %s is several that are the whole again', (_, piece) => {
    const whole = piece.repeat(Math.ceil(20_001 / piece.length))
    const parts = broken(whole)
    expect(parts.length).toBeGreaterThan(4)
    expect(parts.join('')).toBe(whole)
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(longestParagraph)
    for (const part of parts) expect(() => encodeURIComponent(part)).not.toThrow()
  })

  it('is cut behind a sentence, else behind a word', () => {
    const [sentences, words] = [broken('It goes on. '.repeat(1000)), broken('word '.repeat(2000))]
    expect([sentences.length, words.length]).toEqual([4, 3])
    for (const part of sentences) expect(part).toMatch(/on\. $/)
    for (const part of words) expect(part).toMatch(/^word.* $/s)
  })

  it('begins an endless word at the head of a part, so that its pieces can be counted', () => {
    expect(broken(`before ${'x'.repeat(9000)}`).map((part) => part.length)).toEqual([7, 4000, 4000, 1000])
  })

  it('is found in lists and quotes too', () => {
    const quote: Block = { kind: 'quote', blocks: [list('word '.repeat(2000))], lines: [1, 1] }
    expect(blocksText(breakLongParagraphs([quote])).split('\n')).toHaveLength(3)
  })
})

it('leaves others as they are', () => {
  const blocks = [p('Short.'), list('a', 'b')]
  expect(breakLongParagraphs(blocks)).toEqual(blocks)
})
