import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/model/notes.js'
import { blocksText } from '../../src/model/text.js'
import { htmlReader, mayHoldHtml } from '../../src/parse/html/load.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { renderInlines } from '../../src/render/inlines.js'

const blocksOf = (text: string): readonly Block[] =>
  parseNotes(
    { file: 'n.md', text },
    { front: {}, bodyLine: 1, findings: [] },
    { repair: true, infer: true, lang: '' },
    readHtml,
  ).blocks

describe('the reader of HTML is loaded', () => {
  it.each(['a <b>c</b>', '<br/>', '</div>', 'vector<int> <img\nsrc=x>'])('for %s', async (text) => {
    expect(await htmlReader(text)).toBe(readHtml)
  })

  it.each(['a < b', '<https://example.org>', '<!-- a comment -->', '<me@example.org>', '1 <2'])(
    'not for %s',
    (text) => {
      expect(mayHoldHtml(text)).toBe(false)
    },
  )
})

describe('HTML of the notes', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '<a href="java&#115;cript:alert(1)">a</a>',
    '<a href="https://x/&quot;><script>">a</a>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<abbr title='\"><script>alert(1)</script>'>a</abbr>",
    '<ruby>&lt;b&gt;<rt>&lt;i&gt;</rt></ruby>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  ]
  const tags = /<(?!\/a>|\/?(?:abbr|ruby|rp|rt|span class="lost-inline"|span|a href="https:[^"<>]*" target)\b)/

  it.each(hostile)('writes no tag of its own: %s', (html) => {
    const context = { pictures: new Map(), targets: new Set<string>() }
    for (const block of blocksOf(`Text ${html} end`)) {
      if (block.kind !== 'paragraph') continue
      expect(renderInlines(block.inlines, context)).not.toMatch(tags)
    }
  })

  it.each([
    ['<b>'.repeat(40_000), 'formatting that never ends'],
    [
      Array.from({ length: 1500 }, (_, index) => `<font a${index}=1>`).join('') + '<p>x'.repeat(1500),
      'a copy of each for each',
    ],
    [`<table>${'<tr><td>'.repeat(5000)}x`, 'rows'],
    ['<div>x\n\ny\n\n'.repeat(5000), 'boxes that never close'],
    [`x <a ${'a'.repeat(40_000)}>`, 'an attribute'],
    ['<ul><li>'.repeat(3000), 'lists in lists'],
    ['<'.repeat(50_000), 'signs'],
    ['<a b="'.repeat(10_000), 'quotes'],
  ])('is read in good time and without end: %#', (text) => {
    expect(() => blocksText(blocksOf(`${text} word`))).not.toThrow()
    expect(blocksText(blocksOf(`${text} word`))).toContain('word')
  })
})
