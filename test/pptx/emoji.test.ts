import { expect, test } from 'vitest'
import { piecesOf } from '../../src/pptx/emoji.js'
import { deckOf, paragraphOf, slideOf, textOf } from './deck.js'
import { factsOf, shapesIn } from './pptxFacts.js'

const emojiIn = (text: string) => piecesOf(text).flatMap((piece) => (piece.emoji ? [piece.text] : []))

test.each([
  ['We shipped 🚀 on Friday', ['🚀']],
  ['a 👨‍👩‍👧‍👦 family', ['👨‍👩‍👧‍👦']],
  ['from 🇨🇳 to 🇩🇪🇺🇸', ['🇨🇳', '🇩🇪🇺🇸']],
  ['press 1️⃣, then #️⃣', ['1️⃣', '#️⃣']],
  ['thumbs 👍🏽 up from 👩🏿‍💻', ['👍🏽', '👩🏿‍💻']],
  ['🎉🎉 twice', ['🎉🎉']],
  ['hearts ❤️ and ⚠️', ['❤️', '⚠️']],
  ['signs of text: ™ © ✓ → 1 # ❤', []],
  ['می‌خواهم', []],
])('%s', (text, emoji) => {
  expect(emojiIn(text)).toEqual(emoji)
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})

test('an emoji is a run of its own, in the font that systems have for it', async () => {
  const text = textOf([paragraphOf('云原生 🚀 大会')])
  const { slides } = await factsOf(deckOf([slideOf([text])]))
  const runs = shapesIn(slides[0]?.xml ?? '')[0]?.match(/<a:r>.*?<\/a:r>/g) ?? []
  expect(runs.map((run) => /<a:t>(.*)<\/a:t>/.exec(run)?.[1])).toEqual(['云原生 ', '🚀', ' 大会'])
  expect(runs.map((run) => run.match(/typeface="Segoe UI Emoji"/g)?.length ?? 0)).toEqual([0, 3, 0])
})
