import { describe, expect, it } from 'vitest'
import { ownNumber } from '../../src/model/ownNumber.js'

describe('the number in front of a heading', () => {
  it.each([
    ['01. Storage', '01', 1, 'Storage'],
    ['3) Compute', '3', 3, 'Compute'],
    ['2、存储', '2', 2, '存储'],
    ['一、平台', '一', 1, '平台'],
    ['（三）治理', '三', 3, '治理'],
    ['十二、附录', '十二', 12, '附录'],
    ['二十一、其他', '二十一', 21, '其他'],
    ['04 Teams', '04', 4, 'Teams'],
    ['(7) Costs', '7', 7, 'Costs'],
  ])('%s', (text, number, value, rest) => {
    const own = ownNumber(text)
    expect(own).toMatchObject({ number, value })
    expect(text.slice(own?.length)).toBe(rest)
  })

  it.each([
    '10:30 Coffee',
    '2.0 is out',
    '1.12.3 fixes',
    '7 things I learned',
    '1、2 和 3 号',
    '一、二线城市',
    '2018. 回顾',
    '第一章 平台',
    '3...2...1',
    '一个平台',
    '5G 网络',
    '01.',
    '',
  ])('is none in: %s', (text) => {
    expect(ownNumber(text)).toBeUndefined()
  })
})
