/** The open deck → a .pptx file that colleagues can edit. */
import { dirname } from 'node:path'
import { readParts } from '../browser/parts.js'
import { openCache } from '../io/cache.js'
import { travellingFonts } from '../io/fonts/travellingFonts.js'
import { readPartsScript } from '../io/readRuntime.js'
import { openShelf } from '../io/shelf.js'
import type { Shelf } from '../model/content.js'
import { linesOfRemark } from '../model/remarks.js'
import { plainText } from '../model/text.js'
import { lettersOf } from '../pptx/letters.js'
import { writePptx } from '../pptx/writePptx.js'
import { startOfCentury } from './documentDate.js'
import { propertiesOf } from './properties.js'
import type { FormatSource, Made, OpenDeck } from './source.js'
import { spokenNotes } from './spokenNotes.js'

export async function* powerpoint(open: OpenDeck, source: FormatSource): AsyncGenerator<Made> {
  const shelf = openShelf()
  try {
    yield await pptxFile(open, source, shelf)
  } finally {
    await shelf.drop()
  }
}

async function pptxFile(open: OpenDeck, source: FormatSource, shelf: Shelf): Promise<Made> {
  const { browser, report } = open
  const { name, deck, settings } = source
  const { look, slides: measured, pictures } = await readParts(browser, report, await readPartsScript(), shelf)
  const notes = spokenNotes(open, source, 'pptx')
  const slides = measured.map((slide, index) => ({ ...slide, notes: (notes[index] ?? []).flatMap(linesOfRemark) }))
  const { lang, canvas } = deck
  const wish = { families: look.families, lang, own: settings.font, folder: dirname(source.notes.file) }
  const typefaces = await travellingFonts(lettersOf(slides), wish, openCache('fonts'))
  const sections = sectionsByPage(
    report.slides.map(({ id }) => id),
    deck,
  )
  const content = writePptx({
    date: startOfCentury,
    ...propertiesOf(deck),
    canvas,
    look,
    pictures,
    typefaces,
    sections: deck.sections.map((section) => plainText(section.title)),
    slides: slides.map((slide, index) => {
      const section = sections[index]
      return section === undefined ? slide : { ...slide, section }
    }),
  })
  return { file: { path: `${name}.pptx`, content } }
}

/** Parts of a continued slide have the id of the first, and their number behind it. */
function sectionsByPage(ids: readonly string[], { slides }: FormatSource['deck']): readonly (number | undefined)[] {
  const sections = new Map(slides.map(({ id, section }) => [id, section]))
  return ids.map((id) => sections.get(id) ?? sections.get(id.replace(/--\d+$/, '')))
}
