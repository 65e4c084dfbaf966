/** The open deck → the PDF of its slides: one a page, or a page for every step; as large as the canvas, or on paper. */
import { readStepsScript } from '../io/readRuntime.js'
import { linesOfRemark } from '../model/remarks.js'
import type { Sheet } from '../pdf/sheet.js'
import { drawnSamples } from './drawnSamples.js'
import { printPdf } from './printPdf.js'
import type { FormatSource, Made, OpenDeck } from './source.js'

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
function notesOf({ report }: OpenDeck, { deck }: FormatSource): readonly string[] {
  const notes = new Map(
    deck.slides.map(({ id, speakerNotes }) => [
      id,
      speakerNotes.map((text) => linesOfRemark(text).join('\n')).join('\n\n'),
    ]),
  )
  return report.slides.map(({ id }) => notes.get(id) ?? '')
}
