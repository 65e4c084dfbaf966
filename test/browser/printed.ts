/** An open deck → Chrome's own PDF of its slides, of a shape that we know. */
import { type PrintedPaper, printPaper } from '../../src/browser/paper.js'
import type { RunningBrowser } from '../../src/browser/start.js'
import type { FitReport } from '../../src/model/fitted.js'
import { UnknownPdf } from '../../src/pdf/unknown.js'

interface KnownPaper extends PrintedPaper {
  readonly printed: Uint8Array
}

/** @param helper has the same deck open */
export async function printKnown(
  browser: RunningBrowser,
  report: FitReport,
  helper?: RunningBrowser,
): Promise<KnownPaper> {
  const { printed, laid } = await printPaper(browser, report, undefined, undefined, helper)
  if (printed instanceof UnknownPdf) throw printed
  return { printed, laid }
}
