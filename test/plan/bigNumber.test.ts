import { describe, expect, it } from 'vitest'
import { bigNumber } from '../../src/plan/bigNumber.js'

describe('bigNumber', () => {
  it.each([
    ['1000 并发', '', '1000', '并发'],
    ['42%', '', '42%', ''],
    ['$25b on 11/11', '', '$25b', 'on 11/11'],
    ['3.1 B cards', '', '3.1 B', 'cards'],
    ['4.5万 stars', '', '4.5万', 'stars'],
    ['约 300 位贡献者', '', '约 300', '位贡献者'],
    ['over 2,911 commits', '', 'over 2,911', 'commits'],
    ['Stars：12k', 'Stars：', '12k', ''],
    ['10x faster', '', '10x', 'faster'],
    ['20-30 人', '', '20-30', '人'],
    ['3.5 million users', '', '3.5 million', 'users'],
    ['<5ms 延迟', '', '<5ms', '延迟'],
  ])('%s', (line, before, number, after) => {
    expect(bigNumber(line)).toMatchObject({ before, number, after })
  })

  it.each([
    'Nobody reads slides',
    '3 teams met',
    '2014 was the year it began',
    '2018年11月',
    '11/11',
    '11 November',
    '10:30 开场',
    '1.12 is the version that runs',
    '24/7 support',
    '7×24 小时',
    '90后',
    '5G 网络',
    '13800138000 电话',
    '42',
    '100 people came, and most of them stayed',
    '1000 个并发下镜像分发的时候会产生瓶颈',
    'Kubernetes 1000 nodes',
    '2014年 的时候 招行会Java的人都不多',
  ])('not %s', (line) => {
    expect(bigNumber(line)).toBeUndefined()
  })

  it('tells what is worth a slide of its own', () => {
    expect(bigNumber('12 speakers')?.strong).toBe(false)
    expect(bigNumber('120 speakers')?.strong).toBe(true)
    expect(bigNumber('12% more')?.strong).toBe(true)
  })
})
