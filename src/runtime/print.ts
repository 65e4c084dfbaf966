/** Fitted slides → plain pages for the printer, one a slide, without starting reveal.js. */
import type { FitReport } from '../model/fitted.js'

/** Slides lie flat for fitting, one a page, and stay so: only what a printed page must not carry is taken out. */
export function leavePrintOnly(slides: readonly HTMLElement[]): void {
  for (const slide of slides) for (const notes of slide.querySelectorAll('aside.notes')) notes.remove()
}

/** Tells whoever opened the page that it is ready, and what came of fitting (browser/pdf.ts waits for this). */
export function announce(report: FitReport): void {
  window.talkback = { report }
  document.documentElement.dataset['talkback'] = 'ready'
}

declare global {
  interface Window {
    talkback?: { readonly report: FitReport }
  }
}
