import { describe, expect, it } from 'vitest'
import { titleLength } from '../../src/render/title.js'
import { text } from '../plan/build.js'

describe('titleLength', () => {
  it('counts columns, of which a Chinese character takes two', () => {
    const lengths = [63, 64, 96, 160, 2000].map((columns) => titleLength(text('x'.repeat(columns))))
    expect(lengths).toEqual([undefined, 'long', 'longer', 'longest', 'longest'])
    expect(titleLength(text('字'.repeat(48)))).toBe('longer')
    expect(titleLength([])).toBeUndefined()
  })
})
