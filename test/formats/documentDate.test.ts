import { expect, test } from 'vitest'
import { documentDate } from '../../src/formats/documentDate.js'

const day = (written: string): string | undefined => documentDate({}, written)?.toISOString()

test.each([
  '2018-11-14',
  '2018/11/14',
  '2018.11.14',
  '2018年11月14日',
  '２０１８年１１月１４日',
  '14 November 2018',
  'Nov. 14, 2018',
  'November 14th 2018',
])('%s is a day', (written) => {
  expect(day(written)).toBe('2018-11-14T00:00:00.000Z')
})

test.each([
  '',
  '2018',
  'November 2018',
  '13–15 November 2018',
  '2018-11-13 – 2018-11-15',
  '2018-02-31',
  '2018-13-05',
  '14 Monsoon 2018',
])('«%s» is none, and files have none', (written) => {
  expect(day(written)).toBeUndefined()
})

test('builds that are to be repeated say which it is', () => {
  expect(documentDate({ SOURCE_DATE_EPOCH: '86400' }, '2018-11-14')?.toISOString()).toBe('1970-01-02T00:00:00.000Z')
})
