/** Slides placed on sheets → paper for the printer, with bookmarks that lead to where the slides lie. */
import type { Canvas } from '../../model/deck.js'
import type { Bookmark } from '../../model/fitted.js'
import type { SheetWish } from '../../model/sheet.js'
import type { Paper } from '../paper.js'
import { coverSheet } from './cover.js'
import type { Area, SheetFrame } from './frame.js'
import { SAVING } from './ink.js'
import { makeArea, makeElement, makeSheet, px } from './sheet.js'

/** The fitted deck, as its page offers it, and how it is wanted on paper. */
export interface HandoutSource {
  readonly slides: readonly HTMLElement[]
  /** What the speaker says, by slide, as far as it is printed. */
  readonly speakerNotes: readonly (readonly string[])[]
  /** Pages are slides, from 1; heights are those of the canvas. */
  readonly bookmarks: readonly Bookmark[]
  readonly wish: SheetWish
}

/** Slides on sheets; a cover is not counted. */
export interface Arrangement {
  readonly frame: SheetFrame
  readonly sheets: number
  /** By slide: its sheet, from 0, and its place in the sheet's body. */
  readonly places: readonly { readonly sheet: number; readonly area: Area }[]
  /** Puts on a sheet's body what belongs there, slides and all. */
  fill(sheet: number, body: Element): void
}

export function sheetPaper(source: HandoutSource, { frame, sheets, places, fill }: Arrangement): Paper {
  const { bookmarks, wish } = source
  const covers = wish.settings.cover ? 1 : 0
  const pages = sheets + covers
  const make = (page: number): HTMLElement => {
    const sheet =
      page < covers ? coverSheet(frame, wish.words) : makeSheet(frame, wish.words, { page: page + 1, pages })
    sheet.classList.toggle(SAVING, wish.settings.ink === 'save')
    const body = sheet.querySelector('.sheet-body')
    if (body && page >= covers) fill(page - covers, body)
    return sheet
  }
  return {
    pages,
    bookmarks: bookmarks.flatMap((bookmark) => {
      const place = places[bookmark.page - 1]
      if (!place) return []
      const { sheet, area } = place
      const top = frame.body.top + area.top + (bookmark.top * area.width) / wish.canvas.width
      return [{ ...bookmark, page: sheet + covers + 1, top: Math.round(top) }]
    }),
    take: (from, to) => Array.from({ length: to - from }, (_, index) => make(from + index)),
  }
}

/** The slide itself, scaled as a drawing is: text stays text and breaks where it broke. */
export function placeSlide(slide: HTMLElement, area: Area, canvas: Canvas): HTMLElement {
  const holder = makeArea('sheet-slide', area)
  holder.style.setProperty('--scale', String(area.width / canvas.width))
  holder.append(slide)
  return holder
}

/** Lines to write on, as far apart as handwriting is; the last one is the area's lower edge. */
export function writingLines({ left, top, width, height }: Area, pitch: number): HTMLElement {
  const count = Math.floor(height / pitch)
  const lines = makeArea('sheet-lines', { left, top: top + height - count * pitch, width, height: count * pitch })
  lines.style.setProperty('--pitch', px(pitch))
  lines.append(...Array.from({ length: count }, () => makeElement('i', '')))
  return lines
}
