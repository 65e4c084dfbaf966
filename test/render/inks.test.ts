import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Code } from '../../src/model/notes.js'
import { renderCode } from '../../src/render/codeBlock.js'
import { highlight, loadGrammars } from '../../src/render/inks/highlight.js'
import { grammarOf, grammars } from '../../src/render/inks/languages.js'

const code = (text: string, more: Partial<Code> = {}): Code => ({
  kind: 'code',
  language: '',
  text,
  lines: [1, 1],
  ...more,
})

const names = new Map(
  ['keyword', 'string', 'comment', 'name', 'added', 'removed'].map((name) => [name.charAt(0), name]),
)

/** Pieces of code with their inks, line ends as they are. */
async function inked(text: string, language: string): Promise<readonly string[]> {
  const grammar = grammarOf(language) ?? ''
  await loadGrammars([grammar])
  const found = highlight(text, grammar).matchAll(/<c-(\w)>(.*?)<\/c-\1>/gs)
  return [...found].map(([, letter = '', piece = '']) => `${names.get(letter)}: ${unescaped(piece)}`)
}

const unescaped = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('highlight', () => {
  test('keywords, names, strings, comments: over the ends of lines, too', async () => {
    expect(await inked('def 名字(a):\n  """sum\n  of"""\n  return 1 # <b>&', 'py3')).toEqual([
      'keyword: def',
      'name: 名字',
      'string: """sum',
      'string:   of"""',
      'keyword: return',
      'string: 1',
      'comment: # <b>&',
    ])
  })

  test('what one ink has before and behind white space is one run', async () => {
    expect(await inked('public static final int MAX = 1', 'java')).toContain('keyword: public static final')
    expect(await inked('a = 1', 'python')).toEqual(['string: 1'])
  })

  test('what was added and removed', async () => {
    expect(await inked('- old\n+ new\n  same', 'patch')).toEqual(['removed: - old', 'added: + new'])
  })

  test('every grammar that a name leads to is there, drops no character and has no element over the end of a line', async () => {
    const folder = join(dirname(createRequire(import.meta.url).resolve('highlight.js/lib/core')), 'languages')
    const there = new Set(readdirSync(folder).map((file) => file.replace(/\.js$/, '')))
    expect(grammars().filter((name) => !there.has(name))).toEqual([])
    await loadGrammars(grammars())
    const text = 'a = "b" # c\n<x y=\'z\'>&amp; /* d */</x>\n\n- {e: 1}\r\n'
    for (const name of grammars()) {
      const html = highlight(text, name)
      expect([name, unescaped(html)]).toEqual([name, text])
      for (const line of html.split('\n')) expect(line.replaceAll(/<c-(\w)>[^<]*<\/c-\1>/g, '')).not.toContain('<')
    }
  })

  test.each(['', 'nobody-knows', 'constructor', '__proto__'])('«%s» is no language', (name) => {
    expect(grammarOf(name)).toBeUndefined()
  })
})

describe('renderCode', () => {
  test('what is inked stands line by line, and what is not is escaped', () => {
    const html = renderCode(code('a<b & c\nxyz;\n', { inked: '<c-k>a&lt;b</c-k> &amp; c\nx<c-n>yz</c-n>;\n' }))
    expect(html).toContain(
      '<span class="line"><c-k>a&lt;b</c-k> &amp; c\n</span><span class="line">x<c-n>yz</c-n>;\n</span>',
    )
    expect(renderCode(code('a<b & c'))).toContain('<span class="line">a&lt;b &amp; c\n</span>')
  })

  test('marks of one step are there at once; a further step begins at the first line it means', () => {
    const html = renderCode(code('one\ntwo\nthree', { marks: [[[1, 1]], [[2, 3]], []] }))
    expect(html).toContain('<pre class="slim spotlit">')
    expect([...html.matchAll(/data-lit="([^"]*)"/g)].map(([, lit]) => lit)).toEqual(['0 2', '1 2', '1 2'])
    expect([...html.matchAll(/data-step="(\d)"><\/span>(\w*)/g)].map(([, step, text]) => [step, text])).toEqual([
      ['1', ''],
      ['2', 'two'],
    ])
  })

  test('numbers begin where the notes say', () => {
    expect(renderCode(code('x', { numbered: 10 }))).toContain(
      'class="numbered slim" data-from="9" style="counter-reset: line 9"',
    )
    expect(renderCode(code('x', { numbered: 1 }))).toContain('class="numbered slim"')
  })
})
