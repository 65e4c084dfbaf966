/** What a build says of the one before it, for the edits that people make: what they would say themselves. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changesLine, type NamedSlide } from '../src/diff/changes.js'
import { noFormats } from '../src/model/format.js'
import { buildDecks } from '../src/pipeline.js'
import { folderWith } from './io/folders.js'

const opening = '### 开场\n\n- 微服务\n- 无服务\n- 服务网格\n\n'
const mesh = '### Service mesh\n\nIt runs beside the service and sees all traffic.\n\n- Envoy\n- Istio\n\n'
const picture = '### 图\n\n![架构](p.svg)\n\n'
const secondDay = '## 第二天\n\n### 结束语\n\n谢谢大家，明年再见。\n\n### Q&A\n\n- 多少节点？\n- 成本如何？\n'
const notes = `# 云原生大会\n\n大会笔记\n\n## 第一天\n\n${opening}${mesh}${picture}${secondDay}`
const svg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="${colour}"/></svg>`

interface Edit {
  readonly says: string
  readonly text?: string
  readonly picture?: string
  readonly settings?: Readonly<Record<string, string>>
}

const edits: Readonly<Record<string, Edit>> = {
  nothing: { says: 'no slide changed' },
  'blank lines': { text: notes.replaceAll('\n\n', '\n\n\n'), says: 'no slide changed' },
  'a word': { text: notes.replace('beside', 'next to'), says: '1 changed: “Service mesh” (line 13)' },
  'emphasis alone': { text: notes.replace('Envoy', '**Envoy**'), says: '1 changed: “Service mesh” (line 13)' },
  'what the speaker says': {
    text: notes.replace(mesh, `${mesh}<!-- 别忘了演示 -->\n\n`),
    says: '1 changed: “Service mesh” (line 13)',
  },
  'the title of a slide': {
    text: notes.replace('### Service mesh', '### 服务网格是什么'),
    says: '1 changed: “服务网格是什么” (line 13)',
  },
  'the title of a section': {
    text: notes.replace('## 第二天', '## 次日'),
    says: '2 changed: “议程”, “次日” (line 24)',
  },
  'the title of all': {
    text: notes.replace('# 云原生大会', '# 云原生大会 2018'),
    says: '1 changed: “云原生大会 2018” (line 1)',
  },
  'a slide moved into another section': {
    text: `${notes.replace(mesh, '')}\n${mesh}`,
    says: '1 moved: “Service mesh” (line 28)',
  },
  'two slides swapped': {
    text: notes.replace(opening + mesh, mesh + opening),
    says: '1 moved: “Service mesh” (line 7)',
  },
  'a slide cut in two': {
    text: notes.replace('- Envoy', '### Proxies\n\n- Envoy'),
    says: '1 changed: “Service mesh” (line 13); 1 added: “Proxies” (line 17)',
  },
  'a new section in front': {
    text: notes.replace('## 第一天', '## 预备日\n\n### 到达\n\n- 机场\n- 酒店\n\n## 第一天'),
    says: '1 changed: “议程”; 1 added: “到达” (line 5)',
  },
  // There is but one day left: it needs no divider and no agenda, and its name goes onto the title slide.
  'a section removed': {
    text: notes.replace(secondDay, ''),
    says: '1 changed: “云原生大会” (line 1); 5 removed: “议程”, “第一天”, “第二天”, “结束语”, “Q&A”',
  },
  'another picture of the same name': { picture: svg('blue'), says: '1 changed: “图” (line 20)' },
  'another template': { settings: { template: 'night' }, says: 'another look' },
  'an accent': { settings: { accent: '#080' }, says: 'another look' },
}

test.each(Object.entries(edits))(
  '%s',
  async (_, { text = notes, picture: drawn = svg('red'), settings = {}, says }) => {
    const folder = await folderWith()
    const build = async (content: string, picture: string, flags: Readonly<Record<string, string>>) => {
      await writeFile(join(folder, 'n.md'), content)
      await writeFile(join(folder, 'p.svg'), picture)
      const request = { notes: join(folder, 'n.md'), name: 'n', folder: join(folder, 'dist'), formats: noFormats }
      for await (const deck of buildDecks([{ ...request, offline: true, refresh: false, settings: flags }], {}))
        return deck.changes
      throw new Error('nothing was built')
    }
    expect(await build(notes, svg('red'), {})).toBeUndefined()
    const changes = await build(text, drawn, settings)
    expect(changes && changesLine(changes)).toBe(says)
  },
)

const slides = (count: number, number: number | null): readonly NamedSlide[] =>
  Array.from({ length: count }, (_, index) => ({ id: `s${index}`, title: `Slide ${index}`, line: index + 1, number }))
const nothing = { added: [], changed: [], moved: [], removed: [], look: false }

test('many slides are a few names and how many more, and a long title is known by its beginning', () => {
  expect(changesLine({ ...nothing, changed: slides(18, null) })).toMatch(
    /^18 changed: “Slide 0” \(line 1\), .*“Slide 5” \(line 6\) and 12 more$/,
  )
  expect(changesLine({ ...nothing, changed: slides(7, null) })).toMatch(/“Slide 6” \(line 7\)$/)
  const title = '一'.repeat(100)
  expect(changesLine({ ...nothing, added: [{ id: 'a', title, line: 3, number: null }] })).toBe(
    `1 added: “${'一'.repeat(19)}…” (line 3)`,
  )
})

test('a number is said once a browser has seen it', () => {
  expect(changesLine({ ...nothing, moved: slides(1, 12) })).toBe('1 moved: “Slide 0” (slide 12, line 1)')
})
