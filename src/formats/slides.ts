/** The open deck → the PDF of its slides: one a page, or a page for every step; as large as the canvas, or on paper. */
import { readStepsScript } from '../io/readRuntime.js'
import { linesOfRemark } from '../model/remarks.js'
import type { Sheet } from '../pdf/sheet.js'
import { drawnSamples } from './drawnSamples.js'
import { printPdf } from './printPdf.js'
import type { FormatSource, Made, OpenDeck } from './source.js'
import { spokenNotes } from './spokenNotes.js'

/** Points, lying; printers leave a margin blank. */
const sheets: Readonly<Record<'a4' | 'letter', Sheet>> = {
  a4: { width: 841.89, height: 595.276, margin: 20 },
  letter: { width: 792, height: 612, margin: 20 },
}

export async function* slidesPdf(open: OpenDeck, source: FormatSource): AsyncGenerator<Made> {
  const { pageSize, pdfNotes, pdfSteps } = source.settings
  yield* printPdf(open, source, `${source.name}.pdf`, pdfSteps ? await stepPaper() : undefined, {
    samples: drawnSamples(open.report.samples, source.missing),
    ...(pdfNotes ? { notes: notesOf(open, source) } : {}),
    ...(pageSize === 'canvas' ? {} : { sheet: sheets[pageSize] }),
  })
}

async function stepPaper(): Promise<string> {
  const script = await readStepsScript()
  return `(() => { ${script}\nreturn talkbackSteps.stepPaper(window.talkback.slides, window.talkback.report) })()`
}

/** What the speaker says to each slide on screen; of a continued slide, to its first part. */
function notesOf(open: OpenDeck, source: FormatSource): readonly string[] {
  const notes = spokenNotes(open, source, 'pdf notes')
  return open.report.slides.map(({ part }, index) => {
    const texts = part === 1 ? (notes[index] ?? []) : []
    return texts.map((text) => linesOfRemark(text).join('\n')).join('\n\n')
  })
}
