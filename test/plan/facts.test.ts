import { describe, expect, it } from 'vitest'
import { coverage } from '../../src/check/coverage.js'
import { blocksText } from '../../src/model/text.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { withoutLabel } from '../../src/plan/factLines.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'

/** The facts that are known, and what is on the slide below the title when there is one. */
function read(text: string) {
  const source = { file: 'notes.md', text: `${text}\n\n## First\n\nSome text, to be read.\n\n## Second\n\nMore of it.` }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: {} })
  const deck = planDeck(parseNotes(source, head, settings), settings)
  expect(coverage(source, deck, head.bodyLine).lost).toEqual([])
  const facts = Object.fromEntries(Object.entries(deck.facts).filter(([, fact]) => fact !== ''))
  const first = deck.slides.find(({ kind }) => kind === 'content')
  return { ...facts, ...(first?.bookmark === undefined ? { preface: blocksText(first?.blocks ?? []) } : {}) }
}

it('labels are left out where the place for a fact names it', () => {
  expect(withoutLabel('分享人：张三')).toBe('张三')
  expect(withoutLabel('Speaker: Jane Doe')).toBe('Jane Doe')
  expect(withoutLabel('分享人：张三 · 记录：李四')).toBe('张三 · 李四')
  expect(withoutLabel('KubeCon: the sequel')).toBe('KubeCon: the sequel')
})

describe('footnotes of facts', () => {
  const opening = (text: string) => {
    const source = { file: 'notes.md', text: `${text}\n\n## First\n\nSome text, to be read.\n\n## Second\n\nMore.` }
    const head = readFrontMatter(source)
    const { settings } = resolveSettings({ front: head.front, flags: {} })
    const { facts, factMarks, slides } = planDeck(parseNotes(source, head, settings), settings)
    return {
      facts,
      factMarks,
      title: slides[0]?.title,
      kinds: slides.map(({ kind }) => kind),
      foot: blocksText(slides[0]?.blocks ?? []),
    }
  }

  it('leave them facts, and stand at the foot of the title slide', () => {
    const { facts, factMarks, kinds, foot } = opening(
      '# 云原生\n\n演讲者：张三[^3]\n时间：2025-03-01\n\n[^3]: 某云首席架构师。',
    )
    expect(facts).toMatchObject({ author: '演讲者：张三', date: '时间：2025-03-01' })
    expect(factMarks).toEqual({ author: [{ kind: 'footnote', label: '3', number: 1 }] })
    expect(kinds).toEqual(['title', 'content', 'content'])
    expect(foot).toBe('某云首席架构师。')
  })

  it('may be named in the front matter', () => {
    const { facts, factMarks, title, kinds, foot } = opening(
      '---\ntitle: 云原生可观测性[^1]\nspeakers:\n  - Ann\n  - Bob[^b]\nevent: QCon[^none]\n---\n\n[^1]: 现场速记。\n[^b]: Of Acme.',
    )
    expect(title).toEqual([
      { kind: 'text', text: '云原生可观测性' },
      { kind: 'footnote', label: '1', number: 1 },
    ])
    expect(facts).toMatchObject({ author: 'Ann, Bob', event: 'QCon[^none]' })
    expect(factMarks).toEqual({ author: [{ kind: 'footnote', label: 'b', number: 2 }] })
    expect(kinds).toEqual(['title', 'content', 'content'])
    expect(foot).toBe('现场速记。\nOf Acme.')
  })

  it('leave a heading below the title of the front matter the subtitle', () => {
    const { facts, factMarks, kinds, foot } = opening(
      '---\ntitle: Short\n---\n# A longer heading of the talk[^1]\n\n[^1]: Slides at x.',
    )
    expect(facts.subtitle).toBe('A longer heading of the talk')
    expect(factMarks).toEqual({ subtitle: [{ kind: 'footnote', label: '1', number: 1 }] })
    expect(kinds).toEqual(['title', 'content', 'content'])
    expect(foot).toBe('Slides at x.')
  })
})

describe('the lines below the title', () => {
  it.each([
    [
      '# KubeCon 见闻\n\n时间：2018年11月14日 9:30–18:00\n地点：上海跨国采购会展中心\n主题：云原生与服务网格\n分享人：张三\n会议：KubeCon China 2018',
      {
        subtitle: '主题：云原生与服务网格',
        event: '会议：KubeCon China 2018',
        place: '地点：上海跨国采购会展中心',
        date: '时间：2018年11月14日 9:30–18:00',
        author: '分享人：张三',
      },
    ],
    [
      '# 云原生大会笔记\n\nKubeCon China 2018\n\n上海\n\n2018年11月14日\n\n李四',
      { event: 'KubeCon China 2018', place: '上海', date: '2018年11月14日', author: '李四' },
    ],
    [
      '# 云原生大会笔记\nKubeCon China 2018\n上海世博中心\n2018.11.13-15\n王小明（某云）',
      { event: 'KubeCon China 2018', place: '上海世博中心', date: '2018.11.13-15', author: '王小明（某云）' },
    ],
    [
      '# 微服务\n\n- **作者：** 陈六\n- **日期：** 2019-06-24\n- **地点：** 北京国家会议中心',
      { place: '地点： 北京国家会议中心', date: '日期： 2019-06-24', author: '作者： 陈六' },
    ],
    [
      '# What I learned\n\nKubeCon North America 2017\nAustin, Texas\n6 December 2017\nJane Doe',
      { event: 'KubeCon North America 2017', place: 'Austin, Texas', date: '6 December 2017', author: 'Jane Doe' },
    ],
    [
      '# What I learned\n\nDate: Dec 6, 2017\nVenue: Austin Convention Center\nSpeaker: Jane Doe, Acme Inc.\nEvent: KubeCon',
      {
        event: 'Event: KubeCon',
        place: 'Venue: Austin Convention Center',
        date: 'Date: Dec 6, 2017',
        author: 'Speaker: Jane Doe, Acme Inc.',
      },
    ],
    [
      '# Notes\n\nGopherCon 2019, San Diego\n\nJuly 24-27, 2019\n\nby Jane Doe\n\nWhat stayed with me',
      {
        subtitle: 'What stayed with me',
        event: 'GopherCon 2019, San Diego',
        date: 'July 24-27, 2019',
        author: 'by Jane Doe',
      },
    ],
    ['# 分享\n\n讲者：赵七、钱八\n时间：下周三 14:00', { date: '时间：下周三 14:00', author: '讲者：赵七、钱八' }],
    [
      '# 分享\n\n- 时间：2018-11-14\n- 地点：上海\n- 参会：张三，李四\n- 分享人：王五\n- 记录：赵六',
      { date: '时间：2018-11-14', place: '地点：上海 · 参会：张三，李四', author: '分享人：王五 · 记录：赵六' },
    ],
    [
      '# Notes\n\nDate: Dec 6, 2017\nSpeaker: Jane Doe\nNotes by: John Roe\nDuration: 45 min',
      { date: 'Date: Dec 6, 2017', author: 'Speaker: Jane Doe · Notes by: John Roe', place: 'Duration: 45 min' },
    ],
  ])('become facts: %j', (text, facts) => {
    expect(read(text)).toEqual(facts)
  })

  it.each([
    ['points of the talk', '# Release\n\n- May 2018: beta\n- stable core\n- faster start\n- smaller image'],
    ['points with a date among them', '# Docker\n\n- 2018年11月14日 发布 1.0 版本\n- 高可用\n- 安全\n- 金融级'],
    ['what has a label of its own', '# 会议\n\n- 时间：14:00\n- 人数：200\n- 预算：待定的一些'],
    ['as many labels as facts', '# 会议\n\n- 时间：14:00\n- 地点：上海\n- 人数：200\n- 预算：待定'],
    ['numbered points', '# Plan\n\n1. 2018-11-14\n2. Shanghai\n3. Jane Doe'],
    ['tasks', '# Plan\n\n- [ ] 2018-11-14\n- [x] Shanghai'],
    ['two lines that say nothing in particular', '# T\n\n- 2018-11-14\n- one thing\n- another thing'],
    ['two dates', '# T\n\n- 2018-11-14\n- 2018-11-15\n- Shanghai'],
    ['nested points', '# T\n\n- 2018-11-14\n  - Shanghai\n- Jane Doe'],
  ])('stay what they are: %s', (_, text) => {
    const said = read(text)
    expect(Object.keys(said)).toEqual(['preface'])
  })

  it('are taken up to the first that is something else', () => {
    expect(read('# T\n\nKubeCon 2018\n\n上海\n\n2018-11-14\n\n这次去的人很多，场场都满。\n\n- 一点\n- 两点')).toEqual({
      event: 'KubeCon 2018',
      place: '上海',
      date: '2018-11-14',
      preface: '这次去的人很多，场场都满。\n一点\n两点',
    })
  })

  it('are no more than what stands apart from them', () => {
    expect(read('# T\n\n时间：2018-11-14\n地点：上海\n\n结论：网格可用')).toEqual({
      date: '时间：2018-11-14',
      place: '地点：上海',
      preface: '结论：网格可用',
    })
  })

  it('are not asked for what the front matter says', () => {
    expect(read('---\nauthor: 张三\n---\n# T\n\n时间：2018-11-14\n地点：上海')).toEqual({
      author: '张三',
      date: '时间：2018-11-14',
      place: '地点：上海',
    })
  })
})
