import { describe, expect, it } from 'vitest'
import { namesTakeaways } from '../../src/plan/takeaways.js'

describe('namesTakeaways', () => {
  it.each([
    '总结',
    '个人总结',
    '收获与感想',
    '参会感想：',
    '第二天的收获',
    'DAY01 总结',
    '五、总结',
    '最終總結',
    'Takeaways',
    'Key take-aways',
    'Lessons learned',
    'What we learned',
    'Action items',
    'Conclusion and outlook',
    'Day 2: takeaways',
    'まとめ',
  ])('%s', (title) => expect(namesTakeaways(title)).toBe(true))

  it.each(['性能优化总结', '年度总结大会', 'Summary statistics in Go', 'Learned indexes', '收获季节的故事', ''])(
    'not %s',
    (title) => expect(namesTakeaways(title)).toBe(false),
  )

  it('comes to an end on nothing but digits', () => {
    expect(namesTakeaways('一二三四五六七八九十'.repeat(6))).toBe(false)
    expect(namesTakeaways(`day ${'1'.repeat(50)}`)).toBe(false)
  })
})
