/** Links on slides → those that leave the deck open beside it, those within it are jumps. */
import { slideNamed } from './address.js'
import type { Stage } from './stage.js'

export function openLinks(stage: Stage): void {
  stage.onSlides(() => {
    for (const link of stage.deck.root.querySelectorAll<HTMLAnchorElement>('.slides a[href]:not([href^="#"])')) {
      link.target = '_blank'
      link.rel = 'noopener noreferrer'
    }
  })
  // Before reveal.js turns to the slide, and behind whatever takes a press for itself, such as drawing.
  const leave = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null
    const slide = link && slideNamed(link.hash)
    if (slide && slide !== stage.current()) stage.address.branch()
  }
  stage.deck.root.querySelector('.slides')?.addEventListener('click', leave, { capture: true })
}
