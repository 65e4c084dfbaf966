import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/model/notes.js'
import { blocksText } from '../../src/model/text.js'
import { drawingCleaner, htmlReader, mayHoldHtml } from '../../src/parse/html/load.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { renderInlines } from '../../src/render/inlines.js'
import { cleanSvg } from '../../src/trust/svg.js'

const blocksOf = (text: string): readonly Block[] =>
  parseNotes(
    { file: 'n.md', text },
    { front: {}, bodyLine: 1, asides: [], findings: [] },
    { repair: true, infer: true, lang: '' },
    readHtml,
    cleanSvg,
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

describe('the cleaner of drawings is loaded', () => {
  it('where one ends', async () => {
    expect(await drawingCleaner('a <svg><path/></svg >')).toBe(cleanSvg)
    expect(await drawingCleaner('a <b>c</b>, `svg`, <svg>')).toBeUndefined()
  })
})

describe('a drawing in the notes', () => {
  const drawn = (inside: string, root = ''): string => {
    const [picture] = blocksOf(`<svg ${root}>${inside}<rect width="5" height="5"/></svg>`)
    expect(picture?.kind).toBe('picture')
    const text = picture?.kind === 'picture' ? Buffer.from(picture.src.replace(/^.*,/, ''), 'base64').toString() : ''
    // HTML in it is left for whoever gets pictures, who cleans all of them.
    return text.includes('<foreignObject') ? cleanSvg(text).text : text
  }

  it.each([
    ['<script>alert(1)</script>', ''],
    ['<script><![CDATA[ alert(1) ]]></script>', ''],
    ['<SCRIPT>alert(1)</SCRIPT>', ''],
    ['<image href="file:///etc/alert.png"/>', ''],
    ['<image xlink:href="http://alert.example/a.png"/>', ''],
    ['<use href="http://alert.example/a.svg#x"/>', ''],
    ['<a href="javascript:alert(1)"><text>a</text></a>', ''],
    ['<set attributeName="href" to="javascript:alert(1)"/>', ''],
    ['<style>@import url(http://alert.example/a.css);</style>', ''],
    ['<style>rect { fill: url(file:///alert) }</style>', ''],
    ['<foreignObject><iframe src="file:///alert"></iframe></foreignObject>', ''],
    ['<!-- </svg> --><script>alert(1)</script>', ''],
    ['', 'onload="alert(1)"'],
    ['', 'style="background: url(http://alert.example)"'],
    ['', 'width=5 onload=alert(1)'],
  ])('runs nothing and asks for nothing: %s %s', (inside, root) => {
    expect(drawn(inside, root)).toMatch(/<rect width="5" height="5">/)
    expect(drawn(inside, root)).not.toMatch(/alert|<script|<foreign|<iframe|@import|\bon\w+=/i)
  })

  it('has the room of a page when it stands alone and names no size', () => {
    const sizeOf = (text: string): string | undefined =>
      /^<svg((?: width="\d+" height="\d+")?)/.exec(
        blocksOf(text)
          .flatMap((block) =>
            block.kind === 'picture'
              ? [block.src]
              : block.kind === 'paragraph'
                ? block.inlines.flatMap((inline) => (inline.kind === 'image' ? [inline.src] : []))
                : [],
          )
          .map((src) => Buffer.from(src.replace(/^.*,/, ''), 'base64').toString())
          .join(''),
      )?.[1]
    expect(sizeOf('<svg viewBox="0 0 20 10"><path d="M0 0"/></svg>')).toBe(' width="960" height="480"')
    expect(sizeOf('A <svg viewBox="0 0 20 10"><path d="M0 0"/></svg>')).toBe('')
    expect(sizeOf('<svg viewBox="0 0 20 10" width="20"><path d="M0 0"/></svg>')).toBe('')
    expect(sizeOf('<svg viewBox="0 0 20 0"><path d="M0 0"/></svg>')).toBe('')
  })

  it.each([
    ['<svg '.repeat(30_000), 'marks'],
    ['<svg>'.repeat(30_000), 'drawings that never end'],
    [`${'<svg "'.repeat(20_000)}</svg>`, 'quotes'],
    ['</svg>'.repeat(30_000), 'ends'],
    [`${'<svg>'.repeat(2000)}<rect/>${'</svg>'.repeat(2000)}`, 'drawings in drawings'],
    ['<svg><rect/></svg>\n'.repeat(3000), 'many'],
    ['<svg><!--'.repeat(10_000), 'comments'],
  ])('is read in good time, however many there are: %#', (text) => {
    expect(blocksText(blocksOf(`${text}\n\nword`))).toContain('word')
  })
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
