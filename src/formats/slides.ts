/** The open deck → the PDF of its slides. */
import { printPdf } from './printPdf.js'
import type { FormatSource, Made, OpenDeck } from './source.js'

export async function* slidesPdf(open: OpenDeck, source: FormatSource): AsyncGenerator<Made> {
  yield { file: { path: `${source.name}.pdf`, content: await printPdf(open, source) } }
}
