/** The article's HTML → paper: sheets of text with contents, footnotes, slides in the margin. Bundled by itself: no deck carries it. */

import type { ArticleWish } from '../../model/article.js'
import { most } from '../../model/lists.js'
import { fitFormulas } from '../fit/formulas.js'
import { lineHeightOf } from '../fit/measure.js'
import { cutFlow } from '../flow/cutFlow.js'
import { withNotes } from '../flow/notes.js'
import { articlePrices } from '../flow/prices.js'
import { boxesOf } from '../flow/walk.js'
import { tagFormulas } from '../formulaTags.js'
import type { Paper } from '../paper.js'
import { shortenTargets } from '../print.js'
import { coverSheet } from '../sheets/cover.js'
import { sheetFrame } from '../sheets/frame.js'
import { inkCss, SAVING } from '../sheets/ink.js'
import { dressSheets, sizePages } from '../sheets/sheet.js'
import { fillContents } from './contents.js'
import { layOnDesk } from './desk.js'
import { figuresOf } from './figures.js'
import { markLinks, measureNotes } from './footnotes.js'
import { bookmarksOf, headingsIn, runningHeads } from './headings.js'
import { linkAcross } from './links.js'
import { openText } from './openText.js'
import { takeFootnotes } from './ownFootnotes.js'
import { type Maker, makePage } from './page.js'
import { partTallRows } from './rows.js'
import { spotsOf } from './spots.js'
import { holdStragglers } from './stragglers.js'
import { fitTables, wideAreas } from './tables.js'
import { cutsAt, tearPages } from './tear.js'

/** Between the text and its footnotes, px. */
const aboveNotes = 18
/** Lines are counted, not measured: letters of several fonts make some of them a little higher. */
const reserve = 6
/** What is less of a page looks like something left over. */
const SHORT = 0.12
/** What is taller than this share of a page may be cut anywhere. */
const tall = 0.5
/** A footnote that takes more of a page stays in the text. */
const tallNote = 0.3
/** A table's row is looked at as a whole; what is left blank for that is not to be much. */
const tallRow = 0.25

let laid: Paper | undefined

/** The article that was laid out last, for `window.talkback.lay`. */
export function paper(): Paper {
  if (!laid) throw new Error('No article was laid out.')
  return laid
}

/** Lays an article out. The deck's page must stand open for print. */
export async function prepare({ flow: html, css, settings, words, canvas }: ArticleWish): Promise<void> {
  const frame = sheetFrame(settings, settings.orientation === 'landscape' ? 'landscape' : 'portrait')
  const { body } = frame
  dressSheets(`${css}\n${inkCss(settings.ink)}`, 'article')
  sizePages(frame)

  const { columns, desk, flow } = await layOnDesk(html, body)
  shortenTargets(flow)
  tagFormulas(flow)
  const headings = headingsIn(flow)
  const height = body.height - reserve
  const own = takeFootnotes(flow, height * tallNote)
  const marks = [...flow.querySelectorAll('.footnote-mark:not(.between)')]
  const last = most(
    marks.map(({ textContent }) => Number(textContent)),
    0,
  )
  const notes = measureNotes(new Map([...own, ...markLinks(flow, last + 1)]), desk)
  // Paper has no floor of its own: letters as small as on it are read from near by.
  fitFormulas([...flow.querySelectorAll<HTMLElement>('.formula')], 0)
  fitTables(flow, body, height * tallRow)
  partTallRows(flow, height * tall)

  const found = boxesOf(flow, { grain: 'lines', tallest: height * tall, again: false })
  const called = withNotes(found, [...flow.querySelectorAll('.mark')], notes.noteOf, flow.getBoundingClientRect().top)
  const boxes = openText(holdStragglers(called, lineHeightOf(flow)), flow, height)
  const room = { first: height, next: height, short: height * SHORT, foot: { gap: aboveNotes, always: [] } }
  const starts = [0, ...cutFlow(boxes, room, articlePrices).cuts]
  const spots = spotsOf(boxes, starts)
  const taken = wideAreas(flow, spots)
  const figures = figuresOf(headings, spots, { canvas, margin: columns.margin, pageHeight: body.height, taken })
  const heads = runningHeads(headings, spots, starts.length)
  const covers = settings.cover ? 1 : 0
  const count = starts.length + covers
  fillContents(flow, spots, covers)
  const cuts = cutsAt(boxes, starts)
  desk.remove()
  const parts = tearPages(flow, cuts)

  const maker: Maker = { frame, columns, words, pages: count }
  const sheets = parts.map((text, index) =>
    makePage(maker, {
      text,
      notes: notes.below(text),
      figures: figures(index),
      section: heads[index] ?? '',
      page: index + 1 + covers,
    }),
  )
  if (settings.cover) sheets.unshift(coverSheet(frame, words))
  for (const sheet of sheets) sheet.classList.toggle(SAVING, settings.ink === 'save')
  const bookmarks = bookmarksOf(headings, spots).map((mark) => ({
    ...mark,
    page: mark.page + covers,
    top: Math.round(mark.top + body.top),
  }))
  const link = linkAcross(sheets)
  laid = { pages: sheets.length, bookmarks, take: (from, to) => link(sheets.slice(from, to)) }
}
