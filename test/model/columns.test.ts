/** Columns side by side: how wide each of them is. */
import { expect, test } from 'vitest'
import { widthsOf } from '../../src/model/columns.js'
import type { Column } from '../../src/model/notes.js'

const widths = (...asked: readonly (number | undefined)[]): readonly number[] =>
  widthsOf({ columns: asked.map((width): Column => ({ blocks: [], ...(width === undefined ? {} : { width }) })) })

test.each([
  [
    [undefined, undefined],
    [0.5, 0.5],
  ],
  [
    [0.4, 0.6],
    [0.4, 0.6],
  ],
  [
    [0.4, undefined],
    [0.4, 0.6],
  ],
  [
    [0.25, undefined, undefined, undefined],
    [0.25, 0.25, 0.25, 0.25],
  ],
  // What is asked for is more, or less, than there is.
  [
    [0.8, 0.8],
    [0.5, 0.5],
  ],
  [
    [0.2, 0.2],
    [0.5, 0.5],
  ],
  // No column without room for a word.
  [
    [0.99, undefined],
    [0.868, 0.132],
  ],
  [
    [0.01, 0.99],
    [0.132, 0.868],
  ],
])('%j of the width are %j of it', (asked, given) => {
  expect(widths(...asked)).toEqual(given)
})
