/** The open deck, laid out for paper in one way → a finished PDF that was read back; or, aside, one that is not as it should be. */
import { printPaper } from '../browser/paper.js'
import { isOurs } from '../model/families.js'
import type { LaidPaper } from '../model/fitted.js'
import { faultyPath } from '../model/format.js'
import { finishPdf } from '../pdf/finish.js'
import { readBack } from '../pdf/read/readBack.js'
import type { Sheet } from '../pdf/sheet.js'
import { propertiesOf } from './properties.js'
import type { FormatSource, Made, OpenDeck } from './source.js'

/** What is known of the pages when they are slides. */
export interface SlidePages {
  /** Words that must be read on each slide, once all of it is to be seen. */
  readonly samples: readonly (readonly string[])[]
  /** What the speaker says to each slide, as a note to open; '' for nothing. */
  readonly notes?: readonly string[]
  /** Paper to place them on. */
  readonly sheet?: Sheet
}

/**
 * @param path of the PDF in the deck's folder; a faulty one goes to `….faulty.pdf` beside it
 * @param paper JavaScript for the page that gives a Paper (runtime/paper.ts); otherwise the slides, one a page
 * @param slides absent for other pages than slides
 * @returns the PDF, or the faulty one and what is wrong with it
 * @throws UserError (exit 3) when the browser crashes or takes too long
 */
export async function* printPdf(
  { browser, report }: OpenDeck,
  { deck }: FormatSource,
  path: string,
  paper?: string,
  slides: SlidePages = { samples: [] },
): AsyncGenerator<Made> {
  const { printed, laid } = await printPaper(browser, report, paper)
  const { samples, notes, sheet } = slides
  const content = finishPdf(printed, {
    words: propertiesOf(deck),
    ...laid,
    ...(notes ? { notes: onPages(laid, notes, 'first') } : {}),
    ...(sheet ? { sheet } : {}),
  })
  const intent = { ...laid, samples: onPages(laid, samples, 'last'), mayBeDrawn: (font: string) => !isOurs(font) }
  const faults = readBack(content, intent)
  const aside = faultyPath(path)
  for (const fault of faults) {
    yield { finding: { code: 'pdf-fault', place: { line: 1 }, facts: { ...fault, file: path, aside } } }
  }
  yield { file: { path: faults.length === 0 ? path : aside, content } }
}

/** What belongs to slides, on the first or last page of each; the labels say which pages are a slide's. */
function onPages<Value>(
  { pages, labels }: LaidPaper,
  values: readonly Value[],
  which: 'first' | 'last',
): (Value | undefined)[] {
  const numbers = labels ?? Array.from({ length: pages }, (_, index) => index + 1)
  return numbers.map((number, page) => {
    const other = which === 'first' ? numbers[page - 1] : numbers[page + 1]
    return other === number ? undefined : values[number - 1]
  })
}
