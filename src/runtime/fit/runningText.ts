/** Paragraphs of more than four lines → marked as running text: their lines are filled, as only short texts look better balanced. */

/** Lines that are balanced; half a line more for what rounds. */
const MOST = 4.5

/** How many lines they have does not depend on it. Reads all, then writes all. */
export function markRunning(slides: readonly HTMLElement[]): void {
  const long = slides.flatMap((slide) =>
    [...slide.querySelectorAll('.frame .flow > p')].filter((paragraph) => {
      const { fontSize, lineHeight } = getComputedStyle(paragraph)
      const line = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.5
      return paragraph.getBoundingClientRect().height > line * MOST
    }),
  )
  for (const paragraph of long) paragraph.classList.add('running')
}
