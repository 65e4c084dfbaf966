/** Fitted slides → slides that say which page they are, and how far in the deck. */

export function writeNumbers(slides: readonly HTMLElement[]): void {
  slides.forEach((slide, index) => {
    const number = String(index + 1)
    for (const count of slide.querySelectorAll<HTMLElement>('[data-pages]'))
      count.textContent = (count.dataset['pages'] ?? '').replace('{pages}', String(slides.length))
    const page = slide.querySelector('.page-number')
    if (page) page.textContent = number
    slide.dataset['page'] = number
    slide.style.setProperty('--progress', `${Math.round(((index + 1) / slides.length) * 1e4) / 1e4}`)
  })
}
