import { describe, expect, it } from 'vitest'
import { outlineOf, outlineText } from '../../src/check/outline.js'
import { displayWidth } from '../../src/model/text.js'
import { h, list, p, plan } from '../plan/build.js'

const deck = plan(
  [
    h(1, '大会'),
    h(2, '第一天'),
    h(3, '上午'),
    list('甲', '乙'),
    h(3, 'Afternoon'),
    h(4, 'A talk'),
    p('Three more words, and the rest of it.'),
    h(2, '第二天', { inferred: 'date' }),
    h(3, '开场'),
    h(3, '\u001b[31m很长的标题'.repeat(7)),
    p('Text.'),
  ],
  {},
  {
    lang: 'zh-Hans',
    findings: [{ code: 'heading-inferred', place: { line: 8 }, facts: { text: '第二天', from: 'date' } }],
  },
)

describe('outlineOf', () => {
  it('has the documented shape', () => {
    const outline = outlineOf(deck)
    expect(Object.keys(outline)).toEqual(['title', 'lang', 'slides', 'findings'])
    expect(outline.slides[3]).toEqual({
      id: '上午',
      kind: 'content',
      layout: 'points',
      title: '上午',
      section: '第一天',
      lines: [3, 4],
      words: 4,
      seconds: 5,
    })
    expect(outline.slides[0]).toMatchObject({ id: 'title', section: null })
    expect(outline.findings).toMatchObject([{ code: 'heading-inferred', file: 'my-notes.md', line: 8 }])
    expect(JSON.parse(JSON.stringify(outline))).toEqual(outline)
  })
})

describe('outlineText', () => {
  const lines = outlineText(deck).split('\n')

  it('shows the tree with parents, inferred headings and lines', () => {
    expect(lines.slice(0, 10)).toMatchInlineSnapshot(`
      [
        "大会",
        "2 sections, 8 slides, about 1 min, zh-Hans",
        "",
        "                                                                  layout     lines  words  time",
        "议程                                                              agenda",
        "第一天                                                            section        2      3  0:05",
        "  上午                                                            points       3–4      4  0:05",
        "  Afternoon",
        "    A talk                                                        statement    6–7     10  0:05",
        "~ 第二天                                                          section        8      3  0:05",
      ]
    `)
  })

  it('keeps its columns in line beside Chinese, and control characters out', () => {
    const column = (word: string): number => {
      const line = lines.find((each) => each.includes(`  ${word} `)) ?? ''
      return displayWidth(line.slice(0, line.indexOf(`  ${word} `)))
    }
    expect(column('points')).toBeGreaterThan(20)
    expect(column('points')).toBe(column('statement'))
    expect(column('points')).toBe(column('layout'))
    expect(outlineText(deck)).not.toContain('\u001b')
    expect(Math.max(...lines.map(displayWidth))).toBeLessThan(100)
  })

  it('says how long the talk may be, beside how long its words take', () => {
    const timed = plan([h(1, '大会'), h(2, '上午'), list('甲'.repeat(1100))], { duration: '45' })
    expect(outlineText(timed).split('\n')[1]).toMatch(/ about 5 of 45 min, /)
  })
})
