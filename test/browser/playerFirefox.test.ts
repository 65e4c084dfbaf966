/** The same decks in Firefox, where there is one: they fit, play, print, and their speaker view finds its slides. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, launch, type Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core.js'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { deckOf } from './onStage.js'

const firefox = ['firefox', 'firefox-esr'].find((name) => spawnSync(name, ['--version']).status === 0)
const kubecon = fileURLToPath(new URL('../../notes/kubecon-china-2018.md', import.meta.url))

describe.skipIf(!firefox)('in Firefox', () => {
  let browser: Browser
  let out: string
  let url: string
  const faults: string[] = []
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
    const said = '\n### 备注 {.steps}\n- 甲\n- 乙\n\n<!-- 讲一下会场的气氛。 -->\n'
    url = await deckOf(`${await readFile(kubecon, 'utf8')}${said}`, out)
    const executablePath = execFileSync('which', [firefox ?? ''])
      .toString()
      .trim()
    browser = await launch({ browser: 'firefox', executablePath, headless: true })
  })
  afterAll(async () => {
    await browser.close()
    await rm(out, { recursive: true })
  })
  afterEach(async () => {
    for (const page of await browser.pages()) if (page.url().startsWith('file:')) await page.close()
    expect(faults).toEqual([])
  })

  async function open(hash = ''): Promise<Page> {
    const page = await browser.newPage()
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('request', (request) => /^(?:http|ws)/.test(request.url()) && faults.push(request.url()))
    await page.setViewport({ width: 1366, height: 768 })
    await page.goto(`${url}${hash}`)
    await page.waitForSelector('html.ready')
    return page
  }
  const ask = <Value>(page: Page, expression: string): Promise<Value> => page.evaluate<[], () => Value>(expression)
  const shows = (page: Page, id: string) =>
    page.waitForFunction(`document.querySelector('section.present').id === '${id}'`)

  test('nothing leaves its slide, and no slide its window', async () => {
    const page = await open()
    const last = await ask<number>(page, `document.querySelectorAll('section.slide').length`)
    for (let at = 1; at <= last; at++) {
      const out = await ask<readonly string[]>(
        page,
        `(() => {
          const slide = document.querySelector('section.present')
          const frame = slide.querySelector('.frame').getBoundingClientRect()
          const beyond = ({ left, top, right, bottom }, of) => left < of.left - 1 || top < of.top - 1 || right > of.right + 1 || bottom > of.bottom + 1
          const parts = [...slide.querySelectorAll('.title, .cover-title, .flow > *, li, .page-number')]
          const out = parts.filter((part) => beyond(part.getBoundingClientRect(), frame)).map(({ textContent }) => textContent)
          return beyond(frame, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }) ? [...out, 'the slide'] : out
        })()`,
      )
      expect({ at, out }).toEqual({ at, out: [] })
      await page.keyboard.press('PageDown')
    }
    await shows(page, '备注')
  })

  test('keys turn pages, step by step; search finds Chinese; the overview and a number lead to slides', async () => {
    const page = await open('#/备注')
    const seen = `document.querySelectorAll('section.present .fragment.visible').length`
    await page.keyboard.press('PageDown')
    expect(await ask(page, seen)).toBe(1)
    await page.keyboard.type('/开场的演讲')
    await page.waitForSelector('section.present .hits .chosen')
    expect(await ask(page, `document.querySelector('.search-count').textContent`)).toMatch(/^第 1 处，共 \d 处$/)
    await page.keyboard.press('Escape')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await shows(page, 'agenda')
    await page.keyboard.press('o')
    await page.waitForSelector('.overview .thumb .frame')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForFunction(`document.querySelector('section.present').dataset.page === '3'`)
    await page.keyboard.press('b')
    await page.waitForSelector('.reveal.paused')
  })

  test('the speaker view finds its slides, from a file, and again after either was loaded anew', async () => {
    const page = await open('#/备注')
    const target = new Promise<Page | null>((resolve) => {
      browser.on('targetcreated', async (created) => resolve(await created.page()))
    })
    await page.keyboard.press('s')
    const view = await target
    if (!view) throw new Error('The window that opened has no page.')
    const says = (selector: string, words: string) =>
      view.waitForFunction(`document.querySelector('${selector}')?.textContent.includes('${words}')`)
    await says('.desk-text', '讲一下会场的气氛。')
    await says('.desk-place', '0/2')
    await view.keyboard.press('PageDown')
    await page.waitForFunction(`document.querySelectorAll('section.present .fragment.visible').length === 1`)
    await view.reload()
    await says('.desk-place', '备注')
    await page.reload()
    await page.waitForSelector('html.ready')
    await view.waitForSelector('.desk')
    await view.keyboard.press('Home')
    await shows(page, 'title')
    await says('.desk-place', '第 1 页')
  })

  test('printed from its menu, every slide is a page', async () => {
    const page = await open('#/agenda')
    const slides = await ask<number>(page, `document.querySelectorAll('section.slide').length`)
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const facts = execFileSync('pdfinfo', ['-'], { input: bytes, encoding: 'utf8' })
    expect(facts).toMatch(new RegExp(`Pages: +${slides}\\n`))
    expect(facts).toContain('960 x 540 pts')
  })
})
