/** Fitted slides → plain pages for the printer, one a slide, without starting reveal.js. */
import type { FitReport } from '../model/fitted.js'

/** Slides lie flat for fitting, one a page, and stay so: only what a printed page must not carry is taken out. */
export function leavePrintOnly(slides: readonly HTMLElement[]): void {
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
