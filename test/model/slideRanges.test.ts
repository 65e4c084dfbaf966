import { expect, test } from 'vitest'
import { readSlides, slidesIn } from '../../src/model/slideRanges.js'

const pages = (written: string, count: number) => {
  const ranges = readSlides(written)
  return 'wrong' in ranges ? ranges : slidesIn(ranges, count)
}

test.each([
  ['3,7-9', [3, 7, 8, 9]],
  ['3', [3]],
  ['9-9', [9]],
  ['8-', [8, 9, 10]],
  [' 1 , 3 - 4 ', [1, 3, 4]],
  ['1 3', [1, 3]],
  ['3，７–８、10', [3, 7, 8, 10]],
  ['1～2', [1, 2]],
])('%s means %j', (written, expected) => {
  expect(pages(written, 10)).toEqual(expected)
})

test('each page comes once, in the order of the deck', () => {
  expect(pages('5,2-3,3-5,1', 5)).toEqual([1, 2, 3, 4, 5])
})

test('no range means all', () => {
  expect(slidesIn([], 3)).toEqual([1, 2, 3])
})

test.each([
  ['0', '0'],
  ['0-3', '0-3'],
  ['9-3', '9-3'],
  ['2,9-3', '9-3'],
  ['-3', '-3'],
  ['1-2-3', '1-2-3'],
  ['all', 'all'],
  ['1.5', '1.5'],
  ['99999999999999', '99999999999999'],
  [' , ', ','],
  ['', ''],
])('«%s» can’t be read, because of «%s»', (written, wrong) => {
  expect(readSlides(written)).toEqual({ wrong })
})

test.each([
  ['11', 11],
  ['7-12', 12],
  ['1,40-', 40],
  ['3-900000', 900000],
])('%s names page %i, which a deck of ten has not', (written, missing) => {
  expect(pages(written, 10)).toEqual({ missing })
})
