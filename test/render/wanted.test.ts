import { expect, it } from 'vitest'
import type { Deck, Slide } from '../../src/model/deck.js'
import { deckWords } from '../../src/plan/deckWords.js'
import { glyphsOf } from '../../src/render/wanted.js'

const slide: Slide = {
  id: 'a',
  kind: 'content',
  layout: 'prose',
  title: [{ kind: 'text', text: '题' }],
  blocks: [],
  speakerNotes: [{ text: '只说不写', origin: 'written' }],
  lines: [1, 1],
}
const deck: Deck = {
  file: 'a.md',
  title: 'A',
  facts: { subtitle: '', event: '', place: '', date: '', author: '' },
  factMarks: {},
  lang: 'zh-Hans',
  canvas: { width: 1280, height: 720 },
  stacks: false,
  duration: 0,
  sections: [],
  slides: [slide],
  words: deckWords('zh-Hans'),
  findings: [],
}

it('wants the characters that only paper shows: of speaker notes, and of what sheets say themselves', () => {
  const { regular, bold } = glyphsOf(deck)
  for (const character of '只说不写第页共讲义备注') expect(regular).toContain(character)
  expect(bold).toContain('题')
  expect(bold).not.toContain('只')
})

it('wants the faces that tables and code among speaker notes are set in', () => {
  const { bold, mono } = glyphsOf({
    ...deck,
    slides: [
      { ...slide, speakerNotes: ['| 表 |\n|---|\n| 1 |', 'kind: 码\n'].map((text) => ({ text, origin: 'written' })) },
    ],
  })
  expect(bold).toContain('表')
  expect(mono).toContain('码')
})

it('wants numbers of lists in bold as well: looks set them so', () => {
  const list = { kind: 'list', ordered: true, numbers: 'circled', items: [], lines: [1, 1] } as const
  expect(glyphsOf({ ...deck, slides: [{ ...slide, blocks: [list] }] }).bold).toContain('①')
})

it('gives every font that is wanted a space, from which browsers take the height of its lines', () => {
  const blocks = [{ kind: 'paragraph', inlines: [{ kind: 'code', text: 'go' }], lines: [1, 1] }] as const
  const { mono, italic } = glyphsOf({ ...deck, slides: [{ ...slide, blocks }] })
  expect(mono).toBe(' go')
  expect(italic).toBe('')
})
