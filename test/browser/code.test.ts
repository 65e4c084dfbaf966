/** Code on slides: lit step by step on the stage, whole on paper, numbered block by block, its words read back. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { type OnStage, putOnStage } from './onStage.js'

const lines = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1} = ${index + 1}`).join('\n')

const notes = `# Code

## Steps

\`\`\`python {1|3-4|all} title="steps.py"
one = 1
two = 2
three = 3
four = "vier"
\`\`\`

## Neighbours

\`\`\`python
${lines('left', 17)}
\`\`\`

\`\`\`python
${lines('right', 30)}
\`\`\`

## Gaps

\`\`\`python
${lines('gap', 40).replaceAll(/(?<=^gap\d*[05] .*)$/gm, '\n')}
\`\`\`
`

let deck: OnStage
let folder: string
beforeAll(async () => {
  deck = await putOnStage(notes)
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
})
afterAll(async () => {
  await deck.close()
  await rm(folder, { recursive: true })
})

test('on the stage the lines of the step that is on stand out, there and back', async () => {
  const page = await deck.open('#/steps')
  const back = () =>
    page.evaluate<[], () => readonly number[]>(
      `[...document.querySelectorAll('section.present .line')].flatMap((line, index) => line.matches('.back') ? [index + 1] : [])`,
    )
  expect(await back()).toEqual([2, 3, 4])
  await page.keyboard.press('ArrowRight')
  expect(await back()).toEqual([1, 2])
  await page.keyboard.press('ArrowRight')
  expect(await back()).toEqual([])
  await page.keyboard.press('ArrowLeft')
  expect(await back()).toEqual([1, 2])
  expect(deck.faults).toEqual([])
})

test('marked lines reach from edge to edge of the ground under the code, below the name of its file', async () => {
  const page = await deck.open('#/steps')
  const edges = await page.evaluate<[], () => readonly (readonly number[])[]>(`
    ['.file', 'pre', '.line.marked'].map((what) => {
      const { left, right } = document.querySelector('section.present ' + what).getBoundingClientRect()
      return [Math.round(left), Math.round(right)]
    })`)
  expect(edges).toEqual([edges[1], edges[1], edges[1]])
  const [name, code] = await page.evaluate<[], () => readonly [number, number]>(`
    [document.querySelector('section.present .file').getBoundingClientRect().bottom,
     document.querySelector('section.present pre').getBoundingClientRect().top]`)
  expect(Math.abs(name - code)).toBeLessThan(1)
})

test('blocks that follow one another are numbered each from 1 on, and go on counting over slides', async () => {
  const page = await deck.open()
  const counts = await page.evaluate<[], () => readonly string[]>(`
    [...document.querySelectorAll('pre.numbered')].map((code) =>
      (code.style.counterReset || getComputedStyle(code).counterReset) + ' ' + code.querySelector('.line').textContent.split(' ')[0])`)
  expect(counts.filter((count) => count.startsWith('line 0'))).toEqual(['line 0 left1', 'line 0 right1', 'line 0 gap1'])
  for (const count of counts) expect(count).toMatch(/^line (\d+) \D+\d+$/)
  const wrong = counts.filter((count) => {
    const [, before, first] = /^line (\d+) \D+(\d+)$/.exec(count) ?? []
    // Behind every fifth gap a blank line is counted, and shown where code stands on both sides of it.
    const blank = count.includes('gap') ? Math.floor((Number(first) - 1) / 5) : 0
    return Number(before) + 1 !== Number(first) + blank
  })
  expect(wrong).toEqual([])
  const edges = await page.evaluate<[], () => readonly string[]>(`
    [...document.querySelectorAll('pre')].flatMap((code) => [...code.querySelectorAll('.line')].filter((line, at, all) => at === 0 || at === all.length - 1))
      .map((line) => line.textContent.trim())`)
  expect(edges).not.toContain('')
})

test('on paper nothing stands back, steps make no pages, and every word is read back', async () => {
  const file = join(folder, 'code.md')
  await writeFile(file, notes)
  const request = { notes: file, name: 'code', folder: join(folder, 'out'), offline: true, refresh: false }
  const formats = { ...noFormats, pdf: true }
  const texts: string[] = []
  for (const settings of [{}, { pdfSteps: true }]) {
    for await (const built of buildDecks([{ ...request, formats, settings }], {})) {
      const text = execFileSync('pdftotext', ['-raw', built.files[0] ?? '', '-'], { encoding: 'utf8' })
      texts.push(text)
    }
  }
  expect(texts[0]?.match(/two = 2/g)).toHaveLength(1)
  expect(texts[1]?.match(/two = 2/g)).toHaveLength(1)
  for (const words of ['steps.py', 'four = "vier"', 'left17 = 17', 'right30 = 30']) expect(texts[0]).toContain(words)
  expect(texts[0]).not.toContain('{1')
})
