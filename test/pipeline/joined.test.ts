import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { outlineOf } from '../../src/check/outline.js'
import { commonFolder, joinedPath } from '../../src/io/commonFolder.js'
import { plainText } from '../../src/model/text.js'
import { visitBlocks } from '../../src/model/visit.js'
import { planNotes } from '../../src/pipeline.js'
import { folderWith } from '../io/folders.js'

async function joined(files: Readonly<Record<string, string>>, settings = {}) {
  const folder = await folderWith(files)
  const paths = Object.keys(files).map((name) => join(folder, name))
  const planned = await planNotes({ notes: joinedPath(paths), joined: paths, settings })
  return { folder, ...planned }
}

/** Each section with its divider. */
const plainly = { compose: 'plain' }

const DAYS = {
  'day-1.md': '# The first day\n\nA word[^1].\n\n## Opening\n\nText, see [two](day-2.md#talk-a).\n\n[^1]: One.\n',
  'day-2.md':
    '---\ntitle: Day two\nauthor: Ann\n---\nIntro[^1].\n\n# Talk A\n\n![p](./p.png)\n\n# Talk B\n\n###Bad\n\nx\n\n[^1]: Two.',
  'in/day-3.md': '## Only a talk\n\n![s](img/s.png) and [back](../day-1.md)\n\nTODO',
}

describe('several files in one deck', () => {
  test('a section for each, under its heading, the title of its front matter, or its name', async () => {
    const { deck } = await joined(DAYS)
    expect(deck.sections.map(({ title }) => plainText(title))).toEqual(['The first day', 'Day two', 'Day 3'])
    expect(deck.slides.filter(({ kind }) => kind === 'agenda')).toHaveLength(1)
    expect(deck.slides.map(({ title }) => plainText(title))).toContain('Talk A')
  })

  test('the title is what was asked for, what an index says, or the name of the folder', async () => {
    expect((await joined(DAYS, { title: 'All' })).deck.title).toBe('All')
    expect((await joined({ ...DAYS, 'index.md': '# The talks\n\nWhat it was.\n' })).deck.title).toBe('The talks')
    expect((await joined({ 'k8s days/a.md': '# A', 'k8s days/b.md': '# B' })).deck.title).toBe('K8s days')
  })

  test('findings and the outline name the file and the line in it', async () => {
    const { deck, folder } = await joined(DAYS)
    const { findings, slides } = outlineOf(deck)
    const at = (code: string) => findings.filter((each) => each.code === code).map(({ file, line }) => [file, line])
    expect(at('heading-space')).toEqual([[join(folder, 'day-2.md'), 13]])
    expect(at('placeholder')).toEqual([[join(folder, 'in/day-3.md'), 5]])
    const talk = slides.find(({ title }) => title === 'Talk A')
    expect([talk?.file, talk?.lines[0]]).toEqual([join(folder, 'day-2.md'), 7])
  })

  test('slides that somebody wrote stay those slides', async () => {
    const { deck } = await joined({
      'a.md': '---\nmarp: true\n---\n\n# A\n\n---\n\n![bg](a.png)\n\nwords\n',
      'in/b.md': '---\ntitle: B\nformat: revealjs\n---\n\n## C\n\n![c](c.png)\n',
    })
    expect(deck.slides.map(({ title }) => plainText(title))).toEqual(['A', '', 'B', 'C'])
    expect(deck.slides[1]?.wish?.backgrounds).toEqual([{ picture: 'a.png' }])
    expect(JSON.stringify(deck.slides[3])).toContain('"src":"in/./c.png"')
  })

  test('slides among notes are notes', async () => {
    const { deck } = await joined({ 'a.md': '---\nmarp: true\n---\n\n# A\n\n---\n\nwords\n', 'b.md': '# B\n\nwords' })
    expect(deck.sections.map(({ title }) => plainText(title))).toEqual(['A', 'B'])
  })

  test('footnotes are counted on, pictures and links count from the folder of their file', async () => {
    const { deck } = await joined(DAYS, plainly)
    const said = JSON.stringify(deck.slides)
    expect(said).toContain('"src":"./p.png"')
    expect(said).toContain('"src":"in/./img/s.png"')
    expect(said).toContain('"href":"#talk-a"')
    expect(said).toContain('"href":"#the-first-day"')
    const numbers: (number | undefined)[] = []
    for (const { blocks } of deck.slides)
      visitBlocks(blocks, (block) => block.kind === 'footnote' && numbers.push(block.number))
    expect(numbers).toEqual([1, 2])
  })

  test('links lead to headings of their own file, or of the one that they name', async () => {
    const day = (name: string, links: string): string => `# ${name}\n\n${links}\n\n## Summary\n\nIt was ${name}.\n`
    const { deck } = await joined(
      {
        'a.md': day('One', '[s](#summary) [b](b.md) [t](./b.md#Summary) [gone](c.md)'),
        'b.md': day('Two', '[s](#summary) [o](a.md#one) [n](a.md#gone)'),
      },
      plainly,
    )
    const said = [
      ...JSON.stringify(deck.slides).matchAll(/"href":"([^"]+)","children":\[\{"kind":"text","text":"(\w+)"/g),
    ]
    const summaries = deck.slides.filter(({ title }) => plainText(title) === 'Summary').map(({ id }) => `#${id}`)
    expect(
      said.filter(([, , words = '']) => /^[a-z]/.test(words)).map(([, href, words]) => `${words} ${href}`),
    ).toEqual([
      `s ${summaries[0]}`,
      'b #two',
      `t ${summaries[1]}`,
      'gone c.md',
      `s ${summaries[1]}`,
      'o #one',
      'n #gone',
    ])
    const told = deck.findings.filter(({ code }) => code.startsWith('link-'))
    expect(told.map(({ code }) => code)).toEqual(['link-nowhere', 'link-beside'])
  })

  test('no word is lost, whatever stands in front matter', async () => {
    const { covered } = await joined(DAYS)
    expect(covered.lost).toEqual([])
  })

  test('what all say of themselves is said of the deck, what one says of its part', async () => {
    const head = (author: string): string => `---\nauthor: ${author}\nevent: KubeCon\n---\n# By ${author}\n\ntext\n`
    const { deck } = await joined({ 'a.md': head('Ann'), 'b.md': head('Bob') })
    expect(deck.facts).toMatchObject({ event: 'KubeCon', author: '' })
    const said = JSON.stringify(deck.slides)
    expect(said).toContain('"text":"Ann"')
    expect(said).toContain('"text":"Bob"')
    expect(said).not.toContain('Ann · KubeCon')
  })
})

test('files that share no folder but that of everybody are not joined', () => {
  expect(() => commonFolder(['/a/x.md', '/b/y.md'])).toThrow('no folder in common')
})
