import { describe, expect, it } from 'vitest'
import { coverage } from '../../src/check/coverage.js'
import { saidWords } from '../../src/check/saidWords.js'
import { sourceWords } from '../../src/check/sourceWords.js'
import { wordsIn } from '../../src/check/wordList.js'
import type { Inline } from '../../src/model/notes.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { cleanSvg } from '../../src/trust/svg.js'
import { aside, h, list, p, plan } from '../plan/build.js'

const reading = { repair: true, infer: true, lang: '' }
const source = (text: string) => ({ file: 'x.md', text })
/** The words of a line in its first reading. */
const words = (line: string): string =>
  [...sourceWords(line, 1)].map(({ readings }) => readings[0]?.join(' ')).join(' | ')

describe('wordsIn', () => {
  it('takes runs of letters and digits, and Chinese characters one by one', () => {
    expect(wordsIn('Harbor 是1个 café, 3.5 ＧＨｚ')).toEqual(['Harbor', '是', '1', '个', 'café', '3', '5', 'GHz'])
    expect(wordsIn('co\u00adop\u200bed 😀 —')).toEqual(['cooped'])
    expect(wordsIn('x'.repeat(450)).map((word) => word.length)).toEqual([200, 200, 50])
  })
})

describe('sourceWords', () => {
  it.each([
    ['## A **bold** `move` {layout=quote}', 'A bold move'],
    ['- [x] done', 'done'],
    ['1）视野', '视 野'],
    ['1.一个', '一 个'],
    ['（2） two', 'two'],
    ['③ three', 'three'],
    ['> > - quoted', 'quoted'],
    ['see [the docs](https://example.com/a_(b) "Title") now', 'see the docs now'],
    ['![alt text](x.png)', 'alt text'],
    ['[text][ref] and [^1]', 'text ref and'],
    ['[ref]: https://example.com/path', ''],
    ['[^1]: the note', 'the note'],
    ['<div class="x">inside</div>', 'inside'],
    ['<https://example.com>', 'https example com'],
    ['https://example.com/a', 'https example com a'],
    ['|---|:-:|', ''],
    ['| a | b |', 'a b'],
    ['AT&amp;T &copy; all', 'AT T all'],
    ['caf&eacute;s &CounterClockwiseContourIntegral; &#20113;', 'cafés 云'],
    ['❶ one', 'one'],
    ['㉑ five', 'five'],
    ['2<sup>10</sup> is 2¹⁰', '2 10 is 2 10'],
    ['a <callout title="x">b</callout> <video src="v.mp4">c</video>', 'a b'],
    ['<img src="a.png" alt="d e"> <kbd>f</kbd><!-- prettier-ignore --> g', 'd e f g'],
    ['snake_case', 'snake case'],
    ['・所有', '所 有'],
    ['[TOC]', ''],
    ['see [[Cilium|the project]] and [[Day 1]]', 'see the project and Day 1'],
    ['![[图 一.png|400]] ![[a.png]] ![[b.png|a caption]]', 'a caption'],
    ['2018 was good', '2018 was good'],
    ['Ship :rocket: at 10:30:45, a:b:c', 'Ship at 10 30 45 a b c'],
    ['10^6^ rows of H~2~O', '10 6 rows of H 2 O'],
  ])('%s', (line, expected) => {
    expect(words(line)).toBe(expected)
  })

  it('reads a letter glued to its text as a marker, or as part of the text', () => {
    const [line] = sourceWords('  a）QPS目标', 1)
    expect(line?.readings.map((reading) => reading.join(' '))).toContain('QPS 目 标')
    expect(line?.readings.map((reading) => reading.join(' '))).toContain('a QPS 目 标')
    const [spaced] = sourceWords('\u3000\u3000a. heap', 1)
    expect(spaced?.readings.map((reading) => reading.join(' '))).toEqual(expect.arrayContaining(['a heap', 'heap']))
  })

  it.each([
    ['[link](http://x.org "A\ntitle") here', 'link | here'],
    ['[text over\nlines](http://x.org) here', 'text over | lines here'],
    ['[link](\nhttp://x.org/a_(b)\n"Title") here', 'link | here'],
    ["> ![alt\n> over](<a b.png> 'a\n> \\' title') here", 'alt | over | here'],
    ['[link][a\nlabel] here\n\n[a label]: x.org', 'link | here'],
    ['[no link][a\nlabel] here', 'no link a | label here'],
    ['[label]: http://x.org\n  "Title"\nHere', 'Here'],
    ['[label]:\n  <http://x.org> (title\nthat goes on)\nHere', 'Here'],
    ['> [label]:\n> http://x.org\n> Here', 'Here'],
    ['[label]: http://x.org\n"Title" and more', 'Title and more'],
    ['[Note]:\nword', 'Note | word'],
    ['See [it].\n\n[it]: one\n[It]: two', 'See it'],
    ['> [it]: one\n\n[it]', 'it'],
    ['[other]: one\n\n[it]', 'other one | it'],
    ['<br>\n``` python\nprint\n```', 'print'],
    ['| ``` yaml |', ''],
    ['a <![CDATA[ b', 'a b'],
    ['[link](http://x.org "Not\n\na title")', 'link http x org Not | a title'],
    ['`code [a](b\nsee)` here', 'code a b | see here'],
    ['an <a href="http://x.org"\ntitle="tip">anchor</a>', 'an | anchor'],
    ['<!-- remark\nover lines --> here', 'remark | over lines here'],
    ['[^1]:\n    the note', 'the note'],
    ['```\n[a](b\n"c")\n```', 'a b | c'],
    ['```\n[a](b\n"c")', 'a b | c'],
  ])('over the ends of lines: %j', (lines, expected) => {
    expect(words(lines)).toBe(expected)
  })

  it('reads code as it stands, without its info string', () => {
    expect(words('```js x\n<b>1. a[0](c)</b>\n```\ntext <b>bold</b>')).toBe('b 1 a 0 c b | text bold')
  })

  it('asks for the code that is shown one piece after another, not for the fences between', () => {
    const moves = '````md magic-move\n```vue {1|2}\none\n```\n\n```ts\ntwo\n```\n````'
    expect(words(moves)).toBe('one | two')
    expect(words('````md\n```vue\none\n```\n````')).toBe('vue | one')
  })

  it('takes links in what is set in for what they say, as it may stand below a term', () => {
    expect(words(':   said\n\n        see [this](#that-one) and [that][label]')).toBe('said | see this and that')
    const [line] = sourceWords('    a[0](b)', 1)
    expect(line?.readings.map((reading) => reading.join(' '))).toEqual(['a0', 'a 0 b'])
  })

  it('stays fast on one endless line', () => {
    const pieces = [
      '[a](b ',
      '[a]',
      '[^',
      '- ',
      '<a ',
      '&',
      '字',
      '{',
      ':(',
      '](a',
      '](b "',
      "](b '",
      '](b (',
      '][',
      '](<',
      '<![CDATA[ ',
    ]
    for (const piece of pieces) expect([...sourceWords(`${piece.repeat(60_000)}x`, 1)]).toHaveLength(1)
    expect([...sourceWords(pieces.map((piece) => piece.repeat(20_000)).join(''), 1)]).toHaveLength(1)
  })
})

describe('coverage', () => {
  const text = ['# Talk', '## One', 'Some words.', '- a point', '<!-- later -->', '## Two', 'Some words.'].join('\n')
  const blocks = [
    h(1, 'Talk'),
    h(2, 'One'),
    p('Some words.'),
    list('a point'),
    aside('later'),
    h(2, 'Two'),
    p('Some words.'),
  ]

  it('finds every word on slides and in speaker notes', () => {
    expect(coverage(source(text), plan(blocks))).toMatchObject({ words: 10, lost: [], findings: [] })
  })

  it('takes a word with emphasis in it for one, and for its pieces', () => {
    const strong = { kind: 'strong', children: [{ kind: 'text', text: 'believable' }] } as const
    const inlines = [{ kind: 'text', text: 'un' }, strong] as const
    const said = saidWords(plan([h(1, 'Talk'), h(2, 'One'), { kind: 'paragraph', inlines, lines: [3, 3] }]))
    expect([...said.keys()]).toEqual(expect.arrayContaining(['un', 'believable', 'unbelievable']))
  })

  it('names a lost word with its line, though the same word stands elsewhere', () => {
    const { lost, findings } = coverage(source(text), plan(blocks.slice(0, -1)))
    expect(lost).toEqual([
      { word: 'Some', line: 7 },
      { word: 'words', line: 7 },
    ])
    expect(findings).toEqual([{ code: 'word-lost', place: { line: 7 }, facts: { words: 'Some words' } }])
  })

  it('is not fooled by what the deck says twice by itself', () => {
    // Agenda, eyebrow and a borrowed title repeat headings.
    const sections = [
      h(1, 'T'),
      h(2, 'D'),
      p('x'),
      p('y'),
      p('z'),
      h(3, 'E'),
      p('e'),
      h(3, 'F'),
      p('f'),
      h(2, 'G'),
      h(3, 'H'),
      p('h'),
      h(3, 'I'),
    ]
    const written = [
      '# T',
      '## D',
      'x',
      'y',
      'z',
      '### E',
      'e',
      '### F',
      'f',
      '## G',
      '### H',
      'h',
      '### I',
      'D',
      'G',
      'T',
    ]
    expect(coverage(source(written.join('\n')), plan(sections)).lost.map(({ word }) => word)).toEqual(['D', 'G', 'T'])
  })

  it('lets a finding that names the line stand for its words, but not a repair', () => {
    const lose = (code: 'placeholder' | 'heading-space') =>
      coverage(
        source('# T\nlost'),
        plan([h(1, 'T')], {}, { findings: [{ code, place: { line: 2 }, facts: { text: 'lost' } }] }),
      ).lost
    expect(lose('placeholder')).toEqual([])
    expect(lose('heading-space')).toEqual([{ word: 'lost', line: 2 }])
  })

  it('knows what goes on over the ends of lines', () => {
    const text = [
      '# Talk\n\n## Links',
      'A [link](http://x.org "A\ntitle over two"), [text over\ntwo](\nhttp://y.org "T").',
      'A [text\nover][the\nlabel] and a [shortcut\nform].',
      '[the label]:\n  http://z.org/one\n  "Title below"\n[shortcut form]: <http://z.org/two> \'Title\nthat goes on\'',
      '> A quoted [link\n> over](http://q.org "with\n> a title") end.',
      '- item with a [link\n  over](http://i.org "a title\n  in it") end',
      'Text <!-- a comment\nover lines --> goes on.\n\n<!-- block\ncomment -->',
      'Inline `code [a](b\nc)`, <http://auto.org/path>, http://bare.org/way.',
      'An <a href="http://h.org"\ntitle="tip">anchor</a> and a mark[^1], another[^2].',
      '[^1]: Footnote\n  goes on.\n\n    And on.\n[^2]:\n    On the next line.',
    ].join('\n\n')
    const { blocks, findings } = parseNotes(
      source(text),
      { front: {}, bodyLine: 1, asides: [], findings: [] },
      reading,
      readHtml,
    )
    expect(coverage(source(text), plan(blocks, {}, { findings })).lost).toEqual([])
  })

  it('asks for what is written in a drawing, and for nothing else of it', () => {
    const drawing = [
      '<svg viewBox="0 0 9 9"><title>Speed</title>',
      '',
      '    <style>.bar { fill: red }</style>',
      '',
      '    <text>1<tspan>0</tspan> km</text><rect class="bar"/>',
      '</svg>',
    ].join('\n')
    const text = `# Talk\n\n${drawing} behind\n\n\`\`\`\n<svg>code</svg>\n\`\`\``
    const front = { front: {}, bodyLine: 1, asides: [], findings: [] }
    const { blocks, findings } = parseNotes(source(text), front, reading, readHtml, cleanSvg)
    expect(coverage(source(text), plan(blocks, {}, { findings })).lost).toEqual([])
    const pictureless = blocks.map((block) => (block.kind === 'paragraph' ? { ...block, inlines: [] } : block))
    expect(coverage(source(text), plan(pictureless)).lost.map(({ word }) => word)).toEqual([
      'Speed',
      '10',
      'km',
      'behind',
    ])
  })

  it('leaves the front matter out', () => {
    expect(coverage(source('---\ntags: x\n---\n# T'), plan([h(1, 'T')]), 4).lost).toEqual([])
  })

  it('knows words with emphasis, tags or breaks inside', () => {
    const inlines: readonly Inline[] = [
      { kind: 'text', text: 'un' },
      { kind: 'strong', children: [{ kind: 'text', text: 'believ' }] },
      { kind: 'text', text: 'able H2O' },
    ]
    const deck = plan([h(1, 'T'), h(2, 'A'), { kind: 'paragraph', inlines, lines: [1, 1] }])
    expect(coverage(source('# T\n## A\nun**believ**able H<sub>2</sub>O'), deck).lost).toEqual([])
  })
})
