import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/io/encodings/decode.js'

/** A line each: the encoding, the text as JSON, its bytes in Base64, as Node can't write them. */
const lines = readFileSync(new URL('fixtures/encodings.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const pairs = lines.map((line) => line.split('\t'))

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')

describe('found from the bytes', () => {
  test.each(pairs)('%s: %s', (encoding = '', text = '', bytes = '') => {
    expect(decode(bytesOf(bytes))).toEqual({ text: JSON.parse(text), encoding, isGuess: true })
  })
})

describe('nobody can tell', () => {
  test.each([
    ['Hebrew', '4evw8SDj6eH45SDy7CDy8O8g5fLsIODh6Of6IO7p4/I='],
    ['Greek', 'yuHr5+zd8eEg8+Ug/Ovv9fIsIOH19N4g5d/t4ekg7OnhIO/s6evf4Q=='],
    ['Thai', 'ysfRyrTVt9ihpLkgudXopNfNodLDusPDwtLC'],
    ['Arabic', '49HNyMcgyMfhzPPt2iDl0OUg483H1tHJINrkIMfhzcfm7cfK'],
    ['four katakana, which are four characters in Taiwan as well', 'paulv6Wrpco='],
    [
      'bytes by chance',
      Buffer.from(Array.from({ length: 300 }, (_, at) => 128 + ((at * 89) % 128))).toString('base64'),
    ],
  ])('%s', (_, bytes) => expect(decode(bytesOf(bytes))).toBeUndefined())
})

describe('what is no guess', () => {
  test.each([
    ['UTF-8', Buffer.from('# 标题 été')],
    ['UTF-8 with its mark', Buffer.from('\ufeff# 标题 été')],
    ['UTF-16 with its mark', Buffer.from('\ufeff# 标题 été', 'utf16le')],
    [
      'UTF-32 with its mark',
      Buffer.from([...'\ufeff# 标题 été'].flatMap((one) => [0, 0, one.charCodeAt(0) >> 8, one.charCodeAt(0) & 255])),
    ],
  ])('%s', (_, bytes) => expect(decode(bytes)).toMatchObject({ text: '# 标题 été', isGuess: false }))
  test('the name that somebody gave', () => {
    const [, text = '', bytes = ''] = pairs.find(([encoding]) => encoding === 'euc-jp') ?? []
    expect(decode(bytesOf(bytes), 'euc-jp')).toEqual({ text: JSON.parse(text), encoding: 'euc-jp', isGuess: false })
    expect(decode(bytesOf(bytes), 'windows-1252')?.text).not.toBe(JSON.parse(text))
  })
  test('a mark is surer than a name', () => {
    expect(decode(Buffer.from('\ufeff标题', 'utf16le'), 'big5')?.text).toBe('标题')
  })
})

describe('lines in two encodings', () => {
  test.each([
    ['gb18030', '# 会议\n\n- 设计\n', '- 今天讨论了新的设计方案\n', 'LSC98czszNbC28HL0MK1xMnovMa3vbC4Cg=='],
    ['shift_jis', '# 会議\n', '- 今日は新しい設計の話をしました\n', 'LSCNoZP6gs2QVoK1gqKQ3Yx2gsyYYoLwgrWC3IK1gr0K'],
  ])('UTF-8 and %s', (encoding, first, second, bytes) => {
    const both = Buffer.concat([Buffer.from(first), bytesOf(bytes)])
    expect(decode(both)).toEqual({ text: first + second, encoding, isGuess: true })
  })
  test('a mark of UTF-8 in front of other bytes', () => {
    expect(decode(Buffer.concat([Buffer.from('\ufeff'), bytesOf('LSC98czszNbC28HL0MK1xMnovMa3vbC4Cg==')]))?.text).toBe(
      '- 今天讨论了新的设计方案\n',
    )
  })
})

describe('broken in a few places', () => {
  test('UTF-8 stays UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('大会的主题是容器'), Buffer.from([0xe5]), Buffer.from(' 和微服务')])
    expect(decode(bytes)).toEqual({ text: '大会的主题是容器\ufffd 和微服务', encoding: 'utf-8', isGuess: true })
  })
  test('a stray byte in much ASCII that is part of no word', () => {
    const bytes = Buffer.from(`${'plain words '.repeat(40)}\x81 and more`, 'latin1')
    expect(decode(bytes)?.text).toContain('\ufffd and more')
  })
})
