import { expect, it } from 'vitest'
import { phraseStarts } from '../../src/model/phrases.js'

const phrases = (text: string, lang = 'zh'): string => {
  const starts = phraseStarts(text, lang)
  return [0, ...starts].map((start, at) => text.slice(start, starts[at])).join('|')
}

it.each([
  ['落地实践与经验复盘', '落地|实践|与经验|复盘'],
  ['完整复盘过程', '完整|复盘|过程'],
  ['为什么我们放弃了微服务又回到单体', '为什么|我们|放弃了|微服务|又回到|单体'],
  ['大模型推理与显存优化', '大模型|推理|与显存|优化'],
  ['云原生可观测性在大规模集群', '云原生|可观测性|在大规模|集群'],
  ['我们自己的服务网格平台', '我们|自己的|服务网格|平台'],
  ['可观测性的下一个十年', '可观测性的|下一个|十年'],
  ['全链路压测与多租户弹性', '全链路|压测|与多租户|弹性'],
  ['多模态大模型的提示词工程师', '多模态|大模型的|提示词|工程师'],
  ['自建机房里的一年期对照实验', '自建|机房里的|一年期|对照|实验'],
  ['我們把可觀測性帶進叢集', '我們|把可觀測性|帶進|叢集'],
])('%s', (text, expected) => {
  expect(phrases(text)).toBe(expected)
})

it('keeps punctuation with what it follows, and opening marks with what they open', () => {
  expect(phrases('团队听：《服务网格》，（很好）')).toBe('团队|听：《服务网格》，（很好）')
})

it('keeps short words in brackets whole, and figures with what they count', () => {
  expect(phrases('QCon2019（广州站）参会总结')).toBe('QCon2019（广州站）|参会|总结')
  expect(phrases('深圳8月创客沙龙')).toBe('深圳|8月|创客|沙龙')
  expect(phrases('第3天「服务网格」专场')).not.toContain('服务|')
})

it('starts phrases at words of other languages', () => {
  expect(phrases('Cloud Native 的实践')).toBe('Cloud |Native |的实践')
  expect(phrases('Plain words, and-more', 'en')).toBe('Plain |words, |and-more')
  expect(phrases('')).toBe('')
})

it('keeps longer brackets whole, as far as a line goes, and figures with a space or an ordinal', () => {
  expect(phrases('全球大会（上海国际会议中心站）总结')).toBe('全球|大会（上海国际会议中心站）|总结')
  expect(phrases('深圳 8 月创客')).toBe('深圳 |8 月|创客')
  expect(phrases('回顾第 3 届大会')).toBe('回顾|第 3 届|大会')
  expect(phrases('（这里是一段很长很长的括号里的文字）')).toContain('|')
})

it('tears no word that says one thing twice', () => {
  for (const words of ['再快一点点就好', '有一点点不同', '一点点的进步', '我们一步步上线', '把集群一个个迁移'])
    expect(phrases(words)).not.toMatch(/一\||(.)\|\1/)
})
