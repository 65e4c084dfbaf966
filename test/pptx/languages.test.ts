import { expect, test } from 'vitest'
import { languagesOf } from '../../src/pptx/languages.js'

test.each([
  ['容器 runtime', 'zh-Hans', { lang: 'zh-CN', altLang: 'en-US' }],
  ['runtime', 'zh-Hans', { lang: 'en-US', altLang: 'zh-CN' }],
  ['容器', 'zh-Hant', { lang: 'zh-TW', altLang: 'en-US' }],
  ['容器', 'en', { lang: 'zh-CN', altLang: 'en-US' }],
  ['コンテナ', 'en', { lang: 'ja-JP', altLang: 'en-US' }],
  ['Behälter', 'de', { lang: 'de-DE' }],
  ['x', '', { lang: 'en-US' }],
])('%s in a deck in %s', (text, lang, expected) => {
  expect(languagesOf(text, lang)).toEqual(expected)
})
