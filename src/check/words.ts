/** A finding's code → its severity and sentences. All the words of all messages are in `words/`, a kind of trouble a file. */
import { notesWords } from './words/notes.js'
import { pdfWords } from './words/pdf.js'
import { picturesWords } from './words/pictures.js'
import { repairsWords } from './words/repairs.js'
import { settingsWords } from './words/settings.js'
import { slidesWords } from './words/slides.js'
import type { Words } from './words/wording.js'
import { writtenWords } from './words/written.js'

/** The compiler holds this complete: a new code in FindingFacts asks for its words, in the file of `words/` that it belongs to. */
export const words: Words = {
  ...settingsWords,
  ...repairsWords,
  ...notesWords,
  ...picturesWords,
  ...slidesWords,
  ...writtenWords,
  ...pdfWords,
}
