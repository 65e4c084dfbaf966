import { expect, it } from 'vitest'
import { reportWords } from '../../src/formats/diffWords.js'

it('speaks the language of the deck, in the characters it is written with', () => {
  expect(reportWords('en').heading).toBe('What changed')
  expect(reportWords('zh-CN').heading).toBe('改动一览')
  expect(reportWords('zh-Hant').heading).toBe('改動一覽')
})

it('says the same things in all languages', () => {
  const gaps = (lang: string) =>
    Object.values(reportWords(lang))
      .flatMap((value) => (typeof value === 'string' ? [value] : Object.values<string>(value)))
      .map((words) => words.match(/\{\w+\}/g)?.sort())
  expect(gaps('zh-Hans')).toEqual(gaps('en'))
  expect(gaps('zh-Hant')).toEqual(gaps('en'))
})
