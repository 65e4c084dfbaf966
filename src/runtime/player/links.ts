/** Links on slides → those that leave the deck open beside it, those within it turn pages. */
import type { Stage } from './stage.js'

export function openLinksOutside(stage: Stage): void {
  stage.onSlides(() => {
    for (const link of stage.deck.root.querySelectorAll<HTMLAnchorElement>('.slides a[href]:not([href^="#"])')) {
      link.target = '_blank'
      link.rel = 'noopener noreferrer'
    }
  })
}
