/** What stands in braces behind a heading → what is asked of its slide. */
import { expect, test } from 'vitest'
import type { SlideWish } from '../../src/model/notes.js'
import { headingWish } from '../../src/plan/headingWish.js'

test.each<[Readonly<Record<string, string>>, SlideWish]>([
  [{}, {}],
  [{ layout: 'quote' }, {}],
  [{ background: 'a.jpg' }, { backgrounds: [{ picture: 'a.jpg' }] }],
  [{ background: 'https://x.org/a' }, { backgrounds: [{ picture: 'https://x.org/a' }] }],
  [{ background: '#123' }, { backgrounds: [{ colour: '#123' }] }],
  [{ background: 'rgb(1.5 2 3)' }, { backgrounds: [{ colour: 'rgb(1.5 2 3)' }] }],
  [
    { 'background-color': 'black', 'background-image': 'a.jpg' },
    { backgrounds: [{ colour: 'black' }, { picture: 'a.jpg' }] },
  ],
  [{ left: 'a.jpg' }, { backgrounds: [{ picture: 'a.jpg', side: 'left', share: 0.5 }] }],
  [{ right: 'a.jpg', share: '33%' }, { backgrounds: [{ picture: 'a.jpg', side: 'right', share: 0.33 }] }],
  [
    { hidden: 'yes', small: 'yes' },
    { hidden: true, small: true },
  ],
  [{ visibility: 'hidden' }, { hidden: true }],
])('%j asks for %j', (attributes, wish) => {
  const heading = { kind: 'heading', level: 2, inlines: [], attributes, lines: [1, 1] } as const
  expect(headingWish(heading)).toEqual(wish)
})

test('a heading without braces asks for nothing', () => {
  expect(headingWish(undefined)).toEqual({})
})
