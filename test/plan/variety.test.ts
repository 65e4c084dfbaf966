import { describe, expect, it } from 'vitest'
import type { Slide } from '../../src/model/deck.js'
import type { Block } from '../../src/model/notes.js'
import { unvaried, varied } from '../../src/plan/variety.js'
import { list, p } from './build.js'

const slideOf = (blocks: readonly Block[], more: Partial<Slide> = {}): Slide => ({
  id: 'a',
  kind: 'content',
  layout: 'points',
  title: [],
  blocks,
  speakerNotes: [],
  lines: [1, 1],
  ...more,
})
const long = 'a point that says far more than would find room on half of a line, and goes on to say still more of it'
const short = slideOf([list('one', 'two', 'three', 'four')])
const wordy = slideOf([list(long, long, long, long)])
const few = slideOf([list('one', 'two', 'three')])
const below = (...points: string[]) => ({ blocks: [p('A head'), list(...points)], lines: [1, 1] as const })
const nested = slideOf([{ kind: 'list', ordered: false, items: [below('a', 'b'), below('c', 'd')], lines: [1, 1] }])

const layouts = (...slides: readonly Slide[]): string =>
  varied(slides)
    .map(({ layout, because }) => (because ? `${layout}!` : layout))
    .join(' ')

describe('slides of points, one after another', () => {
  it.each<[string, readonly Slide[], string]>([
    ['three are left', [short, short, short], 'points points points'],
    ['one of four is set otherwise', [wordy, short, wordy, wordy], 'points columns! points points'],
    [
      'the one near the middle, of several',
      [short, short, short, short, short],
      'points points columns! points points',
    ],
    ['points side by side first', [short, short, nested, wordy], 'points points comparison! points'],
    ['none that would lose by it', [wordy, few, wordy, few], 'points points points points'],
    [
      'none across sections',
      [short, short, { ...short, section: 1 }, { ...short, section: 1 }],
      'points points points points',
    ],
    [
      'none of what is asked for',
      [1, 2, 3, 4].map(() => ({ ...short, wish: { small: true as const } })),
      'points points points points',
    ],
  ])('%s', (_, slides, expected) => expect(layouts(...slides)).toBe(expected))

  it('are known as they were', () => {
    const slides = [short, nested, short, wordy, short, nested]
    expect(varied(slides).map(unvaried)).toEqual(slides)
  })
})
