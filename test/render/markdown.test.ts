/** Clean Markdown of repaired notes: reads back as the same notes, needs no repair any more, and is what one would write by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FindingCode } from '../../src/model/finding.js'
import type { Block, Inline, Notes, Paragraph, TableCell } from '../../src/model/notes.js'
import { visitBlocks } from '../../src/model/visit.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { knownKeys } from '../../src/parse/plainHead.js'
import { notesMarkdown } from '../../src/render/markdown/notesMarkdown.js'
import { withOwnPictures } from '../../src/render/markdown/ownPictures.js'
import { askedByHeadings } from '../../src/render/markdown/slideWishes.js'
import { resolveSettings } from '../../src/settings/resolve.js'
import { framedTrees, inlineTrees } from './inlineTrees.js'

function read(text: string): Notes {
  const source = { file: 'x.md', text }
  const head = readFrontMatter(source)
  return parseNotes(source, head, resolveSettings({ front: head.front, flags: {} }).settings, readHtml)
}

const again = (text: string): string => notesMarkdown(read(text))

/** What the notes say, without where they say it and what was made up on the way; two texts in a row are one. */
const said = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(said).reduce<readonly unknown[]>(withText, [])
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([name]) => !['lines', 'line', 'column', 'inferred', 'slide'].includes(name),
  )
  // What is private stays so: a line that is not finished may be a comment from then on.
  const known = (name: string, inner: unknown): unknown =>
    name === 'origin' && inner !== 'written' ? 'private' : inner
  return Object.fromEntries(kept.map(([name, inner]) => [name, said(known(name, inner))]))
}

const withText = (all: readonly unknown[], one: unknown): readonly unknown[] => {
  const last = textOf(all.at(-1))
  const text = textOf(one)
  return last === undefined || text === undefined
    ? [...all, one]
    : [...all.slice(0, -1), { kind: 'text', text: last + text }]
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'text' && 'text' in value
    ? String(value.text)
    : undefined

/** What clean notes may still be told: that something is missing in them, in them twice, or for nothing. */
const ofContent: readonly FindingCode[] = [
  'placeholder',
  'repeated-lines',
  'notes-empty',
  'footnote-undefined',
  'footnote-unused',
  'speaker-notes',
]

const folder = (path: string): string => join(import.meta.dirname, '..', path)
const notes = ['parse/fixtures', '../notes', 'browser/decks'].flatMap((path) =>
  readdirSync(folder(path))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(path, name)),
)

describe.each(notes)('%s', (path) => {
  const before = read(readFileSync(folder(path), 'utf8'))
  const text = notesMarkdown(before)
  const after = read(text)

  it('says the same', () => {
    const asked = before.read === 'slides' ? askedByHeadings(before.blocks) : before.blocks
    expect(said(after.blocks)).toEqual(said(asked))
    const { read: _, ...front } = after.front
    // Of slides, what tells another tool something is left out.
    const kept = Object.entries(before.front).filter(([name]) => before.read === 'notes' || knownKeys.has(name))
    const { read: __, ...written } = Object.fromEntries(kept)
    expect(said(front)).toEqual(said(written))
    expect(after.read).toBe(before.read)
    expect(after.lang).toBe(before.lang)
  })

  it('is written the same the second time', () => {
    expect(notesMarkdown(after)).toBe(text)
  })

  it('needs no repair', () => {
    // Only markers that Markdown has not are still read as such.
    const allowed = [...ofContent, ...(hasTextMarkers(before) ? ['list-marker'] : [])]
    expect(after.findings.filter(({ code }) => !allowed.includes(code))).toEqual([])
  })

  it('is tidy', () => {
    const outside = text.replace(/^( *)(`{3,}).*\n[\s\S]*?^\1\2$|<!--[\s\S]*?-->/gm, 'x')
    expect(outside).not.toMatch(/[ \t]$/m)
    expect(outside).not.toMatch(/\n\n\n/)
    expect(text).toMatch(/^$|[^\n]\n$/)
  })
})

function hasTextMarkers({ blocks }: Notes): boolean {
  let found = false
  visitBlocks(blocks, (block) => {
    if (block.kind === 'list' && block.numbers !== undefined && block.numbers !== 'decimal') found = true
  })
  return found
}

describe('by hand one would write', () => {
  it.each([
    ['headings with their levels', '##A\n\ntext\n\n###\n\n＃＃ B', '## A\n\ntext\n\n## B\n'],
    ['lists with their numbers', '3、三\n4、四', '3. 三\n4. 四\n'],
    ['other numbers as they are', '一、甲\n二、乙\n\n文。\n\n①甲\n②乙', '一、甲\n\n二、乙\n\n文。\n\n① 甲\n\n② 乙\n'],
    ['lists in lists', '* a\n\t* b\n\t\t1) c\n* d', '- a\n  - b\n    1. c\n- d\n'],
    ['two lists in a row apart', 'Alpha\nBeta\n\nGamma\nDelta', '- Alpha\n- Beta\n\n* Gamma\n* Delta\n'],
    ['numbers that go on in lists', '- a\n\n  3. c', '- a\n\n  3. c\n'],
    ['tasks', '- [X] a\n- [ ] b', '- [x] a\n- [ ] b\n'],
    ['more than a line in an item', '1. a\n\n   b\n2. c', '1. a\n\n   b\n\n2. c\n'],
    ['tables in columns', '|名|n|\n|-|-:|\n|云原生|1|', '| 名     |   n |\n| ------ | --: |\n| 云原生 |   1 |\n'],
    ['bars in tables', '|a|\n|-|\n|`x\\|y` \\| z|', '| a           |\n| ----------- |\n| `x\\|y` \\| z |\n'],
    ['longer fences', '````md\n```\n````', '````md\n```\n````\n'],
    ['quotes and callouts', '> a\n>\n> - b\n\n> [!tip] c\n> d', '> a\n>\n> - b\n\n> [!TIP] c\n> d\n'],
    ['definitions', '云\n: 雨\n: 雪', '云\n: 雨\n: 雪\n'],
    ['footnotes', '# A\n\na[^1] b\n\n[^1]: c\n\n    d\n\n# B', '# A\n\na[^1] b\n\n[^1]: c\n\n    d\n\n# B\n'],
    ['footnotes in place', 'a^[c] b', 'a[^1] b\n\n[^1]: c\n'],
    ['pictures with captions', '![a](<b c.png> "d")', '![a](<b c.png> "d")\n'],
    ['pictures in links', '- [![a](b.png "c")](<d e>)', '- [![a](b.png "c")](<d e>)\n'],
    ['addresses', 'See https://a.bc/d_e and [e](https://f.gh).', 'See <https://a.bc/d_e> and [e](https://f.gh).\n'],
    ['attributes', '## A {layout=quote}', '## A {layout=quote}\n'],
    ['steps', '## A {.steps}\n\n- a\n- b {.fragment}', '## A {.steps}\n\n- a\n- b {.fragment}\n'],
    ['steps of a list', '- a\n- b\n{.steps}', '- a\n- b\n\n{.steps}\n'],
    ['emphasis', '__a__ _b_ ~~c~~ **重点。**后面', '**a** *b* ~~c~~ <strong>重点。</strong>后面\n'],
    ['emphasis in emphasis', '**a _b_** *c **d*** ***e***', '**a _b_** _c **d**_ _**e**_\n'],
    ['line ends that matter', 'a  \nb', 'a\\\nb\n'],
    [
      'prose on one line',
      '中文一行，很长很长很长很长很长很长很长很长很长很长很长很长\n接着说，也很长很长很长很长很长很长很长很长很长很长很长很长',
      '中文一行，很长很长很长很长很长很长很长很长很长很长很长很长接着说，也很长很长很长很长很长很长很长很长很长很长很长很长\n',
    ],
    ['what is missing', 'a\n\nTODO', 'a\n\nTODO\n'],
    ['comments', 'a\n\n%% for me %%', 'a\n\n<!-- for me -->\n'],
  ])('%s', (_, text, clean) => {
    expect(again(`# H\n\n${text}`)).toBe(`# H\n\n${clean}`)
  })

  it('front matter', () => {
    const toml = '+++\ntitle = "A: b"\ntags = ["c", "1.10"]\n+++\n\nd'
    expect(again(toml)).toBe('---\ntitle: "A: b"\ntags:\n  - c\n  - "1.10"\n---\n\nd\n')
  })

  it.each([
    ['snake_case, 2 * 3, a ~ b, [x], 5 < 6, a & b, C:\\dir, $5, a == b, #1, x|y: fine (really)!'],
    ['第 1 章：云原生 -- 10:00~11:00 & 12:00'],
  ])('text without a backslash: %s', (text) => {
    expect(again(`# A\n\n${text}`)).toBe(`# A\n\n${text}\n`)
  })
})

const blocksOf = (text: string): unknown => said(read(text).blocks)

describe('text is not taken for what it is not', () => {
  it.each([
    ['a heading said twice', '# A b\n\nA b\nA b'],
    [
      'a colon at the end of wrapped prose',
      '# A\n\nWe looked at this for a long time and found the\nfollowing:\n\n- a\n- b',
    ],
    ['a first line like front matter', '#\n\nTitle: x'],
    ['a short line above a list', 'Some words\n- a\n- b\n\nOther words\n- c'],
    ['a line that would be a marker', '# A\n\n&#9312; a\n\n1\\. b\n\n\\- c\n\n&#19968;、d'],
    ['a note that ends in other words', '# A\n\nAm ^\\[a **\\]b** Ende'],
    ['a rule, a head, a definition after a line end', '# A\n\na\\\n\\---\\\n\\# b\\\n\\: c\\\n\\> d\\\n\\|--|'],
  ])('%s', (_, text) => {
    expect(blocksOf(again(text))).toEqual(blocksOf(text))
  })
})

describe('what is written in braces is read again', () => {
  it.each([
    ['a layout and steps', '## A {layout=quote .steps}\n\n- a\n- b'],
    ['steps of a heading', '## A {.steps}\n\n- a\n- b'],
    ['points of a list', '- a\n- b\n\n{.steps}'],
    ['points of a list within a point', '- a\n  - b\n  - c\n\n  {.steps}\n- d'],
    ['a point', '- a\n- b {.fragment}\n- c'],
    ['a point that ends in a colon', '1. a: {.fragment}\n   - b\n2. c'],
    ['a point and the text in it', '- a {.fragment}\n\n  {.fragment}\n- b'],
    ['a later text in a point', '- a\n\n  b {.fragment}\n- c'],
    ['a point with other markers', '一、甲\n二、乙 {.fragment}\n三、丙'],
    ['a task', '- [x] a {.fragment}\n- [ ] b'],
    ['a point that is a picture', '- ![](a.png)\n  <!-- .element: class="fragment" -->\n- b'],
    ['a point that is code', '- ```\n  a\n  ```\n  <!-- .element: class="fragment" -->\n- b'],
    ['a list as a whole', '- a\n- b\n\n{.fragment}'],
    ['a list and its points', '- a\n- b\n\n{.steps}\n\n{.fragment}'],
    ['a paragraph', 'Some words here. {.fragment}\n\nMore words.'],
    ['a paragraph that names what follows', 'These:\n\n{.fragment}\n\n- a\n- b'],
    ['a paragraph that does not', 'These: {.fragment}\n\n- a\n- b'],
    ['code', '```\na\n```\n\n{.fragment}'],
    ['a table', '| a |\n|---|\n| b |\n\n{.fragment}'],
    ['a picture', '![](a.png)\n\n{.fragment}'],
    ['a quote', '> a\n\n{.fragment}'],
    ['what a quote holds', '> a {.fragment}\n>\n> - b\n> - c {.steps}'],
    ['a callout', '> [!NOTE]\n> a\n\n{.fragment}'],
    ['definitions', '云\n: 雨\n\n{.fragment}'],
    ['what has a footnote', 'a[^1] {.fragment}\n\n[^1]: b'],
  ])('%s', (_, text) => {
    const before = `# H\n\n${text}`
    expect(JSON.stringify(blocksOf(before))).toMatch(/"step":true|"steps":"points"/)
    expect(blocksOf(again(before))).toEqual(blocksOf(before))
    expect(again(again(before))).toBe(again(before))
  })
})

describe('any text, emphasis, code and links', () => {
  const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 300) }
  const lines = [1, 1] as const
  const heading = (inlines: readonly Inline[]): Block => ({ kind: 'heading', level: 2, inlines, lines })
  const paragraph = (inlines: readonly Inline[]): Paragraph => ({ kind: 'paragraph', inlines, lines })
  const x: readonly Inline[] = [{ kind: 'text', text: 'x' }]
  const cell = (inlines: readonly Inline[]): TableCell => ({ inlines })
  const holds = (blocks: readonly Block[]): void => {
    const text = notesMarkdown({ file: '', front: {}, lang: '', read: 'notes', blocks, findings: [] })
    expect(blocksOf(text)).toEqual(said(blocks))
  }

  it('in headings and tables', () => {
    fc.assert(
      fc.property(inlineTrees, (inlines) => {
        holds([
          heading(inlines),
          { kind: 'table', align: ['', 'right'], head: [cell(x), cell(x)], rows: [[cell(inlines), cell(x)]], lines },
        ])
      }),
      runs,
    )
  })

  it('in paragraphs, items and quotes', () => {
    fc.assert(
      fc.property(framedTrees, (inlines) => {
        const item = { blocks: [paragraph(inlines)], lines }
        holds([
          heading(x),
          { kind: 'code', language: 'js', text: 'y', lines },
          paragraph(inlines),
          { kind: 'list', ordered: false, items: [item, item], lines },
          { kind: 'quote', blocks: [paragraph(inlines)], lines },
        ])
      }),
      runs,
    )
  })
})

it('has the deck’s own pictures wherever they stand', () => {
  const places = [
    '![](a.png)',
    '- ![](a.png)',
    '> b ![](a.png)',
    '[![](a.png)](c.html) d',
    'e[^1]\n\n[^1]: f ![](a.png)',
  ]
  const ready = { state: 'ready', path: 'pictures/a.png', bytes: new Uint8Array(), width: 1, height: 1 } as const
  const own = withOwnPictures(read(`# A\n\n${places.join('\n\n')}\n`), new Map([['a.png', ready]]))
  expect(notesMarkdown(own).match(/\([^)]*a\.png\)/g)).toEqual(places.map(() => '(pictures/a.png)'))
})

it('has pictures in cells as large as they were asked to be, when it is read again', () => {
  const cells = ['![w|50](a.png)', '![](a.png){width=30%}', '<img src="a.png" height="40">', 'x ![w|50x20](a.png)']
  const first = read(`# A\n\n| a | b |\n|---|---|\n${cells.map((cell) => `| ${cell} | c |`).join('\n')}\n`)
  const sizes = ({ blocks }: typeof first) => JSON.stringify(blocks).match(/"size":\{(?:"\w+":\{[^}]*\},?)+\}/g)
  expect(sizes(first)).toHaveLength(cells.length)
  expect(sizes(read(notesMarkdown(first)))).toEqual(sizes(first))
})
