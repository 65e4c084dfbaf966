import { expect, test } from 'vitest'
import { slideOfEarlier } from '../../../src/runtime/player/formerId.js'

test.each([
  ['a title that came to be shared', 'alpha', ['title', 's1', 's1_alpha', 's2', 's2_alpha'], 's1_alpha'],
  ['one that is shared no more', 's2_alpha', ['title', 's1', 's2', 'alpha'], 'alpha'],
  ['of several, the one in the same section', 's2_twin_2', ['s1_twin', 's2_twin'], 's2_twin'],
  ['an eyebrow that came in between', 's1_alpha', ['s2_alpha', 's1_morning_alpha'], 's1_morning_alpha'],
  ['titles that begin with a number', '_2018-review', ['s1__2018-review'], 's1__2018-review'],
  ['Chinese titles', '上午_开场', ['开场'], '开场'],
  ['a part that is gone', 'alpha--4', ['title', 'alpha', 'alpha--2'], 'alpha--2'],
  ['a part of a title that came to be shared', 'alpha--2', ['s1_alpha', 's1_alpha--2', 's2_alpha'], 's1_alpha'],
  ['a title that is gone', 'alpha', ['title', 'beta'], undefined],
])('%s: %s', (_, id, ids, found) => {
  expect(slideOfEarlier(id, ids)).toBe(found)
})
