import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportFindings } from '../../src/check/report.js'
import { plainText } from '../../src/model/text.js'
import { withIncluded } from '../../src/pipeline/included.js'
import { sourcesOf } from '../../src/pipeline/sources.js'
import { planNotes } from '../../src/pipeline.js'
import { picturesOf } from '../../src/render/wanted.js'
import { folderWith } from '../io/folders.js'

type Files = Readonly<Record<string, string>>

/** What stands in `talk.md` once all that it asks for is read. */
async function textOf(files: Files): Promise<string> {
  const folder = await folderWith(files)
  const text = files['talk.md'] ?? ''
  const source = await withIncluded({ file: join(folder, 'talk.md'), text })
  return source.text.replace(/\n{2,}/g, '\n').trim()
}

async function planned(files: Files) {
  const folder = await folderWith(files)
  const notes = join(folder, 'talk.md')
  const { deck } = await planNotes({ notes })
  const reports = reportFindings(deck.findings, notes, deck.parts)
  const told = (code: string) =>
    reports
      .filter((each) => each.code === code)
      .map(({ file, line, message }) => `${file.slice(folder.length + 1)}:${line} ${message}`)
  return { folder, deck, told, titles: deck.slides.map(({ title }) => plainText(title)) }
}

const lacks = async (files: Files): Promise<readonly string[]> => (await planned(files)).told('include-unread')

const js = `import x from 'x'
// #region setup
  function setup() {
    return \`a\`
  }
// #endregion setup
`

describe('code that notes ask for', () => {
  it.each([
    ['<<< @/code/a.js', ['```js', "import x from 'x'", '  function setup() {', '    return `a`', '  }', '```']],
    [
      '<<< ./code/a.js{2,4}',
      ['```js {2,4}', "import x from 'x'", '  function setup() {', '    return `a`', '  }', '```'],
    ],
    ['<<< @/code/a.js#setup', ['```js', 'function setup() {', '  return `a`', '}', '```']],
    [
      '<<< @/code/a.js#setup{2 ts:line-numbers} [b.ts]',
      ['```ts {2} {lines:true} [b.ts]', 'function setup() {', '  return `a`', '}', '```'],
    ],
    ['<<< @/code/a.js#setup ts {1|2-3}', ['```ts {1|2-3}', 'function setup() {', '  return `a`', '}', '```']],
    ['@[code](./code/a.js)', ['```js', "import x from 'x'", '  function setup() {', '    return `a`', '  }', '```']],
    ['@[code{3-5} ts{2}](./code/a.js)', ['```ts {2}', 'function setup() {', '  return `a`', '}', '```']],
  ])('%s', async (line, code) => {
    expect(await textOf({ 'talk.md': `above\n${line}\nbelow`, 'code/a.js': js })).toBe(
      ['above', ...code, 'below'].join('\n'),
    )
  })

  it.each([
    ['<<<'],
    ['<<< b'],
    ['a <<< code/a.js'],
    ['`<<< @/code/a.js`'],
    ['```\n<<< @/code/a.js\n```'],
    ['    <<< @/code/a.js'],
    ['@[codepen](https://example.org/a.js)'],
  ])('%s asks for none', async (line) => {
    expect(await textOf({ 'talk.md': `above\n\n${line}`, 'code/a.js': js })).toBe(`above\n${line}`)
  })

  it('with backticks of its own stands in a longer fence', async () => {
    const files = { 'talk.md': '<<< @/a.md', 'a.md': '```js\nlet a\n```\n' }
    expect(await textOf(files)).toBe('````md\n```js\nlet a\n```\n````')
  })

  it('is told where there is none, or no such part, or it lies outside', async () => {
    const ask = (line: string) => lacks({ 'a/.git/HEAD': '', 'talk.md': `# A\n\n${line}`, 'code/a.js': js })
    expect(await ask('<<< @/code/b.js')).toEqual([expect.stringContaining('talk.md:3 ')])
    expect(await ask('<<< @/code/a.js#other')).toEqual([expect.stringContaining('no such part')])
    expect(await ask('<<< ../../../../../../etc/passwd')).toEqual([expect.stringContaining('outside')])
  })
})

describe('files that notes ask for', () => {
  it.each([
    ['!include(b.md)'],
    ['!include b.md'],
    ['@import "b.md"'],
    ['<!-- include: b.md -->'],
    ['<!--@include: ./b.md-->'],
    ['![[b.md]]'],
    ['![[b]]'],
    ['![[b|words]]'],
    ['{{< include b.md >}}'],
    ['{% include b.md %}'],
    ['FILE: b.md'],
    ['--8<-- "b.md"'],
    ['{{#include b.md}}'],
    ['{!b.md!}'],
    ['[!INCLUDE [a title](b.md)]'],
    ['#+INCLUDE: "b.md"'],
    ['#+include: b.md :minlevel 1'],
    ['include::b.md[]'],
  ])('%s', async (line) => {
    expect(await textOf({ 'talk.md': `above\n${line}\nbelow`, 'b.md': '---\ntitle: B\n---\nwords\n' })).toBe(
      'above\nwords\nbelow',
    )
  })

  it.each([
    ['![[b#Second part]]', '## Second part\ntwo\n- other\n- an item ^id1'],
    ['![[b#First#Deeper]]', '### Deeper\nmore'],
    ['![[b#^id1]]', '- an item'],
    ['{{#include b.md:8:9}}', '## Second part\ntwo'],
    ['--8<-- "b.md:8"', '## Second part'],
    ['<!-- @include: ./b.md{8-} -->', '## Second part\ntwo\n- other\n- an item ^id1'],
    ['include::b.md[lines=8..9]', '## Second part\ntwo'],
    ['#+INCLUDE: "b.md" :lines "8-9"', '## Second part\ntwo'],
    ['{{#include c.md:some}}', 'within'],
    ['include::c.md[tag=other]', 'tagged'],
    [
      '#+INCLUDE: "c.md" src python',
      '#+BEGIN_SRC python\nANCHOR: some\nwithin\nANCHOR_END: some\n// tag::other[]\ntagged\n// end::other[]\n#+END_SRC',
    ],
  ])('a part of one: %s', async (line, part) => {
    const b = '# First\n\none\n### Deeper\n\nmore\n\n## Second part\ntwo\n\n- other\n- an item ^id1\n'
    const c = 'ANCHOR: some\nwithin\nANCHOR_END: some\n// tag::other[]\ntagged\n// end::other[]'
    expect(await textOf({ 'talk.md': line, 'b.md': b, 'c.md': c })).toBe(part)
  })

  it('leaves alone what is code, a comment, a picture, or within a line', async () => {
    const text = [
      'a !include(b.md) b',
      '```',
      '!include(b.md)',
      '```',
      '<!--',
      '!include(b.md)',
      '-->',
      '![[b.png]]',
      '    !include(b.md)',
      '@import is a word',
    ].join('\n')
    expect(await textOf({ 'talk.md': text, 'b.md': 'words' })).toBe(text)
  })

  it('a note shown within another stands below the heading there; one of a deck stays as it is', async () => {
    const b = '# B\n\n```\n# no heading\n```\n\n## C\n'
    expect(await textOf({ 'talk.md': '# T\n\n## Day\n\n![[b]]', 'b.md': b })).toBe(
      '# T\n## Day\n### B\n```\n# no heading\n```\n#### C',
    )
    expect(await textOf({ 'talk.md': '# T\n\n## Day\n\n!include(b.md)', 'b.md': b })).toContain('\n# B\n')
  })

  it('files within files count from their own folders, also for pictures, links and findings', async () => {
    const { deck, told, titles } = await planned({
      'talk.md': '# Talk\n\n!include(in/b.md)\n\n## End\n\n[see](in/deep/c.md#sea)\n\n##Bad\n\nx\n',
      'in/b.md': '## B\n\n![b](b.png)\n\n!include(deep/c.md)\n\n[x](deep/d.md)\n',
      'in/deep/c.md': '##Sea\n\n![c](../c.png) words ![[d.png]]\n',
    })
    expect(titles).toEqual(['Talk', 'B', 'Sea', 'End', 'Bad'])
    expect(told('heading-space').map((each) => each.split(' ')[0])).toEqual(['talk.md:9', 'in/deep/c.md:1'])
    expect(picturesOf(deck).map(({ src }) => src)).toEqual(['in/./b.png', 'in/deep/./../c.png', 'in/deep/./d.png'])
    expect(JSON.stringify(deck.slides)).toContain('"href":"in/deep/d.md"')
    expect(JSON.stringify(deck.slides)).toContain('"href":"#sea"')
  })

  it('and for what a heading asks to lie behind its slide, where that is no colour', async () => {
    const { deck } = await planned({
      'talk.md': '# Talk\n\n!include(in/b.md)\n',
      'in/b.md':
        '## B {background=img/b.png}\n\nx\n\n## C {background=navy}\n\nx\n\n## D {right=d.png share=40%}\n\nx\n',
    })
    expect(deck.slides.flatMap(({ wish }) => wish?.backgrounds ?? [])).toEqual([
      { picture: 'in/./img/b.png' },
      { colour: 'navy' },
      { picture: 'in/./d.png', side: 'right', share: 0.4 },
    ])
  })

  it('what is not there, out of reach, hidden, a circle, a part that is not there, or no text is told with its place', async () => {
    expect(
      await lacks({
        'talk.md':
          'a\n\n!include(none.md)\n\n!include(../up.md)\n\n!include(.env.md)\n\n!include(b.md)\n\n![[b.md#No]]',
        'b.md': 'words\n\n!include(talk.md)\n\n!include(zero.md)\n\n!include(https://a.org/x.md)',
        'zero.md': 'a\u0000\u0000\u0001\u0002\u0003\u0004\u0005\u0006',
        '.env.md': 'secret',
      }),
    ).toEqual([
      expect.stringContaining('talk.md:3 Left out another file that was to stand here: «none.md» (no such file'),
      expect.stringMatching(/^talk\.md:5 .*«\.\.\/up\.md» \(outside /),
      expect.stringMatching(/^talk\.md:7 .*\(hidden/),
      expect.stringMatching(/^talk\.md:11 .*\(it has no such part\)/),
      expect.stringMatching(/^b\.md:3 .*\(it asks for itself\)/),
      expect.stringMatching(/^b\.md:5 .*\(not text\)/),
      expect.stringMatching(/^b\.md:7 .*\(no file beside the notes\)/),
    ])
  })

  it('links that lead out are not followed', async () => {
    const [inside, outside] = await Promise.all([
      folderWith({ 'talk.md': '!include(b.md)' }),
      folderWith({ 's.md': 'secret' }),
    ])
    await symlink(join(outside, 's.md'), join(inside, 'b.md'))
    const source = await withIncluded({ file: join(inside, 'talk.md'), text: '!include(b.md)' })
    expect(source.text).toBe('!include(b.md)')
    expect(source.included?.unread).toMatchObject([{ line: 1, path: 'b.md', lack: 'outside' }])
  })

  it('however many files ask for each other, there is an end to it', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`f${at}.md`, `f${at}\n!include(f${at + 1}.md)\n!include(f${at + 1}.md)`]),
    )
    const folder = await folderWith(files)
    const { included, text } = await withIncluded({ file: join(folder, 'talk.md'), text: '!include(f0.md)' })
    expect(included?.unread.map(({ lack }) => lack)).toContain('deep')
    expect(included?.unread.map(({ lack }) => lack)).toContain('large')
    expect(text.split('\n').length).toBeLessThan(20_000)
  })

  it('of a long file a line may be asked for again, but not without end, and each line once at a time', async () => {
    const folder = await folderWith({
      'long.txt': `long line${'x'.repeat(990)}\n`.repeat(4000),
      'b.js': 'one\ntwo\nthree',
    })
    const read = (text: string) => withIncluded({ file: join(folder, 'talk.md'), text })
    const { included, text } = await read('--8<-- "long.txt:1:1"\n'.repeat(60))
    expect(text.match(/long line/g)?.length).toBeLessThan(20)
    expect(included?.unread.map(({ lack }) => lack)).toContain('large')
    expect((await read(`@[code{${'1-,'.repeat(30)}1-2}](b.js)`)).text.match(/one|two|three/g)).toHaveLength(3)
  })

  it('they are watched, there or not', async () => {
    const folder = await folderWith({ 'talk.md': '!include(in/b.md)\n\n!include(none.md)', 'in/b.md': 'words' })
    const notes = join(folder, 'talk.md')
    const source = await withIncluded({ file: notes, text: '!include(in/b.md)\n\n!include(none.md)' })
    const { look } = sourcesOf({ notes }, undefined, [], source)
    expect(look).toEqual(expect.arrayContaining([join(folder, 'in/b.md'), join(folder, 'none.md')]))
  })
})

describe('pages of Slidev', () => {
  const head = '---\ndrawings: {persist: false}\n---\n\n'

  it('its slides, or some of them, come in the place of the block; what the block says wins', async () => {
    const { titles, deck } = await planned({
      'talk.md': `${head}# A\n\n---\nsrc: ./p/b.md#1,3-4\nbackground: teal\n---\n\nown words\n\n---\n\n# Z\n`,
      'p/b.md':
        '---\nbackground: red\nhide: false\n---\n# B1\n\n---\n\n# B2\n\n---\nhide: true\n---\n\n# B3\n\n---\n\n# B4\n',
    })
    expect(titles).toEqual(['A', 'B1', 'B4', 'Z'])
    expect(deck.slides.map(({ wish }) => wish?.backgrounds?.[0]?.colour)).toEqual([
      undefined,
      'teal',
      'teal',
      undefined,
    ])
    expect(deck.slides[1]?.speakerNotes).toMatchObject([{ text: 'own words', origin: 'comment' }])
  })

  it('there may be as many of them as anybody could write, and as many that ask for one', async () => {
    const folder = await folderWith({ 'p.md': '# a\n\n---\n'.repeat(20_000) })
    const read = (text: string) => withIncluded({ file: join(folder, 'talk.md'), text: `${head}# A\n\n${text}` })
    expect((await read('---\nsrc: ./p.md\n---\n')).text.match(/# a/g)).toHaveLength(20_000)
    expect((await read('---\nsrc: ./none.md\n---\n\n'.repeat(10_000))).included?.unread).toHaveLength(10_000)
  })

  it('the first slide may be a page, too, and pages have pages', async () => {
    const { titles } = await planned({
      'talk.md': '---\ntheme: seriph\ndrawings: {persist: false}\nsrc: ./p/b.md\n---\n\n---\n\n# Z\n',
      'p/b.md': '# B\n\n---\nsrc: c.md\n---\n',
      'p/c.md': '# C1\n\n---\n\n# C2\n',
    })
    expect(titles).toEqual(['B', 'C1', 'C2', 'Z'])
  })

  it('a page that is not there is told of, and the words of its block are shown in its stead', async () => {
    const { titles, told } = await planned({
      'talk.md': `${head}# A\n\n---\nsrc: ./none.md\n---\n\nown words\n\n---\nsrc: ./none.md\n---\n\n<!-- a page -->\n\n---\n\n# Z\n`,
    })
    expect(titles).toEqual(['A', '', 'Z'])
    expect(told('include-unread').map((each) => each.split(' ')[0])).toEqual(['talk.md:8', 'talk.md:14'])
  })
})
