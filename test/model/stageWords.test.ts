import { expect, it } from 'vitest'
import { said, stageWords } from '../../src/model/stageWords.js'

it('speaks the language of the deck, and English otherwise', () => {
  expect(stageWords('zh').overview).toBe('总览')
  expect(stageWords('zh-CN').search).toBe('搜索')
  expect(stageWords('zh-TW').search).toBe('搜尋')
  expect(stageWords('fr').search).toBe('Search')
})

it('says the same things in all languages', () => {
  const gaps = (lang: string) => Object.values(stageWords(lang)).map((words) => words.match(/\{\w+\}/g) ?? [])
  expect(gaps('zh-Hans')).toEqual(gaps('en'))
  expect(gaps('zh-Hant')).toEqual(gaps('en'))
})

it('fills in values, and leaves what it has none for', () => {
  expect(said('{page} of {pages}', { page: 3, pages: 24 })).toBe('3 of 24')
  expect(said('{page} of {pages}', { page: 3 })).toBe('3 of {pages}')
})
