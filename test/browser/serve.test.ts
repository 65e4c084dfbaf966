/** A served deck as its author sees it: edits come on stage by themselves, and nobody loses their place. */
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openLiveDeck } from '../../src/pipeline/liveDeck.js'
import { type Serving, serve } from '../../src/serve/serve.js'
import type { Session } from '../../src/serve/session.js'
import { eventually } from '../eventually.js'
import { authorsCookie, shown, waitFor, waitForText } from './served.js'

/** Set plainly: what is told here is where readers are, and one edit changes no other slide. */
const first = `---
lang: zh
compose: plain
---

# 大会笔记

## 上午

### 开场

- 欢迎大家

### Service mesh

- Envoy carries traffic
- Istio tells it where

### 边缘计算

- KubeEdge

## 下午

### Closing words

- 谢谢
`

let browser: Browser
let folder: string
let notes: string
let serving: Serving
let session: Session | undefined
/** The text of the last edit that was wholly taken. */
let passed: string | undefined
const faults: string[] = []
const edits: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  notes = join(folder, 'notes.md')
  await writeFile(notes, first)
  // Ours lets no page reach any host, this one neither.
  const { path } = await findBrowser()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  browser = await puppeteer.launch({ executablePath: path, headless: 'shell', args })
  serving = await open({ follow: false, sync: true })
})
afterAll(async () => {
  await serving.close()
  await browser.close()
  await rm(folder, { recursive: true })
})

async function open(options: { readonly follow: boolean; readonly sync: boolean }): Promise<Serving> {
  const source = openLiveDeck({ notes, offline: true, refresh: false })
  const edit = async (file: string, line: number) => {
    edits.push(`${file === notes ? 'notes' : file}:${line}`)
    return undefined
  }
  const onRound = (now: Session): void => {
    session = now
    passed = now.shown.text
  }
  const served = await serve([{ name: 'notes', notes, source }], { host: '127.0.0.1', edit, onRound, ...options })
  await browser.setCookie(authorsCookie(served))
  return served
}

async function openPage(hash: string): Promise<Page> {
  const page = await browser.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(`${serving.address}${hash}`)
  await page.waitForSelector('html.ready')
  return page
}

const read = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression)
const save = async (change: (text: string) => string) => writeFile(notes, change(await readFile(notes, 'utf8')))
/** Until what was saved is what is served. */
const taken = () => eventually(async () => expect(passed).toBe(await readFile(notes, 'utf8')))
/** Until a page that has to be loaded anew is the one that is served by now: a draft may come before the whole, and both load it. */
const loaded = async (page: Page): Promise<void> => {
  await taken()
  const written = `JSON.parse(document.getElementById('live-data').textContent).round`
  const round = `document.documentElement.classList.contains('ready') && Number(document.documentElement.dataset.liveRound ?? ${written})`
  await eventually(async () => expect(await read(page, round)).toBe(session?.shown.round))
}
// A page of the next test would be told of it, or be loaded anew.
afterEach(taken)

describe('while notes are edited', () => {
  let page: Page
  beforeAll(async () => {
    page = await openPage('#/service-mesh')
    // A page that is loaded anew would have lost this.
    await page.evaluate(`window.sameDocument = true`)
  })

  test('what is saved comes on screen, fitted, without the page being loaded anew', async () => {
    const cover = `document.querySelector('.reveal section.slide .frame')`
    await page.evaluate(`window.coverBefore = ${cover}`)
    await save((text) => text.replace('Istio tells it where', 'Istio and 控制面 tell it where'))
    await waitForText(page, 'Istio and 控制面 tell it where')
    // Its new characters come with a style of their own, for every slide; after that all is quiet.
    await waitFor(page, `${cover} !== window.coverBefore`)
    expect(await read(page, `${shown}.querySelector('.frame').clientHeight`)).toBe(720)
    expect(await read(page, 'window.sameDocument')).toBe(true)
    // The fonts of new characters come a moment later, and with them all slides anew.
    await waitFor(page, `document.documentElement.dataset.liveRound === '3'`)
  })

  test('only the slide that was edited is fitted and exchanged', async () => {
    await page.evaluate(
      `window.framesBefore = [...document.querySelectorAll('.reveal section.slide')].map((slide) => slide.firstElementChild)`,
    )
    await save((text) => text.replace('- Envoy carries traffic', '- Envoy carries all the traffic'))
    await waitForText(page, 'all the traffic')
    const others = `[...document.querySelectorAll('.reveal section.slide')].filter((slide, index) => slide.firstElementChild !== window.framesBefore[index]).map(({ id }) => id)`
    expect(await read(page, others)).toEqual(['service-mesh'])
    await save((text) => text.replace('- Envoy carries all the traffic', '- Envoy carries traffic'))
    await waitFor(page, `!${shown}.textContent.includes('all the traffic')`)
  })

  test('slides that come and go before it leave the reader where they are', async () => {
    await save((text) => text.replace('### 开场', '### Brand new\n\n- first of all\n\n### 开场'))
    await waitFor(page, `document.getElementById('brand-new') !== null`)
    expect(await read(page, `${shown}.id`)).toBe('service-mesh')
    await save((text) =>
      text.replace('### Brand new\n\n- first of all\n\n', '').replace('### 开场\n\n- 欢迎大家\n\n', ''),
    )
    await waitFor(page, `document.getElementById('brand-new') === null`)
    expect(await read(page, `${shown}.id`)).toBe('service-mesh')
    expect(await read(page, 'location.hash')).toBe('#/service-mesh')
  })

  test('a slide that grows is continued, and the reader stays on its first part; shrunk again it is one', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `- point ${index} of a long list of points`).join('\n')
    await save((text) => text.replace('- Envoy carries traffic', `- Envoy carries traffic\n${many}`))
    await waitFor(page, `document.getElementById('service-mesh--2') !== null`)
    expect(await read(page, `${shown}.id`)).toBe('service-mesh')
    expect(await read(page, `document.querySelectorAll('.reveal .frame').length`)).toBeGreaterThan(7)
    const said = `document.querySelector('.progress-line').getAttribute('aria-valuenow') + ' ' + document.querySelector('.stage-status').textContent`
    const number = Number(await read(page, `${shown}.dataset.page`))
    expect(await read(page, said)).toMatch(new RegExp(`^${number} .*\\b${number}\\b.*Service mesh`))
    const total = await read(page, `document.querySelectorAll('.reveal section.slide').length`)
    expect(await read(page, `document.querySelector('.progress-line').getAttribute('aria-valuetext')`)).toContain(
      String(total),
    )
    await save((text) => text.replace(`\n${many}`, ''))
    await waitFor(page, `document.getElementById('service-mesh--2') === null`)
    expect(await read(page, said)).toMatch(new RegExp(`^${number} `))
  })

  test('an edit in an early part leaves the reader at what they read, whatever part that is now', async () => {
    const points = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, index) => `- point ${from + index} of a list`).join('\n')
    await save((text) => text.replace('- Envoy carries traffic', `- Envoy carries traffic\n${points(0, 40)}`))
    await waitFor(page, `document.getElementById('service-mesh--3') !== null`)
    await page.evaluate(`location.hash = '#/service-mesh--3'`)
    await waitFor(page, `${shown}.id === 'service-mesh--3'`)
    const first = String(await read(page, `${shown}.querySelector('.flow li').textContent`))
    await save((text) => text.replace('- Envoy carries traffic', `- Envoy carries traffic\n${points(100, 130)}`))
    await waitFor(page, `document.getElementById('service-mesh--6') !== null`)
    expect(await read(page, `${shown}.textContent`)).toContain(first)
    await save((text) => text.replace(`\n${points(100, 130)}`, '').replace(`\n${points(0, 40)}`, ''))
    await waitFor(page, `document.getElementById('service-mesh--2') === null`)
  })

  test('a slide that moves takes the reader along', async () => {
    const title = '### Service mesh'
    const whole = await readFile(notes, 'utf8')
    const start = whole.indexOf(title)
    const end = whole.indexOf('\n#', start) + 1
    const block = whole.slice(start, end)
    const later = `${whole.slice(0, start)}${whole.slice(end).trimEnd()}\n\n${block}`
    await save(() => later)
    await waitFor(page, `[...document.querySelectorAll('.reveal section.slide')].at(-1)?.id === 'service-mesh'`)
    expect(await read(page, `${shown}.id`)).toBe('service-mesh')
    await save(() => whole)
    await waitFor(page, `[...document.querySelectorAll('.reveal section.slide')].at(-1)?.id !== 'service-mesh'`)
    expect(await read(page, `${shown}.id`)).toBe('service-mesh')
  })

  test('another title is the same place, under another address', async () => {
    await save((text) => text.replace('### Service mesh', '### 服务网格 revisited'))
    await waitForText(page, '服务网格 revisited')
    await waitFor(page, `decodeURIComponent(location.hash) === '#/服务网格-revisited'`)
    await save((text) => text.replace('### 服务网格 revisited', '### Service mesh'))
    await waitForText(page, 'Service mesh')
  })

  test('an editor that puts a new file in the place of the old one is seen, again and again', async () => {
    for (const word of ['once', 'twice', 'thrice']) {
      const text = await readFile(notes, 'utf8')
      await writeFile(`${notes}~`, text.replace(/- Envoy.*/, `- Envoy ${word}`))
      await rename(`${notes}~`, notes)
      await waitForText(page, `Envoy ${word}`)
    }
    expect(await read(page, 'window.sameDocument')).toBe(true)
  })

  test('notes that are gone leave the last deck, and say why; once they are back, all is well', async () => {
    const text = await readFile(notes, 'utf8')
    await rm(notes)
    await waitFor(page, `document.querySelector('.live-panel:not([hidden])')?.textContent.includes('notes.md:1')`)
    expect(await read(page, `${shown}.id`)).toBe('service-mesh')
    // A click on a finding leads to where it can be mended.
    await page.click('.live-sign')
    await page.click('.live-panel li button')
    await eventually(() => expect(edits.splice(0)).toEqual(['notes:1']))
    await writeFile(notes, text.replace(/- Envoy.*/, '- Envoy is back'))
    await waitForText(page, 'Envoy is back')
    await waitFor(page, `document.querySelector('.live-panel').hidden`)
  })

  test('`e` opens the editor where the slide is in the notes, by its line', async () => {
    const text = await readFile(notes, 'utf8')
    const line = text.split('\n').indexOf('### Service mesh') + 1
    await page.bringToFront()
    await page.keyboard.press('e')
    await eventually(() => expect(edits).toEqual([`notes:${line}`]))
  })

  test('other settings are shown by the same page where they only change colours', async () => {
    await writeFile(join(folder, 'talkback.yaml'), 'accent: "#00695c"\n')
    await waitFor(page, `getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() === '#00695c'`)
    expect(await read(page, 'window.sameDocument')).toBe(true)
    await rm(join(folder, 'talkback.yaml'))
  })

  test('pages are in step, and a page that comes later goes where they are', async () => {
    const other = await openPage('#/service-mesh')
    await page.bringToFront()
    await page.keyboard.press('ArrowRight')
    await waitFor(other, `${shown}.id === '边缘计算'`)
    const third = await openPage('')
    await waitFor(third, `${shown}.id === '边缘计算'`)
    await Promise.all([other.close(), third.close()])
  })

  test('nothing failed all the while', () => {
    expect(faults).toEqual([])
  })
})

test('the author is followed to the slide that was edited, also when its title is another one now', async () => {
  await writeFile(notes, first)
  await serving.close()
  serving = await open({ follow: true, sync: false })
  const page = await openPage('#/service-mesh')
  await save((text) => text.replace('- 谢谢', '- 谢谢大家'))
  await waitForText(page, '谢谢大家')
  await save((text) => text.replace('### 边缘计算', '### Edge'))
  await waitFor(page, `${shown}.id === 'edge'`)
  await page.close()
})

test('the author is followed to a slide that only moved', async () => {
  await writeFile(notes, first)
  await serving.close()
  serving = await open({ follow: true, sync: false })
  const page = await openPage('#/title')
  const [start, end] = [first.indexOf('### Service mesh'), first.indexOf('### 边缘计算')]
  await save(
    (text) =>
      text.slice(0, start) +
      text
        .slice(end)
        .trimEnd()
        .concat(`\n\n${text.slice(start, end)}`),
  )
  await waitFor(page, `${shown}.id === 'service-mesh'`)
  await page.close()
})

test('slides of one title that change places take their readers along, and those who come later', async () => {
  const questions = ['alpha asks', 'beta wonders'].map((text) => `### Questions\n\n- ${text}\n\n`)
  await writeFile(notes, `# Talk\n\n${questions.join('')}### Rest\n\n- more\n`)
  await serving.close()
  serving = await open({ follow: false, sync: true })
  const page = await openPage('#/title')
  await page.evaluate(
    `talkbackStage.go(talkbackStage.slides().findIndex((slide) => slide.textContent.includes('alpha')))`,
  )
  await waitForText(page, 'alpha asks')
  const [was, count] = [await read(page, `${shown}.id`), await read(page, 'talkbackStage.slides().length')]
  await save(() => `# Talk\n\n${questions.toReversed().join('')}### Rest\n\n- more\n`)
  await waitFor(page, `talkbackStage.slides()[1].textContent.includes('beta wonders')`)
  expect(await read(page, `${shown}.textContent`)).toContain('alpha asks')
  expect(await read(page, `${shown}.id`)).toBe(was)
  expect(await read(page, 'talkbackStage.slides().length')).toBe(count)
  const later = await openPage('')
  await waitForText(later, 'alpha asks')
  await page.close()
  await later.close()
  await save(() => first)
})

test('a page that has to be loaded anew is where it was, and of a part that is gone at the one before it', async () => {
  await serving.close()
  serving = await open({ follow: false, sync: false })
  const other = await openPage('#/service-mesh--7')
  expect(await read(other, `${shown}.id`)).toBe('service-mesh')
  // reveal.js writes the address when it has time.
  await other.evaluate(`window.sameDocument = true; talkbackStage.go(talkbackStage.slides().length - 1)`)
  const last = await read(other, `${shown}.id`)
  await save((text) => text.replace('lang: zh\n', 'lang: en\n'))
  await loaded(other)
  expect(await read(other, `[window.sameDocument, ${shown}.id]`)).toEqual([null, last])
  await save(() => first)
  await other.close()
})

test('in columns, a slide that moves to another section takes its reader along, under its new name', async () => {
  const talk = (text: string): string => `### Questions\n\n- ${text}\n`
  const notesOf = (...sections: readonly string[]): string =>
    [
      '---\nstacks: true\n---',
      '# Talk',
      ...sections.map((text, at) => `## Day ${at}\n\n### Start ${at}\n\n- of ${at}\n\n${text}`),
    ].join('\n\n')
  await save(() => notesOf(`${talk('alpha asks')}\n${talk('beta wonders')}`, ''))
  await taken()
  const page = await openPage('#/title')
  await waitFor(page, `document.body.textContent.includes('alpha asks')`)
  await page.evaluate(
    `talkbackStage.go(talkbackStage.slides().findIndex((slide) => slide.textContent.includes('beta')))`,
  )
  await waitForText(page, 'beta wonders')
  await page.evaluate(`window.sameDocument = true`)
  await save(() => notesOf(talk('alpha asks'), talk('beta wonders')))
  await waitFor(page, `!window.sameDocument && document.documentElement.classList.contains('ready')`)
  await waitForText(page, 'beta wonders')
  await save(() => first)
  await page.close()
})

const draw = async (page: Page): Promise<void> => {
  await page.keyboard.press('d')
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(400, 350)
  await page.mouse.up()
  await page.keyboard.press('Escape')
}
const drawn = `[...document.querySelectorAll('.ink')].map((ink) => ink.parentElement.id + ' ' + ink.querySelector('polyline').getAttribute('points'))`

test('another author is no reason to load a page anew', async () => {
  const page = await openPage('#/service-mesh')
  await page.evaluate(`window.sameDocument = true`)
  await save((text) => text.replace('\n---\n', '\nauthor: Ann\n---\n'))
  await waitFor(page, `document.querySelector('meta[name="author"]')?.content === 'Ann'`)
  expect(await read(page, `document.getElementById('title').textContent`)).toContain('Ann')
  await save(() => first)
  await waitFor(page, `document.querySelector('meta[name="author"]') === null`)
  expect(await read(page, 'window.sameDocument')).toBe(true)
  await page.close()
})

test('drawings stay on their slides while these are edited, and come on when slides move', async () => {
  const page = await openPage('#/service-mesh')
  await draw(page)
  const before = await read(page, drawn)
  expect(before).toEqual([expect.stringMatching(/^service-mesh \d/)])
  await save((text) => text.replace('- Envoy carries traffic', '- Envoy carries 每一个请求'))
  await waitForText(page, '每一个请求')
  const many = Array.from({ length: 40 }, (_, index) => `- point ${index} of a long list of points`).join('\n')
  await save((text) => text.replace('- Istio', `${many}\n- Istio`))
  await waitFor(page, `document.getElementById('service-mesh--2') !== null`)
  await save((text) => text.replace('### 开场', '### Brand new\n\n- first of all\n\n### 开场'))
  await waitFor(page, `document.getElementById('brand-new') !== null`)
  expect(await read(page, drawn)).toEqual(before)
  await save(() => first)
  await waitFor(page, `document.getElementById('brand-new') === null`)
  await page.close()
})

test('who wrote the notes is told by name alone, after an edit as before it', async () => {
  const author = `document.querySelector('meta[name="author"]')?.content`
  await save(() => first.replace('# 大会笔记\n', '# 大会笔记\n\n作者：张三\n'))
  await taken()
  const page = await openPage('#/service-mesh')
  expect(await read(page, author)).toBe('张三')
  await page.evaluate(`window.sameDocument = true`)
  await save((text) => text.replace('- Envoy carries traffic', '- Envoy carries 每一个请求'))
  await waitForText(page, '每一个请求')
  expect(await read(page, `[${author}, window.sameDocument]`)).toEqual(['张三', true])
  await save(() => first)
  await page.close()
})

test.each([
  { name: 'comes in front of', more: 1 },
  { name: 'goes from the front of', more: -1 },
])('drawings stay on their slides when another one of their title $name many', async ({ more }) => {
  const talks = Array.from({ length: 21 }, (_, index) => `### Questions\n\n- asked ${index} times\n`)
  const [few, all] = [talks.slice(1), talks].map((some) => `# 大会笔记\n\n## 上午\n\n${some.join('\n')}`)
  const [before, after] = more > 0 ? [few, all] : [all, few]
  if (before === undefined || after === undefined) throw new Error('There are two.')
  await save(() => before)
  await taken()
  const page = await openPage('')
  await waitFor(page, `document.querySelectorAll('section.slide').length > 20`)
  const texts = `[...document.querySelectorAll('.ink')].map((ink) => /asked (\\d+)/.exec(ink.parentElement.textContent)?.[1])`
  for (const index of [1, 2, 5]) {
    await page.evaluate(
      `talkbackStage.go(talkbackStage.slides().findIndex((slide) => slide.textContent.includes('asked ${index} times')))`,
    )
    await draw(page)
  }
  expect(await read(page, texts)).toEqual(['1', '2', '5'])
  // What is on screen from here on, without a look at what is between two frames.
  await page.evaluate(`
    window.seen = []
    talkbackStage.onMove(() => window.seen.push(${shown}.textContent.includes('asked 5 times')))
  `)
  await save(() => after)
  await waitFor(page, `document.querySelectorAll('section.slide[id^="questions"]').length === ${more > 0 ? 21 : 20}`)
  expect(await read(page, texts)).toEqual(['1', '2', '5'])
  await waitForText(page, 'asked 5 times')
  expect(await read(page, 'window.seen.every(Boolean)')).toBe(true)
  await save(() => first)
  await page.close()
})

test('a page that has to be loaded anew looks as before: black, enlarged, with its drawings', async () => {
  const page = await openPage('#/service-mesh')
  await draw(page)
  await page.keyboard.press('+')
  await page.keyboard.press('b')
  const view = `JSON.stringify([${drawn}, document.querySelector('.slides').style.scale, document.querySelector('.slides').style.translate, talkbackStage.reveal.isPaused(), ${shown}.id])`
  const before = await read(page, view)
  await page.evaluate(`window.sameDocument = true`)
  await save((text) => text.replace('lang: zh\n', 'lang: en\n'))
  const isReady = `!window.sameDocument && document.documentElement.classList.contains('ready')`
  await loaded(page)
  await waitFor(page, `${isReady} && ${view} === ${JSON.stringify(before)}`)
  // What is done by keys goes on from there.
  await page.keyboard.press('b')
  await page.keyboard.press('-')
  expect(await read(page, `document.querySelector('.slides').style.scale`)).toBe('')
  await save(() => first)
  await page.close()
})
