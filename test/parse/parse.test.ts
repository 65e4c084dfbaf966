/** Switches of the parser, and notes of a size and shape that nobody writes. */
import { describe, expect, it } from 'vitest'
import type { Block, Notes } from '../../src/model/notes.js'
import { blocksText } from '../../src/model/text.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { type ParseOptions, parseNotes } from '../../src/parse/parse.js'

const read = (text: string, options: Partial<ParseOptions> = {}): Notes => {
  const source = { file: 'notes.md', text }
  return parseNotes(source, readFrontMatter(source), { repair: true, infer: true, lang: '', ...options }, readHtml)
}

const kinds = (blocks: readonly Block[]): readonly string[] => blocks.map((block) => block.kind)

const depthOf = (blocks: readonly Block[]): number =>
  Math.max(
    0,
    ...blocks.map((block) => (block.kind === 'list' ? 1 + depthOf(block.items.flatMap((item) => item.blocks)) : 0)),
  )

describe('switches', () => {
  it('repair off: CommonMark to the letter, no hints', () => {
    const notes = read('###标题\n\n1）甲\n2）乙\n\nTODO\n\n短\n行', { repair: false, infer: false })
    expect(kinds(notes.blocks)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph'])
    expect(notes.findings).toEqual([])
  })
  it('infer off: no heading that the notes do not have', () => {
    const text = '一、甲\n\n内容很多，说了很久。\n\n二、乙\n\n内容还是很多，又说了很久。'
    expect(read(text).blocks.filter((block) => block.kind === 'heading')).toHaveLength(2)
    expect(read(text, { infer: false }).blocks.filter((block) => block.kind === 'heading')).toHaveLength(0)
  })
  it('a language that is asked for is taken', () => {
    expect(read('Hello', { lang: 'de' }).lang).toBe('de')
  })
  it('a byte order mark left in the text is no character of the title', () => {
    const notes = read('\ufeff# Title')
    expect(blocksText(notes.blocks)).toBe('Title')
  })
})

describe('notes beyond measure', () => {
  it('keeps a list 200 deep as it is', () => {
    const text = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- item${depth}`).join('\n')
    const notes = read(text, { infer: false })
    expect(depthOf(notes.blocks)).toBe(200)
    expect(blocksText(notes.blocks)).toContain('item199')
  })
  it('flattens a list 3,000 deep and keeps its words', () => {
    const text = Array.from({ length: 3000 }, (_, depth) => `${'  '.repeat(depth)}- item${depth}`).join('\n')
    const shown = blocksText(read(text).blocks)
    for (let depth = 0; depth < 3000; depth++) expect(shown).toContain(`item${depth}`)
  })
  it.each([
    ['a line of 5 MB', 'hello world '.repeat(420_000)],
    ['open brackets', '['.repeat(100_000)],
    ['emphasis without end', '*a **b _c '.repeat(9_000)],
    ['quotes on one line', `${'>'.repeat(100_000)} text`],
    ['rules without end', '-'.repeat(1_000_000)],
    ['comments without end', '<!-- x\n'.repeat(20_000)],
    ['scripts without end', `<div>${'<script>'.repeat(20_000)}`],
    ['footnotes in footnotes', '^['.repeat(50_000)],
    ['one label for many footnotes', '[^1]: x\n\n'.repeat(60_000)],
    ['signs behind a fence', `\`\`\`js ${'['.repeat(200_000)}\nx\n\`\`\``],
    ['strings behind a fence', `\`\`\`js "${'\\"'.repeat(100_000)}\nx\n\`\`\``],
    ['notes for the speaker before a picture', `x\n\n${'Note: a\n\n'.repeat(20_000)}![x](y.png)`],
    ['question marks before a picture', `x\n\n${'???\n\n'.repeat(20_000)}![x](y.png)`],
    ['a note that never closes', 'x\n\\note{aaaaaaa\n'.repeat(20_000)],
    ['runs of backticks', `${'`'.repeat(9_000)}${'a'.repeat(9_000)} <div \\note \n\n`.repeat(10)],
    ['dashes in a comment', `%% ${'-'.repeat(15_000)} %%\n\n`.repeat(10)],
    ['a comment of many megabytes', `<!--${'a'.repeat(9_000_000)}-->\n\nx`],
    ['blanks before a brace', `a${'\u3000'.repeat(100_000)}{b`],
  ])('reads %s', (_, text) => {
    expect(read(text).file).toBe('notes.md')
  })
  it('keeps what stands behind a long row of signs', () => {
    for (const row of ['-'.repeat(300), '*'.repeat(300), '> '.repeat(300)]) {
      expect(blocksText(read(`${row}word`).blocks)).toContain('word')
      expect(kinds(read(`Above.\n\n${row}\n\nBelow.`).blocks)).not.toContain('code')
    }
  })
  it('drops code that is empty, unless it says what it is', () => {
    expect(read('```\n\n```').blocks).toEqual([])
    expect(read('```mermaid\n```').blocks).toEqual([])
    expect(read('```mermaid\n```').findings).toMatchObject([{ code: 'notes-empty' }, { code: 'code-empty' }])
  })
  it('reads 5,000 headings', () => {
    const text = Array.from({ length: 5000 }, (_, number) => `## Heading ${number}\n\nText.`).join('\n\n')
    expect(read(text).blocks).toHaveLength(10_000)
  })
  it('shows what looks like the end of a script', () => {
    const notes = read(']]> and `</script>` and {{ y }}')
    expect(blocksText(notes.blocks)).toBe(']]> and </script> and {{ y }}')
  })
})
