/** Text that no sheet can hold whole, in handout and article: read back to the last word, none of it off its sheet. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { placedWords, type Word } from './placedWords.js'

const numbered = (word: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${word}${String(index).padStart(4, '0')}`)

/** What is taller than a sheet, each kind in words of its own. */
const tall = {
  head: numbered('head', 600),
  cell: numbered('cell', 1500),
  code: numbered('code', 900),
  item: numbered('item', 1200),
  term: numbered('term', 1100),
  caption: numbered('caption', 400),
  left: numbered('left', 500),
  right: numbered('right', 500),
  beforeIcon: numbered('early', 500),
  afterIcon: numbered('later', 600),
  said: numbered('said', 1200),
}

const notes = `---
title: ${'A title that goes on and on 没有尽头的标题 '.repeat(9)}
event: ${'An event with a name as long as its title '.repeat(5)}
date: ${'the first, the second and the third of November, '.repeat(5)}
---

## A table

| Key | Text | 说明 |
|---|---|---|
| before | short | 短 |
| key | ${tall.cell.join(' ')} | ${'很长的中文说明'.repeat(40)} |
| after | short | 短 |

| ${tall.head.join(' ')} | Text |
|---|---|
${'| below | beside<br>and<br>more<br>below<br>it |\n'.repeat(12)}

## Code

\`\`\`js
const before = 1
const text = "${tall.code.join(' ')}"
const after = 2
\`\`\`

## A list

- ${tall.item.join('')}
- another

## A term

${tall.term.join(' ')}
: is explained

## A picture

![Wide](wide.svg "${tall.caption.join(' ')}")

## Two pictures

![One](wide.svg "${tall.left.join(' ')}") ![Two](wide.svg "${tall.right.join(' ')}")

## An icon

${tall.beforeIcon.join(' ')} ![icon](wide.svg) ${tall.afterIcon.join(' ')}

## A speech

One sentence is shown.

<aside class="notes">${tall.said.join(' ')}</aside>
`

const MM = 72 / 25.4
/** Height of letters in a text, at least; on slides, which are scaled down, they are smaller. Points. */
const SMALLEST = 8
const sheet = { width: 210 * MM, height: 297 * MM }

let folder: string
let files: readonly string[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  const file = join(folder, 'tall.md')
  await writeFile(file, notes)
  await copyFile(fileURLToPath(new URL('decks/pictures/wide.svg', import.meta.url)), join(folder, 'wide.svg'))
  const formats = { ...noFormats, handouts: ['notes' as const, 'article' as const] }
  const request = { notes: file, name: 'tall', folder: join(folder, 'tall'), offline: true, refresh: false, formats }
  for await (const deck of buildDecks([{ ...request, settings: {} }], {})) files = deck.files
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe.each(['handout', 'article'])('in the %s', (kind) => {
  let words: readonly Word[]
  beforeAll(() => {
    const path = files.find((file) => file.endsWith(`-${kind}.pdf`)) ?? ''
    // Without head and foot, and what says that a text goes on here.
    const above = (kind === 'handout' ? 26 : 18) * MM
    words = placedWords(path).filter(({ top, bottom }) => top > above && bottom < sheet.height - 14 * MM)
  })

  test.each(Object.entries(tall))(
    'every word of the %s is there, whole or over a line, a slide or a sheet',
    (name, wanted) => {
      const text = words.map((word) => word.text).join('')
      // What the speaker says is in no article.
      const expected = kind === 'article' && name === 'said' ? wanted : []
      // A word without an end goes on at the head of the next slide's text, behind `2/14`.
      const goesOn = (word: string) =>
        name === 'item' && [...word].some((_, at) => new RegExp(`/\\d{2}${word.slice(at + 1)}item`).test(text))
      expect(wanted.filter((word) => !text.includes(word) && !goesOn(word))).toEqual(expected)
    },
  )

  test('nothing stands beyond its sheet’s text, at any side', () => {
    const off = words.filter(
      ({ left, right, bottom }) => left < 15 * MM || right > sheet.width - 15 * MM || bottom > sheet.height - 19.5 * MM,
    )
    expect(off).toEqual([])
  })

  test('a row over several sheets keeps its columns where they are', () => {
    const ofTable = words.filter(({ text, top, bottom }) => text.startsWith('cell') && bottom - top > SMALLEST)
    const pages = new Set(ofTable.map(({ page }) => page))
    expect(pages.size).toBeGreaterThan(2)
    const edges = [...pages].map((on) => Math.min(...ofTable.flatMap(({ page, left }) => (page === on ? [left] : []))))
    // In the handout, each slide that the row is continued on has a text of its own.
    expect(Math.max(...edges) - Math.min(...edges)).toBeLessThan(kind === 'article' ? 0.1 : 2)
  })

  test('so does a table whose head is too tall to be said again', () => {
    const beside = words.filter(({ text, top, bottom }) => text === 'beside' && bottom - top > SMALLEST)
    expect(beside.length).toBeGreaterThan(11)
    if (kind === 'article') expect(new Set(beside.map(({ left }) => Math.round(left))).size).toBe(1)
  })
})

test('long facts leave head and foot on their line: every sheet is printed in its own size', () => {
  for (const file of files) {
    const heads = placedWords(file).filter(({ top, bottom }) => bottom < 16 * MM || top > sheet.height - 16 * MM)
    expect(heads.length).toBeGreaterThan(0)
    expect(heads.filter(({ top, bottom }) => bottom - top < 7)).toEqual([])
    expect(heads.filter(({ left, right }) => left < 15 * MM || right > sheet.width - 15 * MM)).toEqual([])
    const ofMost = Math.max(...heads.map(({ bottom, top }) => (top < 16 * MM ? 0 : sheet.height - bottom)))
    expect(ofMost).toBeLessThan(14 * MM)
  }
})
