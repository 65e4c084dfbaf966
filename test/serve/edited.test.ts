/** Notes before and after an edit → the slide that its author is taken to. */
import { expect, it } from 'vitest'
import type { Lines } from '../../src/model/notes.js'
import { editedSlide } from '../../src/serve/edited.js'

/** Slides of these names, each on the line that it says: `a:1 b:3`. */
const notes = (text: string, slides: string) => {
  const each = slides.split(' ').map((slide) => slide.split(':'))
  return {
    text,
    slides: each.map(([key = '']) => ({ key, html: '' })),
    lines: each.map(([, line]): Lines | undefined => (line === undefined ? undefined : [Number(line), Number(line)])),
  }
}
const before = notes('# A\none\n# B\ntwo\n# C\nthree', 'cover agenda a:1 b:3 c:5')

it.each([
  ['nothing is another', before, undefined],
  ['a line in the middle', notes('# A\none\n# B\n2\n# C\nthree', 'cover agenda a:1 b:3 c:5'), 'b'],
  ['the end is gone', notes('# A\none\n# B\ntwo', 'cover agenda a:1 b:3'), 'b'],
  ['a slide is put at the end', notes(`${before.text}\n# D`, 'cover agenda a:1 b:3 c:5 d:7'), 'd'],
  ['several begin on the line', notes('# A\none\n# BB\ntwo\n# C\nthree', 'cover a:1 section:3 b:3 c:5'), 'b'],
  ['a slide of further up comes behind', notes('# A\none\n# B\n2\n# C\nthree', 'cover a:1 b:3 closing:1 c:5'), 'b'],
  ['all slides begin further down', notes('# AA\none\n# B\ntwo\n# C\nthree', 'cover b:3 c:5'), undefined],
])('%s', (_, after, slide) => {
  const found = editedSlide(before, after)
  expect(found === undefined ? undefined : after.slides[found]?.key).toBe(slide)
})
