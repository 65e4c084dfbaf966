/** The shown slide's colours → what lies around it, where the window has another shape than the slide. */
import type { Stage } from './stage.js'

/** A divider that is dark between two white bars would be three things; so it fills the window. */
export function colourAround(stage: Stage): void {
  const { style } = document.body
  const update = (): void => {
    const frame = stage.current()?.querySelector('.frame')
    const { backgroundColor, color } = frame ? getComputedStyle(frame) : { backgroundColor: '', color: '' }
    // A frame that lets the page shine through has the page's own colour around it.
    if (backgroundColor === '' || isSheer(backgroundColor)) {
      style.removeProperty('--around')
      style.removeProperty('--around-ink')
      return
    }
    style.setProperty('--around', backgroundColor)
    style.setProperty('--around-ink', color)
  }
  stage.onMove(update)
  stage.onSlides(update)
}

/** As browsers write computed colours: `rgba(0, 0, 0, 0)`, `color(srgb 0 0 0 / 0.5)`. */
const isSheer = (colour: string): boolean => /^rgba\(|\/\s*(?:0?\.\d+|0)\s*\)$/.test(colour)
