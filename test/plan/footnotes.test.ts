import { describe, expect, it } from 'vitest'
import type { Deck, Slide } from '../../src/model/deck.js'
import type { Block } from '../../src/model/notes.js'
import { blocksText, plainText } from '../../src/model/text.js'
import { parseNotes } from '../../src/parse/parse.js'
import type { Settings } from '../../src/settings/table.js'
import { plan } from './build.js'

const deckOf = (text: string, flags: Partial<Settings> = {}): Deck => {
  const front = { front: {}, bodyLine: 1, asides: [], findings: [] }
  const { blocks } = parseNotes({ file: 'notes.md', text }, front, { repair: true, infer: true, lang: '' })
  return plan(blocks, flags)
}

const shape = (block: Block): string =>
  block.kind === 'footnote' ? `${block.number ?? '-'} ${blocksText(block.blocks)}` : block.kind

const slides = ({ slides }: Deck): readonly string[] =>
  slides
    .filter(({ kind }) => kind === 'content')
    .map(({ layout, blocks }) => [layout, ...blocks.map(shape)].join(' | '))

describe('footnotes', () => {
  it('stand at the foot of every slide that refers to them, in the order of their numbers', () => {
    const deck = deckOf(
      '# T\n\n## A\n\nOne[^b].\n\n### Sub\n\nTwo[^a].\n\n## B\n\nAgain[^a], [^b].\n\n[^a]: Says a.\n[^b]: Says b.',
    )
    expect(slides(deck)).toEqual([
      'prose | paragraph | heading | paragraph | 1 Says b. | 2 Says a.',
      'statement | paragraph | 1 Says b. | 2 Says a.',
    ])
  })

  it('stay on their side of a cut', () => {
    const deck = deckOf('# T\n\n## A\n\nOne[^a].\n\n---\n\nTwo[^b].\n\n## B\n\nx\n\n[^a]: Says a.\n[^b]: Says b.')
    expect(slides(deck)[0]).toBe('prose | paragraph | 1 Says a. | cut | paragraph | 2 Says b.')
  })

  it('leave no mark in what names a slide or says it again', () => {
    const deck = deckOf(
      '# T[^t]\n\n## Day one[^a]\n\n### One[^b]\n\n- x\n\n### Two\n\n- x\n\n## Day two\n\n### A\n\n- y\n\n### B\n\n- z\n\n[^t]: t\n[^a]: a\n[^b]: b',
    )
    const marked = ({ title }: Pick<Slide, 'title'>): boolean => title.some(({ kind }) => kind === 'footnote')
    expect(deck.title).toBe('T')
    expect(deck.slides.map(({ title }) => plainText(title))).toContain('Day one')
    expect(deck.slides.filter(marked).map(({ title }) => plainText(title))).toEqual(['T', 'Day one', 'One'])
    expect(deck.slides.flatMap(({ id }) => id)).toContain('day-one')
    expect(JSON.stringify(deck.slides.find(({ kind }) => kind === 'agenda'))).not.toContain('footnote')
  })

  it('of the title stand on its slide, unless they are long, or a preface has room for them', () => {
    const opening = (text: string) =>
      deckOf(text)
        .slides.slice(0, 2)
        .map(({ kind, blocks }) => [kind, ...blocks.map(shape)].join(' | '))
    const talk = '# T[^t]\n\n## A\n\nx\n'
    expect(opening(`${talk}\n[^t]: Says t.`)).toEqual(['title | 1 Says t.', 'content | paragraph'])
    expect(opening(`${talk}\n[^t]: ${'Long. '.repeat(60)}`)).toEqual([
      'title',
      expect.stringMatching(/^content \| 1 Long/),
    ])
    expect(opening('# T[^t]\n\nA preface of some words, to be read.\n\n## A\n\nx\n\n[^t]: Says t.')).toEqual([
      'title',
      'content | paragraph | 1 Says t.',
    ])
  })

  it('stand there once, however long they are', () => {
    const long = 'Says a. '.repeat(800)
    const deck = deckOf(`# T\n\n## A\n\nOne[^a], two[^b].\n\n## B\n\nAgain[^b].\n\n[^a]: Says a.\n[^b]: ${long}`)
    const labels = deck.slides.map(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'footnote' ? [block.label] : [])),
    )
    expect(labels).toEqual([[], ['a', 'b'], ['b']])
    const [first, again] = deck.slides.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'footnote' && block.label === 'b'),
    )
    expect(first).toEqual(again)
  })

  it('stand once below a text that is longer than a few slides', () => {
    const deck = deckOf(`# T\n\n## A\n\nOne[^a].\n\n${'More words. '.repeat(1400)}\n\n[^a]: Says a.`)
    const feet = deck.slides.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'footnote'))
    expect(feet).toHaveLength(1)
  })

  it('stay with the sentence that is cut off behind them', () => {
    const [first, second] = deckOf('# T\n\n## A\n\nOne here.[^a] Two there. Three.\n\n## B\n\nx\n\n[^a]: Says a.', {
      density: 'brief',
    }).slides.filter(({ kind }) => kind === 'content')
    expect(JSON.stringify(first?.blocks[0])).toContain('footnote')
    expect(second?.blocks).toHaveLength(1)
  })

  it('go to the speaker notes with the sentences that refer to them, or stay where others do', () => {
    const text =
      '# T\n\n## A\n\nOne here. Two there.[^a] Three.[^b]\n\n## B\n\n- again[^b]\n\n[^a]: Says a[^c].\n[^b]: Says b.\n[^c]: Says c.\n[^d]: Says d.'
    const deck = deckOf(text, { density: 'brief' })
    expect(slides(deck)).toEqual(['statement | paragraph', 'statement | list | 2 Says b. | - Says d.'])
    expect(deck.slides.find(({ kind }) => kind === 'content')?.speakerNotes.map(({ text }) => text)).toEqual([
      'One here. Two there. Three.',
      'Says a.',
      'Says b.',
      'Says c.',
    ])
    expect(slides(deckOf(text))[0]).toBe('statement | paragraph | 1 Says a. | 2 Says b. | 3 Says c.')
  })
})
