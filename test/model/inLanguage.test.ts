import { expect, it } from 'vitest'
import { inLanguage } from '../../src/model/inLanguage.js'

it('knows the two ways to write Chinese, by whatever name; of other languages the parts do not matter', () => {
  const table = { en: 'en', 'zh-Hans': 'simplified', 'zh-Hant': 'traditional', ja: 'ja' }
  for (const lang of ['zh', 'zh-CN', 'zh-Hans', 'ZH_cn', 'zh-SG'])
    expect(inLanguage(lang, table), lang).toBe('simplified')
  for (const lang of ['zh-Hant', 'zh-TW', 'zh_HK', 'zh-hant-mo'])
    expect(inLanguage(lang, table), lang).toBe('traditional')
  for (const lang of ['ja', 'ja-JP']) expect(inLanguage(lang, table), lang).toBe('ja')
  for (const lang of ['fr', 'en-GB', '', 'constructor', 'zhuang']) expect(inLanguage(lang, table), lang).toBe('en')
})
