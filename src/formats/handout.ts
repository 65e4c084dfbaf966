/** The open deck → a handout of it: slides on sheets of paper, as a PDF. */
import { readSheetCode } from '../io/readRuntime.js'
import type { Handout } from '../model/format.js'
import { printPdf } from './printPdf.js'
import { sheetWish } from './sheetWish.js'
import type { Format } from './source.js'
import { spokenNotes } from './spokenNotes.js'

/** @param kind slides a sheet, or `notes` for each slide with what it does not say */
export const handoutPdf = (kind: Exclude<Handout, 'article'>): Format =>
  async function* (open, source) {
    const { script, css } = await readSheetCode()
    const notes = spokenNotes(open, source, kind === 'notes' ? 'notes handout' : 'handout')
    const wanted = [kind, sheetWish(source), css, notes].map((part) => JSON.stringify(part)).join(',')
    const paper = `(() => { ${script}\nreturn talkbackSheets.handout(${wanted}) })()`
    yield* printPdf(open, source, `${source.name}-handout${kind === 'notes' ? '' : `-${kind}`}.pdf`, paper)
  }
