import { expect, test } from 'vitest'
import { typefacesOf } from '../../src/pptx/fonts.js'
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

test.each([
  ['Talkback Sans', 'zh-Hans', 'Arial', 'Microsoft YaHei'],
  ['Talkback Serif', 'zh-Hant', 'Cambria', 'PMingLiU'],
  ['Talkback Sans', 'ja', 'Arial', 'Yu Gothic'],
])('%s in %s is drawn in what machines have', (family, lang, latin, eastAsian) => {
  expect(typefacesOf(family, lang)).toMatchObject({ latin, eastAsian })
})

test('a font of the user’s own keeps its name', () => {
  expect(typefacesOf('Talkback Own', 'en', 'Our Grotesk').latin).toBe('Our Grotesk')
})
