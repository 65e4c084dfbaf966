/** The open, fitted deck → a handout of it: what the browser is told to lay on the table (formats/handout.ts). */
import type { Handout } from '../../model/format.js'
import type { SheetWish } from '../../model/sheet.js'
import type { Paper } from '../paper.js'
import { arrangeGrid } from './gridPaper.js'
import { inkCss } from './ink.js'
import { arrangeNotes } from './notesPaper.js'
import { type HandoutSource, sheetPaper } from './paper.js'
import { dressSheets, sizePages } from './sheet.js'

/**
 * @param css lib/sheets.css
 * @param speakerNotes what is printed of them, by slide
 */
export function handout(
  kind: Exclude<Handout, 'article'>,
  wish: SheetWish,
  css: string,
  speakerNotes: HandoutSource['speakerNotes'],
): Paper {
  const page = window.talkback
  if (!page) throw new Error('The deck is not ready for print.')
  const { slides, report } = page
  const source = { slides, speakerNotes, bookmarks: report.bookmarks, wish }
  // Texts are measured in the dress they are printed in; the size of the page comes with the frame.
  dressSheets(`${css}\n${inkCss(wish.settings.ink)}`, 'handout')
  const arranged = kind === 'notes' ? arrangeNotes(source) : arrangeGrid(kind, source)
  sizePages(arranged.frame)
  return sheetPaper(source, arranged)
}
