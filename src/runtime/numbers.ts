/** Fitted slides → slides that say where they are: the part of a continued piece, and the number of the page. */

/** @param partLabel `{part}/{parts}` in the deck's language */
export function writeNumbers(slides: readonly HTMLElement[], partLabel: string): void {
  slides.forEach((slide, index) => {
    const { part, parts } = slide.dataset
    const label = slide.querySelector('.part')
    if (label && part && parts) label.textContent = partLabel.replace('{part}', part).replace('{parts}', parts)
    const page = slide.querySelector('.page-number')
    if (page) page.textContent = String(index + 1)
    slide.dataset['page'] = String(index + 1)
  })
}
