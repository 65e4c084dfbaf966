/** Formulas and code as they are drawn: nothing cut off, everything readable, every word read back from every format. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { contrast } from '../../src/render/colour.js'
import { deckOf, type OnStage, putOnStage } from './onStage.js'

const sum = (count: number): string =>
  Array.from({ length: count }, (_, index) => `a_{${index}} x^{${index}}`).join(' + ')
const row = (count: number): string => Array.from({ length: count }, (_, index) => `m_{1234567${index}}`).join(' & ')

const wide = `# Wide

## Sums

$$
f(x) = ${sum(30)}
$$

\\begin{equation}
g(x) = ${sum(30)}
\\end{equation}

## Matrices

$$
\\begin{pmatrix} ${row(24)} \\end{pmatrix}
$$

## Tall

- item of a list

  $$
  \\begin{aligned}
  ${Array.from({ length: 16 }, (_, index) => `tall_{${index}} &= ${index} \\\\`).join('\n  ')}
  \\end{aligned}
  $$

## Cells

| formula | code |
|---|---|
| $\\frac{a}{b}$ | \`a / b\` |
| $\\sum_{i=1}^{n} \\frac{x_i}{y}$ | \`sum(x)\` |
`

const read = `# Read back

## Formulas

Energy is $E = mc^2$, by \\eqref{eq:loss}:

\\begin{equation}
loss = \\frac{alpha}{beta} \\label{eq:loss}
\\end{equation}

$$
f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{否则} \\end{cases}
$$

| name | formula |
|---|---|
| half | $\\frac{p}{q}$ |

## Code

\`\`\`python title="read.py" {2}
# 注释 comment
def addition(first, second):
    return first + second
\`\`\`

\`\`\`diff
- removed_word
+ added_word
\`\`\`
`

let deck: OnStage
let folder: string
beforeAll(async () => {
  deck = await putOnStage(wide)
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
})
afterAll(async () => {
  await deck.close()
  await rm(folder, { recursive: true })
})

/** A page that shows all slides of a deck as they are printed. */
async function laidFlat(url: string): Promise<Page> {
  const page = await deck.browser.puppeteer.newPage()
  await page.goto(`${url}?print`)
  await page.waitForSelector('html[data-talkback=ready]')
  return page
}

test('what is too wide goes on in further lines, or is smaller; nothing reaches over its slide or over its number', async () => {
  const page = await laidFlat(deck.url)
  const [over, broken] = await page.evaluate<[], () => readonly [readonly string[], number]>(`[
    [...document.querySelectorAll('.slide .formula')].flatMap((formula) => {
      const room = formula.closest('td, .flow').getBoundingClientRect()
      const tag = formula.querySelector('.katex-html > .tag')?.getBoundingClientRect()
      return [...formula.querySelectorAll('.katex-html > .base')].flatMap((piece) => {
        const { left, right, top, bottom } = piece.getBoundingClientRect()
        const isHit = tag && tag.top < bottom && tag.bottom > top && tag.left < right
        return left < room.left - 1 || right > room.right + 1 || isHit ? [piece.textContent] : []
      })
    }),
    document.querySelectorAll('.slide .formula.broken').length,
  ]`)
  expect(over).toEqual([])
  expect(broken).toBe(2)
})

test('what is taller than a slide is smaller, whole, and below what its item says', async () => {
  const page = await laidFlat(deck.url)
  const found = await page.evaluate<[], () => unknown>(`
    [...document.querySelectorAll('li .formula')].map((formula) => {
      const body = formula.closest('.body').getBoundingClientRect()
      const isBelow = formula.closest('li').firstElementChild.textContent === 'item of a list'
      return [isBelow, formula.getBoundingClientRect().bottom <= body.bottom + 1]
    })`)
  expect(found).toEqual([[true, true]])
})

test('letters of a formula in a cell are as large as all text is, but for those that are raised or lowered', async () => {
  const page = await laidFlat(deck.url)
  const sizes = await page.evaluate<[], () => readonly number[]>(`
    [...document.querySelectorAll('td .katex-html .mord')]
      .filter((letter) => letter.children.length === 0 && !letter.closest('.msupsub, .op-limits'))
      .map((letter) => Number.parseFloat(getComputedStyle(letter).fontSize))`)
  expect(sizes.length).toBeGreaterThan(3)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20)
})

test('every formula and every word of code is read back from slides, handouts, article and PowerPoint', async () => {
  const notes = join(folder, 'read.md')
  await writeFile(notes, read)
  const formats = { ...noFormats, pdf: true, pptx: true, handouts: ['notes', '2', '4', 'article'] as const }
  const request = { notes, name: 'read', folder: join(folder, 'out'), offline: true, refresh: false, formats }
  const texts = new Map<string, string>()
  for await (const { files, findings } of buildDecks([request], {})) {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const file of files) {
      const text = file.endsWith('.pptx')
        ? execFileSync('unzip', ['-p', file, 'ppt/slides/*.xml'], { encoding: 'utf8' })
            .replace(/<\/a:p>/g, '\n')
            .replace(/<[^>]*>/g, '')
        : execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
      texts.set(file.replace(/^.*[\\/]/, ''), text.replace(/&gt;/g, '>').replace(/\s+/g, ''))
    }
  }
  expect([...texts.keys()].sort()).toEqual([
    'read-article.pdf',
    'read-handout-2.pdf',
    'read-handout-4.pdf',
    'read-handout.pdf',
    'read.pdf',
    'read.pptx',
  ])
  const words = [
    'E=mc²',
    '(1)',
    'loss=',
    'f(x)={1,x>0;0,否则',
    'p/q',
    'read.py',
    '#注释comment',
    'defaddition(first,second):',
    'returnfirst+second',
    '-removed_word',
    '+added_word',
  ]
  for (const [file, text] of texts)
    expect({ file, lost: words.filter((word) => !text.includes(word)) }).toEqual({ file, lost: [] })
})

describe('code can be read: AA of WCAG 2, whatever the ground, also on lines that are marked', () => {
  const code =
    '# Code\n\n## Inks\n\n```python {2}\n# comment\ndef name(): return "string"\n```\n\n```diff {1-2}\n- removed\n+ added\n@@ 1 @@\n```\n'
  const themes = [
    'beige',
    'black',
    'blood',
    'dracula',
    'league',
    'moon',
    'night',
    'serif',
    'simple',
    'sky',
    'solarized',
    'white',
  ]
  type Channels = readonly [number, number, number]
  interface Inked {
    readonly text: string
    readonly ink: Channels
    readonly ground: Channels
  }
  test.each(['report', 'night', 'paper', 'plain', ...themes.map((theme) => `reveal/${theme}`)])(
    '%s',
    async (template) => {
      const page = await laidFlat(await deckOf(code, await mkdtemp(join(folder, 'deck-')), { template }))
      const inked = await page.evaluate<[], () => readonly Inked[]>(`(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
      const brush = canvas.getContext('2d', { willReadFrequently: true })
      // Laid one over the other, as the page does it.
      const seen = (colours) => {
        brush.clearRect(0, 0, 1, 1)
        for (const colour of ['#fff', ...colours]) {
          brush.fillStyle = colour
          brush.fillRect(0, 0, 1, 1)
        }
        return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3)
      }
      return [...document.querySelectorAll('pre :is(c-k, c-s, c-n, c-c, c-a, c-r)')].map((element) => {
        const grounds = []
        for (let around = element; around; around = around.parentElement) grounds.unshift(getComputedStyle(around).backgroundColor)
        return { text: element.textContent, ink: seen([...grounds, getComputedStyle(element).color]), ground: seen(grounds) }
      })
    })()`)
      await page.close()
      expect(inked.length).toBeGreaterThan(6)
      expect(inked.filter(({ ink, ground }) => contrast(ink, ground) < 4.5)).toEqual([])
    },
  )
})
