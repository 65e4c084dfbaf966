/** What stands in braces behind a heading → what is asked of its slide. */
import { expect, test } from 'vitest'
import type { SlideWish } from '../../src/model/notes.js'
import { headingWish, settleGrounds } from '../../src/plan/headingWish.js'

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

test('a ground that is no colour is told of, and left out', () => {
  const slide = { id: 'a', kind: 'content', title: [], blocks: [], speakerNotes: [], lines: [3, 4] } as const
  const backgrounds = [{ colour: 'linear-gradient(red, blue)' }, { picture: 'a.jpg' }, { colour: 'teal' }]
  const settled = settleGrounds({ ...slide, wish: { backgrounds } })
  expect(settled.slide.wish).toEqual({ backgrounds: backgrounds.slice(1) })
  expect(settled.findings).toMatchObject([{ code: 'setting-invalid', place: { line: 3 } }])
})

test('a heading without braces asks for nothing', () => {
  expect(headingWish(undefined)).toEqual({})
})
