import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inline } from '../../src/model/notes.js'
import { blocksText, displayWidth, plainText } from '../../src/model/text.js'
import { shortenTitles } from '../../src/plan/longTitles.js'
import { h, text } from './build.js'

/** The title and the text below it. */
const shortened = (words: string): readonly string[] =>
  shortenTitles([h(2, words)]).blocks.map((block) => blocksText([block]))

const clause = '关于在超大规模集群环境下如何通过自研调度器来提升整体资源利用率的实践'
const filler = ' and so on about queues'.repeat(6)

describe('a heading too long for a title', () => {
  it('keeps its first sentence', () => {
    expect(shortened(`Scheduling at scale. It went on${filler}.`)).toEqual([
      'Scheduling at scale',
      `It went on${filler}.`,
    ])
  })

  it('keeps its first clause, and shows that it goes on', () => {
    expect(shortened(`${clause}，以及${clause}`)).toEqual([`${clause}…`, `…以及${clause}`])
  })

  it('takes no clause that says too little, nor the comma of a number', () => {
    const [title] = shortened(`So, with 40,000 people in one hall that was built for ten, they talked${filler}`)
    expect(title).toBe('So, with 40,000 people in one hall that was built for ten…')
  })

  it('ends between words where there is no clause', () => {
    const [title, rest] = shortened(`The speaker went on${filler}`)
    expect(title).toMatch(/ (?:and|so|on|about|queues)…$/)
    expect(rest).toMatch(/^…(?:and|so|on|about|queues) /)
  })

  it('says an endless word again in full, as half of it would be another word', () => {
    const word = 'endless'.repeat(40)
    expect(shortened(word)).toEqual([`${word.slice(0, 96)}…`, word])
  })

  it('stays a link in both halves', () => {
    const link: Inline = { kind: 'link', href: 'https://example.com', children: text(`${clause}，以及${clause}`) }
    const { blocks, findings } = shortenTitles([h(2, '', { inlines: [link] })])
    const hrefs = blocks.map((block) =>
      'inlines' in block ? block.inlines.flatMap((inline) => (inline.kind === 'link' ? [inline.href] : [])) : [],
    )
    expect(hrefs).toEqual([['https://example.com'], ['https://example.com']])
    expect(findings).toMatchObject([{ code: 'heading-long', place: { line: 1 } }])
  })

  it('is never wider than a title may be, and loses no word', () => {
    const word = fc.constantFrom(
      '云原生',
      '，',
      '。',
      'a',
      'Kubernetes',
      ', ',
      '. ',
      ' ',
      '3.5',
      '：',
      '“',
      '”',
      'x'.repeat(50),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const whole = words.join('')
        const { blocks } = shortenTitles([h(2, whole)])
        const [title] = blocks
        expect(displayWidth(title?.kind === 'heading' ? plainText(title.inlines) : '')).toBeLessThanOrEqual(121)
        const letters = (from: string): string => from.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(blocksText(blocks)).endsWith(letters(whole))).toBe(true)
      }),
    )
  })
})

it('leaves titles of usual length alone', () => {
  const blocks = [h(2, clause), h(3, 'Short. Two sentences.')]
  expect(shortenTitles(blocks)).toEqual({ blocks, findings: [] })
})
