import { expect, test } from 'vitest'
import { cellStarts } from '../../src/model/grid.js'

test.each([
  [
    'rows of one',
    [
      [{}, {}],
      [{}, {}],
    ],
    {
      starts: [
        [0, 1],
        [0, 1],
      ],
      count: 2,
    },
  ],
  ['over two rows', [[{ rows: 2 }, {}], [{}]], { starts: [[0, 1], [1]], count: 2 }],
  ['over both', [[{ columns: 2, rows: 2 }, {}], [{}], [{}, {}, {}]], { starts: [[0, 2], [2], [0, 1, 2]], count: 3 }],
  [
    'beside one from above',
    [
      [{}, { rows: 2 }, {}],
      [{}, {}],
    ],
    {
      starts: [
        [0, 1, 2],
        [0, 2],
      ],
      count: 3,
    },
  ],
])('cells begin where those around them leave room: %s', (_, rows, grid) => {
  expect(cellStarts(rows)).toEqual(grid)
})
