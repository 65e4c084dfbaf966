import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'

const frontOf = (text: string) =>
  Object.fromEntries(
    Object.entries(readFrontMatter({ file: 'x.md', text }).front).map(([key, { value }]) => [key, value]),
  )

describe('readFrontMatter', () => {
  it('reads other names of a setting under its own', () => {
    expect(frontOf('---\nSpeakers: [甲, Ann]\nconference: KubeCon\n地点: 上海\nwhen: 2018\n---\n')).toEqual({
      author: ['甲', 'Ann'],
      event: 'KubeCon',
      place: '上海',
      date: 2018,
    })
  })

  it.each(['author: A\nspeaker: B', 'speaker: B\nauthor: A'])('prefers its own name: %j', (lines) => {
    expect(frontOf(`---\n${lines}\n---\n`)).toEqual({ author: 'A' })
  })

  it.each([
    ['---\ntit', true],
    ['---\ntitle:', true],
    ['---\nlang: zh\n\ntitle: 大', true],
    ['---\nauthor:\n  - Ann\n  - Bo\nda', true],
    ['---\ntitle: 大会\n\n# One', false],
    ['---\ntitle: 大会\nHere it begins.', false],
    ['---\nHere it begins.', undefined],
    ['---\nlang: zh\n---\n', undefined],
  ])('tells half a front matter from one that is followed by text: %j', (text, alone) => {
    const found = readFrontMatter({ file: 'x.md', text }).findings.filter(
      ({ code }) => code === 'front-matter-unclosed',
    )
    expect(found.map(({ facts }) => 'alone' in facts)).toEqual(alone === undefined ? [] : [alone])
  })
})
