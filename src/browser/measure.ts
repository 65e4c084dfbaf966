/** A deck's page in the browser → everything `check` needs to know of it: the page's own report, and a closer look. */
import type { FitReport } from '../model/fitted.js'
import type { DeckLook, PageLook } from '../model/look.js'
import { foreignFonts } from './measure/fonts.js'
import { openDeck } from './openDeck.js'
import type { RunningBrowser } from './start.js'

export interface MeasuredDeck {
  readonly report: FitReport
  readonly look: DeckLook
}

/** Milliseconds that a look may take, whatever the size of the deck, and more for each slide. */
const patience = { least: 60_000, perSlide: 100 }

const MARK = 'data-look'

/**
 * @param url file URL of the page laid out for print: `file:///…/index.html?print`
 * @param lookScript what scripts/build.mjs made of runtime/look/; it runs in the page, beside the deck's own
 * @throws UserError (exit 3) when the browser crashes or takes too long; Error when the page fails
 */
export async function measureDeck(browser: RunningBrowser, url: string, lookScript: string): Promise<MeasuredDeck> {
  const report = await openDeck(browser, url)
  const wait = patience.least + report.slides.length * patience.perSlide
  return { report, look: await browser.during('looking at the slides', wait, lookAt(browser, lookScript)) }
}

async function lookAt({ page }: RunningBrowser, script: string): Promise<DeckLook> {
  const seen: unknown = await page.evaluate(`${script}\ntalkbackLook.lookAtDeck('${MARK}')`)
  if (!isPageLook(seen)) throw new Error('The deck could not be looked at in the browser.')
  const { bodies, measures, said, faint, marked } = seen
  const fonts = await foreignFonts(page, MARK)
  const foreign = marked.flatMap((text, index) => {
    const font = fonts[index]
    return font === undefined ? [] : [{ ...text, font }]
  })
  return { bodies, measures, said, faint, foreign }
}

/** It is our own script's work: it is enough to know that it is one. */
function isPageLook(value: unknown): value is PageLook {
  return typeof value === 'object' && value !== null && 'bodies' in value && 'faint' in value && 'marked' in value
}
