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
})
