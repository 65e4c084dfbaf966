import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/model/text.js'
import { isAttribution, readQuotation } from '../../src/plan/attribution.js'
import { p } from './build.js'

const byOf = (...blocks: Parameters<typeof readQuotation>[0]) => {
  const { by } = readQuotation(blocks)
  return by && plainText(by)
}

describe('readQuotation', () => {
  it('finds whose words they are in a paragraph, a line or the end of a line of its own', () => {
    expect(byOf(p('Simple made easy.'), p('— Rich'))).toBe('— Rich')
    const lines = p('', {
      inlines: [{ kind: 'text', text: '势不可挡' }, { kind: 'break' }, { kind: 'text', text: '—— 主持人' }],
    })
    expect(byOf(lines)).toBe('—— 主持人')
    expect(readQuotation([lines]).words).toEqual([{ ...lines, inlines: lines.inlines.slice(0, 1) }])
    expect(byOf(p('Simple made easy. — Rich'))).toBe('— Rich')
  })

  it('leaves dashes alone that say something else', () => {
    expect(byOf(p('Fast — and small.'))).toBeUndefined()
    expect(byOf(p('— Rich'))).toBeUndefined()
    expect(byOf(p('One.'), p('Two.'))).toBeUndefined()
    expect(isAttribution(p(`— ${'long '.repeat(30)}`))).toBe(false)
    expect(isAttribution(p('-----'))).toBe(false)
  })

  it('keeps every word', () => {
    const blocks = [p('He said “Yes.” — Rich, at noon')]
    const { words, by } = readQuotation(blocks)
    const said = words.map((block) => (block.kind === 'paragraph' ? plainText(block.inlines) : ''))
    expect(`${said.join('')} ${plainText(by ?? [])}`).toBe('He said “Yes.” — Rich, at noon')
  })
})
