/** Fitted slides → slides that say which page they are. */

export function writeNumbers(slides: readonly HTMLElement[]): void {
  slides.forEach((slide, index) => {
    const number = String(index + 1)
    const page = slide.querySelector('.page-number')
    if (page) page.textContent = number
    slide.dataset['page'] = number
  })
}
