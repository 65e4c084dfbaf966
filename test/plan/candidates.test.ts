import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Deck, Slide } from '../../src/model/deck.js'
import type { Block } from '../../src/model/notes.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { candidatesOf } from '../../src/plan/layouts/candidates.js'
import { chooseLayout } from '../../src/plan/layouts/choose.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'
import { code, h, list, p, picture } from './build.js'

const points = (count: number, words = 'a short point') => list(...Array.from({ length: count }, () => words))
const nested: Block = {
  kind: 'list',
  ordered: false,
  items: Array.from({ length: 9 }, () => ({ blocks: [p('point'), list('below')], lines: [1, 1] as const })),
  lines: [1, 1],
}

describe('what a slide may be set as', () => {
  it.each<[string, readonly Block[], string]>([
    ['many short points', [points(8)], 'columns'],
    ['the same, introduced', [p('What counts:'), points(12)], 'columns'],
    ['points in Chinese', [points(9, '短小的要点')], 'columns'],
    ['few points', [points(7)], ''],
    ['long points', [points(9, 'a point that says far more than would fit on half a line')], ''],
    ['one long point among short ones', [list(...'abcdefgh', 'a point that says far more than would fit here')], ''],
    ['points with more below them', [nested], ''],
    ['points with something behind them', [points(9), p('And so on')], ''],
    ['points behind two paragraphs', [p('one'), p('two'), points(9)], ''],
    ['a picture and a text', [p('A sentence that is quite a bit longer than others.'), picture('one')], 'stacked'],
    ['two sides', [h(4, 'Old'), list('a', 'b', 'c'), h(4, 'New'), list('d', 'e')], ''],
    ['a picture alone', [picture('one')], ''],
    ['code', [p('A sentence.'), code('a\nb\nc\nd')], ''],
    ['nothing', [], ''],
  ])('%s', (_, blocks, names) => {
    expect(candidatesOf(blocks, chooseLayout(blocks).layout, 'plain').join(' ')).toBe(names)
  })
})

describe('what may be packed in columns', () => {
  const long =
    'a point that says far more than would find room on half of a line, and then goes on to say still more of it'
  const label = (text: string): Block => ({ ...p(text), introduces: true })
  it.each<[string, readonly Block[], string]>([
    ['many short points', [points(8)], 'packed'],
    ['points with more below them', [nested], 'packed'],
    ['one long point among short ones', [list(...'abcdefgh', long)], 'packed'],
    ['labels with points', [label('One:'), points(4), label('Two:'), points(4)], 'packed'],
    ['points below headings', [p('A lead.'), h(3, 'One'), points(4), h(3, 'Two'), points(4)], 'packed'],
    ['few points', [points(6)], ''],
    ['long points', [list(...Array.from({ length: 9 }, () => long))], ''],
    ['points with something behind them', [points(9), p('And so on')], ''],
    ['points behind two paragraphs', [p('one'), p('two'), points(9)], ''],
    ['points among code', [points(9), code('a'), points(9)], ''],
    ['a picture and points', [picture('one'), points(9)], ''],
  ])('%s', (_, blocks, names) => {
    expect(candidatesOf(blocks, 'points', 'auto').join(' ')).toBe(names)
  })

  it('may be a table in smaller type, that it stays whole', () => {
    const table: Block = { kind: 'table', align: [''], head: [{ inlines: [] }], rows: [], lines: [1, 1] }
    expect(candidatesOf([table], 'table', 'auto')).toEqual(['dense'])
    expect(candidatesOf([table], 'table', 'plain')).toEqual([])
  })

  it('is led by its picture only where nobody asked for plain slides', () => {
    const led = (settings: Settings, heading = '## A'): boolean => {
      const text = `# T\n\n${heading}\n\nSome words beside it.\n\n![](a.jpg)\n`
      return planned(text, settings).slides.some(({ candidates = [] }) => candidates.includes('led'))
    }
    expect(led({})).toBe(true)
    expect(led({ compose: 'plain' })).toBe(false)
    expect(led({}, '## A {layout=beside-left}')).toBe(false)
  })
})

const folder = fileURLToPath(new URL('fixtures/', import.meta.url))
const kubecon = fileURLToPath(new URL('../../notes/kubecon-china-2018.md', import.meta.url))
const cases = [kubecon, ...readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [`${folder}${name}`] : []))]

type Settings = Parameters<typeof resolveSettings>[0]['flags']

const deckOf = (text: string): Deck => planned(text, {})

function planned(text: string, flags: Settings): Deck {
  const source = { file: 'notes.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags })
  return planDeck(parseNotes(source, head, settings, readHtml), settings)
}

/** What is seen of slides that are not of this one's section, lines left out. */
const elsewhere = ({ slides }: Deck, at: number, { section }: Slide): readonly string[] =>
  slides
    .filter((slide, index) => slide.kind !== 'closing' && index !== at && (section ?? -1) !== slide.section)
    .map((slide) => JSON.stringify(slide, (key, value: unknown) => (key === 'lines' ? undefined : value)))

describe('an edit in one topic', () => {
  it.each(cases)('changes nothing outside of its section: %s', (path) => {
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
    const lines = text.split('\n')
    const deck = deckOf(text)
    for (const [at, slide] of deck.slides.entries()) {
      const last = slide.blocks.at(-1)
      if (slide.kind !== 'content' || last?.kind !== 'paragraph' || last.lines[1] > lines.length) continue
      const edited = lines.with(last.lines[1] - 1, `${lines[last.lines[1] - 1]} One word more.`)
      expect(elsewhere(deckOf(edited.join('\n')), at, slide)).toEqual(elsewhere(deck, at, slide))
    }
  })
})
