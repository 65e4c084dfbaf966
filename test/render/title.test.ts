import { describe, expect, it } from 'vitest'
import { renderTitle, titleLength } from '../../src/render/title.js'
import { text } from '../plan/build.js'

describe('titleLength', () => {
  it('counts columns, of which a Chinese character takes two', () => {
    const lengths = [63, 64, 96, 160, 2000].map((columns) => titleLength(text('x'.repeat(columns))))
    expect(lengths).toEqual([undefined, 'long', 'longer', 'longest', 'longest'])
    expect(titleLength(text('字'.repeat(48)))).toBe('longer')
    expect(titleLength([])).toBeUndefined()
  })
})

describe('renderTitle', () => {
  const html = (title: string, layout?: 'statement') =>
    renderTitle(text(title), { pictures: new Map(), targets: new Set() }, 'zh', layout).replaceAll('<wbr>', '|')

  it('lets lines of long Chinese titles end between phrases', () => {
    expect(html('落地实践与经验复盘', 'statement')).toBe('落地实践与经验复盘')
    expect(html('落地实践与经验复盘落地实践与 Kubernetes 经验', 'statement')).toBe(
      '落地|实践|与经验|复盘|落地|实践|与 Kubernetes 经验',
    )
  })

  it('keeps clauses together that have room on one line', () => {
    expect(html('Agentic AI：从风险意识到控管')).toBe(
      '<span class="clause">Agentic AI：</span><span class="clause">从风险|意识|到控管</span>',
    )
    expect(html('我们的服务网格 / 云原生的平台 & 我')).toBe(
      '<span class="clause">我们的|服务网格 /</span> <span class="clause">云原生的|平台 &amp; 我</span>',
    )
  })

  it('lets lines end anywhere between phrases where clauses are uneven, or one is too long', () => {
    expect(html('好，从风险意识到实务控管')).not.toContain('clause')
    expect(html('从风险意识到实务控管从风险意识到实务控管：从风险意识到实务控管')).not.toContain('clause')
    expect(html('从风险意识到实务的一切控管！')).not.toContain('clause')
  })

  it('does not tear brackets or figures at a space', () => {
    expect(html('The second annual meeting (San Francisco)')).toContain('<span class="held">(San Francisco)</span>')
    expect(html('我们在深圳 8 月创客与智能硬件专题')).toContain('<span class="held">8 月</span>')
    expect(html('The second annual meeting (San Francisco and all of the bay)')).not.toContain('held')
  })
})
