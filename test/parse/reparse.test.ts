/** What is read again after an edit is what reading all of it would give. */
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { reparseNotes } from '../../src/parse/reparse.js'

const options = { repair: true, infer: true, lang: '' }
const text = `---
event: KubeCon
---

# 笔记

## 上午

### 开场

- 欢迎大家
  1. eins
  2. zwei

> 引用
> 第二行

### Service mesh

- Envoy carries traffic
- Istio tells it where

| a | b |
|---|---|
| 1 | 2 |

## 下午

### Closing

谢谢大家，再见。

Seen in a talk[^1].

term
: what it means

[^1]: said by Ana

    - on Monday
`

function edited(change: (text: string) => string) {
  const before = { file: 'x.md', text }
  const after = { file: 'x.md', text: change(text) }
  const notes = parseNotes(before, readFrontMatter(before), options, readHtml)
  const head = readFrontMatter(after)
  return {
    quick: reparseNotes({ source: before, notes }, after, head, options, readHtml),
    whole: parseNotes(after, head, options, readHtml),
  }
}

describe('an edit below one heading', () => {
  it.each([
    ['a word', (old: string) => old.replace('carries', 'carries all')],
    ['a point more', (old: string) => old.replace('- Istio', '- xDS\n- Istio')],
    ['a point less', (old: string) => old.replace('- Envoy carries traffic\n', '')],
    ['another title', (old: string) => old.replace('### Service mesh', '### 服务网格')],
    ['a heading without a space', (old: string) => old.replace('- Istio', '###Istio\n- Istio')],
    ['a heading less', (old: string) => old.replace('### Closing\n', '')],
    ['a slide more', (old: string) => old.replace('## 下午', '### New\n\n- text\n\n## 下午')],
    ['a picture', (old: string) => old.replace('谢谢大家', '![chart](chart.png)')],
    ['a cell', (old: string) => old.replace('| 1 | 2 |', '| 1 | 3 |')],
    ['the end', (old: string) => `${old}\nand so on\n`],
  ])('%s', (_, change) => {
    const { quick, whole } = edited(change)
    expect(quick?.notes.blocks).toEqual(whole.blocks)
    expect(quick?.notes.front).toEqual(whole.front)
  })
})

describe('an edit that may reach further is left to the whole', () => {
  it.each([
    ['a fence', (old: string) => old.replace('- Istio', '```\n- Istio')],
    ['a comment', (old: string) => old.replace('- Istio', '<!-- - Istio')],
    ['a reference', (old: string) => old.replace('- Istio', '[Istio]: https://istio.io\n- Istio')],
    ['a footnote', (old: string) => old.replace('Istio tells', 'Istio[^1] tells')],
    ['the head', (old: string) => old.replace('event: KubeCon', 'event: KubeCon China')],
    ['the first heading', (old: string) => old.replace('# 笔记', '# 大会')],
  ])('%s', (_, change) => expect(edited(change).quick).toBeUndefined())
})
