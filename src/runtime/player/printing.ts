/** The running deck → pages, when somebody prints from the browser's menu: player/print.css lays them out, this opens them. */
import type { Stage } from './stage.js'

/** What is hidden from assistive technology, Chrome leaves out of a PDF's tags and bookmarks. */
export function openForPrint(stage: Stage): void {
  // reveal.js has a look of its own for paper, black on white with its notes at the end; this class turns it off.
  document.documentElement.classList.add('print-pdf')
  window.addEventListener('beforeprint', () => {
    for (const slide of stage.deck.root.querySelectorAll('.slides section'))
      for (const name of ['hidden', 'aria-hidden', 'inert']) slide.removeAttribute(name)
  })
  window.addEventListener('afterprint', () => stage.reveal.sync())
}
