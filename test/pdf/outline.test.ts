import { expect, test } from 'vitest'
import { writeOutline } from '../../src/pdf/outline.js'

const pages = [
  { object: 4, width: 960, height: 540 },
  { object: 6, width: 960, height: 540 },
]
const bookmark = (title: string, level: number, page = 1, top = 0) => ({ title, level, page, top })

test('bookmarks nest by level, all of them open', () => {
  const marks = [bookmark('A', 1), bookmark('B', 2), bookmark('C', 2, 2, 80), bookmark('D', 1, 2)]
  expect(writeOutline(marks, pages, 20)).toEqual([
    '<</Type /Outlines\n/First 21 0 R\n/Last 24 0 R\n/Count 4>>',
    '<</Title (A)\n/Dest [4 0 R /XYZ 0 540 0]\n/Parent 20 0 R\n/Next 24 0 R\n/First 22 0 R\n/Last 23 0 R\n/Count 2>>',
    '<</Title (B)\n/Dest [4 0 R /XYZ 0 540 0]\n/Parent 21 0 R\n/Next 23 0 R>>',
    '<</Title (C)\n/Dest [6 0 R /XYZ 0 480 0]\n/Parent 21 0 R\n/Prev 22 0 R>>',
    '<</Title (D)\n/Dest [6 0 R /XYZ 0 540 0]\n/Parent 20 0 R\n/Prev 21 0 R>>',
  ])
})

test('a level may be skipped, or be the first', () => {
  const parents = writeOutline([bookmark('A', 3), bookmark('B', 1), bookmark('C', 4), bookmark('D', 2)], pages, 1).map(
    (text) => /\/Parent (\d+)/.exec(text)?.[1],
  )
  expect(parents).toEqual([undefined, '1', '1', '3', '3'])
})

test('no bookmarks, no outline', () => {
  expect(writeOutline([], pages, 1)).toEqual([])
})

test('a bookmark to a page that was not printed leads nowhere', () => {
  expect(writeOutline([bookmark('A', 1, 3)], pages, 1)[1]).toContain('/Dest []')
})
