/** What holds for any notes: none of their words is taken for lost that is there, and every word that is taken away is missed. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Coverage, coverage } from '../../src/check/coverage.js'
import type { Deck } from '../../src/model/deck.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'

const bullets = [
  '-',
  '*',
  '+',
  '·',
  '・',
  '•',
  '●',
  '◦',
  '○',
  '▪',
  '▫',
  '■',
  '□',
  '◆',
  '◇',
  '▶',
  '►',
  '❖',
  '➢',
  '➤',
  '‣',
  '－',
]
const numbers = [
  '1.',
  '1)',
  '1）',
  '（1）',
  '(1)',
  '1、',
  '１．',
  '①',
  '⑳',
  '⑴',
  '❶',
  '❿',
  '➀',
  '➉',
  '➊',
  '➓',
  '㉑',
  '㉟',
  '㊱',
  '㊿',
  '一、',
  '（二）',
  'a)',
  'b）',
]
const marker = fc.oneof(fc.constantFrom(...bullets), fc.constantFrom(...numbers))

/** Words that stand nowhere else: `qaz`, `qbz`… Each is made of two letters at least that no marker has. */
const wordAt = (index: number): string =>
  `q${[...String(index)].map((digit) => String.fromCharCode(97 + Number(digit))).join('')}z`

/** `W` stands for a word. */
const phrase = fc.constantFrom(
  'W W',
  'W **W** W',
  'W*W*W W',
  '`W` W',
  '[W](http://x.org/path "W")',
  'W，W。',
  '**W：**W',
  'W &amp; W&copy;W',
  '![W W](p.png)',
  'W ==W== ~~W~~',
  'W\\_W <b>W</b>',
  '<https://x.org/a>',
  'W [^1] W',
  'W $W_1 + W$ W',
)
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom('', '  ', '    ', '> '), marker, fc.constantFrom(' ', '  ', '\t'), phrase),
  },
  { weight: 3, arbitrary: fc.tuple(phrase) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '##', '### ', '#### 1. '), phrase) },
  { weight: 1, arbitrary: fc.constant(['|', ' W | ', 'W |', '\n|---|---|\n| W | W |']) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['```js\nW W(W)\n```'], ['- ```\nW\n```'], ['- ```\n```js\nW\n```'], ['~~~\nW']),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['<!-- W W -->'], ['[^1]: W'], ['[W]: http://x.org'], ['---'], ['[TOC]'], ['{.steps}']),
  },
)
const notes = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n')), { minLength: 1, maxLength: 14 })
  .map((lines) => {
    let count = 0
    return lines
      .map(([parts, end]) => parts.join('') + end)
      .join('')
      .replaceAll('W', () => wordAt(count++))
  })

function planned(text: string): { readonly deck: Deck; readonly cover: (deck: Deck) => Coverage } {
  const source = { file: 'x.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: {} })
  const deck = planDeck(parseNotes(source, head, settings), settings)
  return { deck, cover: (deck) => coverage(source, deck, head.bodyLine) }
}

it('takes no word for lost that is there', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const { deck, cover } = planned(text)
      expect(cover(deck).findings).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('misses a word that is taken out of the deck, on its line', () => {
  fc.assert(
    fc.property(notes, fc.nat(), (text, choice) => {
      const { deck, cover } = planned(text)
      const said = JSON.stringify(deck.slides)
      // Titles and addresses of links are the speaker's, or nobody's.
      const shown = text.replace(/"q[a-j]+z"|^\[q[a-j]+z\]:.*$/gm, '')
      const words = [...new Set(shown.match(/q[a-j]+z/g) ?? [])].filter((word) => said.includes(word))
      const word = words[choice % Math.max(1, words.length)]
      fc.pre(word !== undefined)
      const thinner: Deck = JSON.parse(JSON.stringify(deck).replaceAll(word ?? '', ''))
      const line = text.split('\n').findIndex((each) => each.includes(word ?? '')) + 1
      const { lost } = cover(thinner)
      expect(lost.map((each) => each.word).join(' ')).toContain(word)
      expect(new Set(lost.map((each) => each.line))).toEqual(new Set([line]))
    }),
    { numRuns: 300 },
  )
})
