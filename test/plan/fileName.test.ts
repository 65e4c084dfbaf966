import { describe, expect, it } from 'vitest'
import { talkOfFile, titleOfFile } from '../../src/plan/fileName.js'
import { p, plan } from './build.js'

describe('names of files that say more than the title', () => {
  it.each([
    [
      '2018 KubeCon - Service Mesh in Practice - Jane Doe.md',
      'Service Mesh in Practice',
      { event: '2018 KubeCon', author: 'Jane Doe' },
    ],
    ['notes/QCon 2019 广州 – 云原生实践 – 张三.md', '云原生实践', { event: 'QCon 2019 广州', author: '张三' }],
    [
      '2018-11-14 - KubeCon China - multi-cluster for all - Jane Doe & John Roe.md',
      'Multi-cluster for all',
      { event: 'KubeCon China', date: '2018-11-14', author: 'Jane Doe & John Roe' },
    ],
    ['20181114 - Service Mesh - Jane Doe, Acme.md', 'Service Mesh', { date: '2018-11-14', author: 'Jane Doe, Acme' }],
    ['2018_KubeCon_-_Service_Mesh_-_Jane_Doe.md', 'Service Mesh', { event: '2018 KubeCon', author: 'Jane Doe' }],
    ['2018 KubeCon - Keynote - Service Mesh.md', 'Keynote - Service Mesh', { event: '2018 KubeCon' }],
    ['DevOpsDays - Service Mesh - part 2.md', 'Service Mesh - part 2', { event: 'DevOpsDays' }],
    ['KubeCon 2018 - Service Mesh in Practice.md', 'Service Mesh in Practice', { event: 'KubeCon 2018' }],
    [
      'GopherChina 大会 - 调度器 - 李四 - 2021-06-26.md',
      '调度器',
      { event: 'GopherChina 大会', date: '2021-06-26', author: '李四' },
    ],
  ])('%s', (file, title, facts) => {
    expect(talkOfFile(file)).toEqual({ title, facts })
  })

  it.each([
    'Service Mesh - notes.md',
    'Kubernetes - Service Mesh.md',
    'KubeCon - Jane Doe.md',
    'KubeCon 2018 - Day 1.md',
    '2018-11-14 - team meeting.md',
    'Kubernetes - networking - part 2.md',
    'kubecon-2017-day-1.md',
    '2018-11-14.md',
    'a - b - c - d - e - f - g - h.md',
    ' - .md',
    'README.md',
    '',
  ])('%s stays a title', (file) => {
    expect(talkOfFile(file)).toEqual({ title: titleOfFile(file), facts: {} })
  })
})

it('is on the cover where the notes have no title, and behind what they say themselves', () => {
  const file = '2018 KubeCon - Service Mesh - Jane Doe.md'
  const bare = plan(
    [p('A first paragraph that is about nothing in particular, but long enough for one.')],
    {},
    { file },
  )
  expect([bare.title, bare.facts.event, bare.facts.author]).toEqual(['Service Mesh', '2018 KubeCon', 'Jane Doe'])
  const own = plan([p('Some text of these notes.')], { title: 'Own', author: 'John Roe' }, { file })
  expect([own.title, own.facts.event, own.facts.author]).toEqual(['Own', '', 'John Roe'])
  expect(plan([p('Some text.')], { author: 'John Roe' }, { file }).facts.author).toBe('John Roe')
})
