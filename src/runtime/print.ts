/** Fitted slides → plain pages for the printer, one a slide, without starting reveal.js. */
import type { FitReport, LaidPaper } from '../model/fitted.js'
import { tagFormulas } from './formulaTags.js'
import { leaveWindow, type Paper, tableAt } from './paper.js'

/** Slides lie flat for fitting, one a page, and stay so: only what a printed page must not carry is taken out. */
export function dropSpeakerNotes(slides: readonly HTMLElement[]): void {
  for (const slide of slides) for (const notes of slide.querySelectorAll('aside.notes')) notes.remove()
}

/**
 * Gives link targets short names, and takes the names that nothing links to: a PDF names its destinations after them, in at
 * most 127 bytes, and a Chinese character takes nine.
 */
export function shortenTargets(root: ParentNode): void {
  const names = new Map<string, string>()
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const name = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')
    const short = names.get(name) ?? `t${names.size + 1}`
    names.set(name, short)
    link.setAttribute('href', `#${short}`)
  }
  for (const target of root.querySelectorAll('[id]')) {
    const short = names.get(target.id)
    if (short) target.id = short
    else target.removeAttribute('id')
  }
}

/** The slides themselves, one a page. */
function slidePaper(slides: readonly HTMLElement[], { bookmarks }: FitReport): Paper {
  return { pages: slides.length, bookmarks, take: (from, to) => slides.slice(from, to) }
}

/** What stands at the foot of every page is read to nobody again and again: it stays out of the tags. */
function silenceFeet(slides: readonly HTMLElement[]): void {
  for (const slide of slides) slide.querySelector('.foot')?.setAttribute('aria-hidden', 'true')
}

/** Tells whoever opened the page that it is ready, and what came of fitting (browser/openDeck.ts waits for this). */
export function announce(report: FitReport, slides: readonly HTMLElement[]): void {
  silenceFeet(slides)
  for (const slide of slides) tagFormulas(slide)
  leaveWindow()
  const [first] = slides
  const table = tableAt(first?.parentElement ?? document.body)
  window.talkback = {
    report,
    slides,
    lay: (paper = slidePaper(slides, report)) => table.lay(paper),
    put: (from, to) => table.put(from, to),
  }
  document.documentElement.dataset['talkback'] = 'ready'
}

/** What the page offers to whoever opened it for print. */
export interface PrintPage {
  readonly report: FitReport
  /** All slides in order, fitted; those that don't lie on the table are out of the document. */
  readonly slides: readonly HTMLElement[]
  /** Lays the deck out for paper, as slides if nothing else is said; `put` then brings the pages. */
  lay(paper?: Paper): LaidPaper
  /** The pages from `from` to before `to`, counted from 0, and no others are in the document from now on. */
  put(from: number, to: number): void
}

declare global {
  interface Window {
    talkback?: PrintPage
  }
}
