/** A deck on disk and a wish → every file that is wanted of it, from one page that is fitted once. */
import { openDeck } from '../browser/openDeck.js'
import type { RunningBrowser } from '../browser/start.js'
import type { FitReport } from '../model/fitted.js'
import type { Formats } from '../model/format.js'
import { slidesPdf } from './slides.js'
import type { Format, FormatSource, Made } from './source.js'

/**
 * @param take is given each file and finding as it is made
 * @param onStage told what is being made: `Printing`
 * @returns what the page says of its slides
 * @throws UserError (exit 3) when the browser crashes or takes too long
 */
export async function exportDeck(
  wanted: Formats,
  source: FormatSource,
  browser: RunningBrowser,
  take: (made: Made) => Promise<void>,
  onStage: (text: string) => void,
): Promise<FitReport> {
  const report = await openDeck(browser, source.address)
  for (const { stage, make } of formatsOf(wanted)) {
    onStage(stage)
    for await (const made of make({ browser, report }, source)) await take(made)
  }
  return report
}

interface Step {
  readonly stage: string
  readonly make: Format
}

function formatsOf({ pdf }: Formats): readonly Step[] {
  return pdf ? [{ stage: 'Printing', make: slidesPdf }] : []
}
