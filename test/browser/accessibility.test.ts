/** Decks on stage → what axe, a screen reader and the Tab key find: nothing wrong, nothing hidden, nothing unnamed. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { nameOf, templates } from './inputs.js'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const decks = [
  file('../../notes/kubecon-china-2018.md'),
  file('decks/blocks.md'),
  file('decks/html.md'),
  file('decks/layout-comparison.md'),
  file('stage/english.md'),
]
const cases = decks.flatMap((notes) => templates.map((template) => ({ notes, template })))

let browser: RunningBrowser
let out: string
let axe: string
const addresses: string[] = []
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const common = { formats: noFormats, offline: true, refresh: false }
  const requests = cases.map(({ notes, template }, at) => {
    const folder = join(out, String(at))
    return { notes, name: nameOf(notes), folder, settings: { template }, ...common }
  })
  for await (const deck of buildDecks(requests, {})) addresses.push(pathToFileURL(deck.index).href)
  browser = await startBrowser(await findBrowser())
})
afterAll(async () => {
  await browser.close()
  await rm(out, { recursive: true })
})

async function inPage<Value>(expression: string): Promise<Value> {
  return browser.page.evaluate<[], () => Value>(expression)
}

async function open(at: number, more = ''): Promise<void> {
  await browser.page.goto('about:blank')
  await browser.page.goto(`${addresses[at]}${more}`)
  await browser.page.waitForSelector('html.ready')
  await browser.page.evaluate(axe)
}

/** What axe finds on the page as it is shown: rule, and the element it is about. */
const audit = (
  scope = 'document',
): string => `axe.run(${scope}, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`

/** Goes through all slides and their steps from the first, each when it has faded in; what is around them is looked at once. */
const auditAll = `(async () => {
  const isOver = (animation) => animation.finished.catch(() => {})
  const found = await ${audit()}
  for (let page = 2; page <= document.querySelectorAll('section.slide, .fragment').length; page++) {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', keyCode: 34 }))
    await Promise.all(document.querySelector('section.slide.present').getAnimations({ subtree: true }).map(isOver))
    found.push(...(await ${audit("document.querySelector('section.slide.present')")}).map((fault) => page + ' ' + fault))
  }
  return { found, last: document.querySelector('section.slide.present').dataset.page }
})()`

describe('axe finds nothing', () => {
  test.each(cases.map((one, at) => ({ ...one, at, name: nameOf(one.notes) })))(
    'on any slide of $name in $template',
    async ({ at }) => {
      await open(at)
      const pages = await inPage<number>(`document.querySelectorAll('section.slide').length`)
      const { found, last } = await inPage<{ readonly found: readonly string[]; readonly last: string }>(auditAll)
      expect(found).toEqual([])
      expect(last).toBe(String(pages))
    },
  )

  test.each(['zh', 'en'].flatMap((lang) => ['?', 'o', 'r', '/', '12', 'l', 'd', 'b'].map((key) => ({ lang, key }))))(
    'in what the key $key opens, in $lang',
    async ({ key, lang }) => {
      await open(cases.findIndex(({ notes }) => (nameOf(notes) === 'english') === (lang === 'en')))
      await browser.page.keyboard.type(key)
      await browser.page.waitForSelector('.help, .overview .thumb, .times, .stage-search, .stage-toast, .paused')
      expect(await inPage(audit())).toEqual([])
    },
  )

  test.each(cases.map((one, at) => ({ ...one, at, name: nameOf(one.notes) })))(
    'in the speaker view of $name in $template',
    async ({ at }) => {
      await open(at, '?speaker=alone')
      expect(await inPage(audit())).toEqual([])
      await browser.page.keyboard.press('End')
      await browser.page.keyboard.type('?')
      expect(await inPage(audit())).toEqual([])
    },
  )
})

describe('without eyes or mouse', () => {
  test('one slide is there, the others are not; its number and title are said on arrival', async () => {
    await open(0)
    await browser.page.keyboard.press('End')
    const { there, status, pages } = await inPage<{ there: string[]; status: string; pages: number }>(`({
      there: [...document.querySelectorAll('section.slide')].filter((slide) => !slide.inert).map(({ ariaLabel }) => ariaLabel),
      status: document.querySelector('.stage-status').textContent,
      pages: document.querySelectorAll('section.slide').length,
    })`)
    expect(there).toEqual([`第 ${pages} 页，共 ${pages} 页`])
    expect(status).toMatch(new RegExp(`^${there[0]}: .`))
    expect(await inPage(`document.querySelector('.talk').getAttribute('role')`)).toBe(null)
  })

  test('a step that appears is said', async () => {
    await open(
      cases.findIndex(({ notes }) => nameOf(notes) === 'english'),
      '#/steps',
    )
    const status = `document.querySelector('.stage-status').textContent`
    await browser.page.keyboard.press('PageDown')
    expect(await inPage(status)).toBe('first')
    await browser.page.keyboard.press('PageDown')
    expect(await inPage(status)).toBe('second')
  })

  test('Tab goes through the slide that is shown, and what has the focus shows it', async () => {
    await open(0, '#/agenda')
    const stops: string[] = []
    for (let press = 0; press < 8; press++) {
      await browser.page.keyboard.press('Tab')
      const stop = await inPage<{ readonly name: string; readonly width: string }>(`(() => {
        const at = document.activeElement
        const slide = at.closest('section.slide')
        return { name: slide ? slide.id : at.localName, width: getComputedStyle(at).outlineWidth }
      })()`)
      stops.push(stop.name)
      if (stop.name !== 'body') expect(stop.width).toBe('3px')
    }
    expect(stops).toContain('agenda')
    expect(stops.filter((name) => !['agenda', 'button', 'body'].includes(name))).toEqual([])
  })

  test('who wants no motion gets none', async () => {
    await browser.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await open(0)
    const moving = await inPage<readonly string[]>(`[...document.querySelectorAll('body *')].filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element)
      return animationName !== 'none' || transitionDuration !== '0s'
    }).map(({ className }) => className)`)
    await browser.page.emulateMediaFeatures([])
    expect(moving).toEqual([])
  })

  test('at 200 % nothing of the help is out of reach, and the speaker view scrolls', async () => {
    await browser.page.setViewport({ width: 640, height: 360 })
    await open(0)
    await browser.page.keyboard.type('?')
    const wide = `document.querySelector('dialog').scrollWidth - document.querySelector('dialog').clientWidth`
    expect(await inPage(wide)).toBe(0)
    await open(0, '?speaker=alone')
    const desk = await inPage<{ readonly wide: number; readonly text: string }>(`({
      wide: document.querySelector('.desk').scrollWidth - document.querySelector('.desk').clientWidth,
      text: getComputedStyle(document.querySelector('.desk')).overflowY,
    })`)
    await browser.page.setViewport({ width: 1280, height: 720 })
    expect(desk).toEqual({ wide: 0, text: 'auto' })
  })
})
