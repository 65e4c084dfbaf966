/** What the player says beside the slides, in each of its languages → drawn by fonts of the deck, whatever the system has. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemFonts } from './drawnFonts.js'
import { type OnStage, putOnStage } from './onStage.js'

describe.each(['en', 'zh-Hans', 'zh-Hant'])('%s', (lang) => {
  let stage: OnStage
  beforeAll(async () => {
    stage = await putOnStage(`---\nlang: ${lang}\nslides: 2\n---\n# Talk\n## One\n- alpha\n## Two\n- beta\n`)
  })
  afterAll(() => stage.close())

  test.each([
    ['help', '?', '.stage-panel.help'],
    ['the search, and what it found', '/a', '.stage-search'],
    ['the search that found nothing', '/zzz', '.stage-search'],
    ['the overview', 'o', '.stage-panel.overview'],
    ['times of the rehearsal', 'r', '.stage-panel.times'],
    ['where a number leads', '99', '.stage-toast'],
    ['that one draws', 'd', '.stage-toast'],
    ['that one points', 'l', '.stage-toast'],
  ])('%s', async (_, keys, selector) => {
    const page = await stage.open('#/one')
    await page.keyboard.type(keys)
    await page.waitForSelector(selector)
    expect(await systemFonts(page, selector)).toEqual([])
    await stage.clear()
  })

  test('the speaker view, with the talk and without, and its own help', async () => {
    const page = await stage.open('#/one')
    await page.goto(`${stage.url}?speaker=alone`)
    await page.waitForSelector('.desk')
    expect(await systemFonts(page, '.desk')).toEqual([])
    await page.keyboard.press('End')
    expect(await systemFonts(page, '.desk')).toEqual([])
    await page.keyboard.type('?')
    await page.waitForSelector('.stage-panel.help')
    expect(await systemFonts(page, '.stage-panel.help')).toEqual([])
    await stage.clear()
    // Not the deck's: asked what draws a text, newer browsers load the page's own style sheets once more, and say that they may not.
    const own = stage.faults.filter(
      (fault) => !/^Unsafe attempt to load URL (file:\S+) from frame with URL/.test(fault),
    )
    expect(own).toEqual([])
  })
})
