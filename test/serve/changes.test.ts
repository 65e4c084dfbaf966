import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LiveSlide } from '../../src/model/live.js'
import { slideChanges } from '../../src/serve/changes.js'
import { applyChanges } from './applyChanges.js'

/** `a` is a slide of that key; `a2` the same slide, looking otherwise. */
const slides = (text: string): LiveSlide[] =>
  text.split(' ').map((name) => ({ key: name.replace(/\d/, ''), html: `<section>${name}</section>` }))
const told = (before: string, after: string, all = false) =>
  slideChanges(slides(before), slides(after), all).map(
    ({ from, gone, made }) => `${from} -${gone} +${made.map(({ html }) => html.replace(/<.*?>/g, '')).join(' ')}`,
  )

describe('what to swap', () => {
  it.each([
    ['a b c', 'a b c', []],
    ['a b c', 'a b2 c', ['1 -1 +b2']],
    ['a b c', 'a b2 c2', ['1 -2 +b2 c2']],
    ['a b c', 'a x b c', ['1 -0 +x']],
    ['a b c', 'a c', ['1 -1 +']],
    ['a b c', 'b c x', ['0 -1 +', '3 -0 +x']],
    // A new slide takes the place of one that is gone.
    ['a b c', 'a x c', ['1 -1 +x']],
    ['a b c', 'a x y c', ['1 -1 +x', '2 -0 +y']],
    ['a b c d', 'a x d', ['1 -1 +x', '2 -1 +']],
    ['a b c d', 'a d b c', ['1 -0 +d', '3 -1 +']],
  ])('%s → %s', (before, after, changes) => {
    expect(told(before, after)).toEqual(changes)
  })

  it.each([
    ['a b c', 'a b c', ['0 -3 +a b c']],
    // The reader of c stays on c, although it is another element and two slides came before it.
    ['a b c d', 'x y a b c2 d', ['0 -0 +x y', '0 -4 +a b c2 d']],
    ['a b c d', 'a c d', ['0 -1 +a', '1 -1 +', '2 -2 +c d']],
  ])('in another style, %s → %s', (before, after, changes) => {
    expect(told(before, after, true)).toEqual(changes)
  })

  it('leads from any deck to any other, and leaves alone what is in both in the same order', () => {
    const deck = fc
      .uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 10 })
      .chain((keys) => fc.tuple(fc.constant(keys), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 })))
      .map(([keys, edited]) => keys.map((key, index) => ({ key, html: `${key}${edited[index] ? 2 : ''}` })))
    fc.assert(
      fc.property(deck, deck, (before, after) => {
        const changes = slideChanges(before, after)
        expect(applyChanges(before, changes, (slide) => slide)).toEqual(after)
        const ends = changes.map(({ from, gone }) => [from, from + gone])
        expect(ends.flat()).toEqual([...ends.flat()].sort((one, other) => one - other))
        if (before.map(({ key }) => key).join() === after.map(({ key }) => key).join()) {
          for (const { gone, made } of changes) expect(made).toHaveLength(gone)
        }
      }),
    )
  })
})
