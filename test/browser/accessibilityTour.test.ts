/** A whole deck by keyboard and by ear: what Tab reaches, in which order, how it shows, what is said, and colours of the reader's own. */
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { templates } from './inputs.js'
import { ask, type OnStage, putOnStage } from './onStage.js'

const link = (name: string) => `[${name}](https://example.org/${name})`
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="teal"/></svg>`
const notes = `---
title: Tour
lang: en
---
# Tour
## First part
### Beside
![A drawing](data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')})
- See ${link('docs')} first
- and ${link('code')} second
### Columns
${Array.from({ length: 14 }, (_, index) => `- ${index % 3 === 0 ? link(`c${index}`) : `point ${index}`}`).join('\n')}
### Table
| Name | Link |
|---|---|
| ${link('ta')} | ${link('tb')} |
| ${link('tc')} | d |
## Second part
### Comparison
#### Pros
- ${link('fast')}
- small
#### Cons
- ${link('new')}
- odd
### Long
${'- a point that is long enough to fill its line and to go on to the next one, as points of real notes do\n'.repeat(20)}
`

interface Stop {
  readonly name: string
  readonly slide: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Of its ring against what lies below it. */
  readonly contrast: number
  readonly width: number
}

const focused = `(() => {
  const at = document.activeElement
  const luminance = (colour) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
      const share = value / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  let ground = at.parentElement
  while (ground && /rgba\\(.*, 0\\)|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement
  const slide = at.closest('section.slide') ?? document.querySelector('section.present')
  const below = getComputedStyle(at.closest('section') ? ground ?? document.body : slide.querySelector('.frame')).backgroundColor
  const sheer = /rgba\\(.*, 0\\)/.test(below) ? getComputedStyle(document.body).backgroundColor : below
  const { outlineColor, outlineWidth, outlineStyle } = getComputedStyle(at)
  const [dark, light] = [luminance(outlineColor), luminance(sheer)].sort((a, b) => a - b)
  const { left, top, right, bottom } = at.getBoundingClientRect()
  return {
    name: at.textContent.trim() || at.ariaLabel || at.localName,
    slide: at.closest('section.slide')?.id ?? '',
    left, top, right, bottom,
    contrast: (light + 0.05) / (dark + 0.05),
    width: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
  }
})()`

async function stopsOn(page: Page): Promise<readonly Stop[]> {
  await ask(page, `document.activeElement.blur()`)
  const stops: Stop[] = []
  for (let press = 0; press < 24; press++) {
    await page.keyboard.press('Tab')
    if (await ask(page, `document.activeElement === document.body`)) return stops
    stops.push(await ask<Stop>(page, focused))
  }
  return stops
}

describe.each(templates)('in %s', (template) => {
  let stage: OnStage
  beforeAll(async () => {
    stage = await putOnStage(notes, { template, sections: '2', slides: '3' })
  })
  afterEach(() => stage.clear())
  afterAll(async () => {
    expect(stage.faults).toEqual([])
    await stage.close()
  })

  test('Tab goes through each slide as it is read, shows where it is, and then to the arrows', async () => {
    const page = await stage.open()
    // Colours are there at once.
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    const pages = await ask<number>(page, `document.querySelectorAll('.slides section.slide').length`)
    for (let at = 1; at <= pages; at++) {
      const id = await ask<string>(page, `document.querySelector('section.present').id`)
      const stops = await stopsOn(page)
      const [inside, outside] = [stops.filter(({ slide }) => slide !== ''), stops.filter(({ slide }) => slide === '')]
      expect(
        inside.filter(({ slide }) => slide !== id),
        'hidden slides',
      ).toEqual([])
      expect(outside.map(({ name }) => name)).toEqual(
        [at > 1 ? 'Previous slide' : '', at < pages ? 'Next slide' : ''].filter(Boolean),
      )
      for (const { name, contrast, width } of stops)
        expect({ id, name, shows: width >= 3 && contrast >= 3 }).toEqual({ id, name, shows: true })
      inside.slice(1).forEach((stop, index) => {
        const before = inside[index]
        const after = before && (stop.top >= before.bottom - 2 || stop.left >= before.right - 2)
        expect({ id, from: before?.name, to: stop.name, after }).toMatchObject({ after: true })
      })
      const links = await ask<readonly string[]>(
        page,
        `[...document.querySelectorAll('section.present a[href]')].map(({ textContent }) => textContent.trim())`,
      )
      expect(inside.map(({ name }) => name)).toEqual(links)
      await page.keyboard.press('PageDown')
    }
  })
})

describe('by ear', () => {
  let stage: OnStage
  beforeAll(async () => {
    stage = await putOnStage(notes, { sections: '2', slides: '3' })
  })
  afterEach(() => stage.clear())
  afterAll(() => stage.close())

  test('each slide says its number of all, its title, and which part it is', async () => {
    const page = await stage.open()
    const said: string[] = []
    const pages = await ask<number>(page, `document.querySelectorAll('.slides section.slide').length`)
    for (let at = 2; at <= pages; at++) {
      await page.keyboard.press('PageDown')
      said.push(await ask<string>(page, `document.querySelector('.stage-status').textContent`))
    }
    expect(said.slice(0, 3)).toEqual([
      `Slide 2 of ${pages}: Agenda`,
      `Slide 3 of ${pages}: First part`,
      `Slide 4 of ${pages}: Beside`,
    ])
    expect(said.at(-1)).toMatch(new RegExp(`^Slide ${pages} of ${pages}: Long (\\d)/\\1$`))
  })

  test('words come in the order in which they stand, column after column', async () => {
    const page = await stage.open('#/columns')
    const session = await page.createCDPSession()
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const wordsBelow = (id: string): readonly string[] => {
      const { role, name, childIds = [] } = byId.get(id) ?? {}
      return role?.value === 'StaticText' ? [String(name?.value).trim()] : childIds.flatMap(wordsBelow)
    }
    const words = wordsBelow(nodes[0]?.nodeId ?? '')
    const points = words.filter((word) => /^(?:point \d+|c\d+)$/.test(word))
    expect(points).toEqual(Array.from({ length: 14 }, (_, index) => (index % 3 === 0 ? `c${index}` : `point ${index}`)))
    expect(words.filter((word) => /^t[abc]$/.test(word))).toEqual([])
  })

  test('with colours of the reader, what is drawn as an area is still there', async () => {
    const page = await stage.open('#/beside')
    const session = await page.createCDPSession()
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
    await page.keyboard.type('+l')
    const areas = (...names: readonly string[]) =>
      ask<readonly string[]>(
        page,
        `${JSON.stringify(names)}.map((name) => getComputedStyle(document.querySelector(name)).forcedColorAdjust)`,
      )
    expect(await areas('.progress-line i', '.laser', '.controls')).toEqual(['none', 'none', 'none'])
    expect(await ask(page, `getComputedStyle(document.querySelector('.zoom-map > i')).outlineStyle`)).toBe('none')
    await page.goto(`${stage.url}?speaker=alone`)
    await page.waitForSelector('.pace li')
    expect(await areas('.pace li > i')).toEqual(['none'])
  })

  test.each([
    { zoom: 200, width: 640, height: 360 },
    { zoom: 400, width: 320, height: 180 },
  ])('at $zoom % nothing is out of reach', async ({ zoom: _, ...size }) => {
    const page = await stage.open('', size)
    for (const key of ['?', 'o', 'r']) {
      await page.keyboard.type(key)
      const { wide, close } = await ask<{ readonly wide: number; readonly close: boolean }>(
        page,
        `(() => {
          const dialog = document.querySelector('dialog')
          const { left, top, right, bottom } = dialog.querySelector('header button').getBoundingClientRect()
          return {
            wide: dialog.scrollWidth - dialog.clientWidth,
            close: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
          }
        })()`,
      )
      expect({ key, wide, close }).toEqual({ key, wide: 0, close: true })
      await page.keyboard.type(key)
    }
    await page.goto(`${stage.url}?speaker=alone`)
    await page.waitForSelector('.desk')
    expect(
      await ask(page, `document.querySelector('.desk').scrollWidth - document.querySelector('.desk').clientWidth`),
    ).toBe(0)
  })
})
