/** Titles a little too long for their line → the same on one line, in type that is a little smaller. */

/** Share of its size that a title keeps at least; longer ones are better off on two lines. */
const LEAST = 0.85
/** No title gets smaller than the text below it, px. */
const SMALLEST = 30
/** Letters are not scaled quite evenly. */
const RESERVE = 0.992
/** Of the style sheet: places to break (`<wbr>`) are gone as well, which browsers take in `nowrap`, too. */
const ONE_LINE = 'one-line'

/** Reads all, then writes all, twice. */
export function fitTitles(slides: readonly HTMLElement[]): void {
  const wrapped = slides.flatMap((slide) => {
    const title = slide.querySelector<HTMLElement>('.frame :is(.title, .cover-title)')
    if (title === null || title.querySelector('br, img, .formula')) return []
    const style = getComputedStyle(title)
    const size = Number.parseFloat(style.fontSize)
    const lines = title.clientHeight / (Number.parseFloat(style.lineHeight) || size * 1.26)
    return lines > 1.5 && lines < 2.5 ? [{ title, size, room: title.clientWidth }] : []
  })
  for (const { title } of wrapped) title.classList.add(ONE_LINE)
  const sizes = wrapped.map(({ title, size, room }) => oneLineSize(size, room, title.scrollWidth))
  for (const [at, { title }] of wrapped.entries()) {
    const size = sizes[at]
    if (size !== undefined) title.style.fontSize = `${size}px`
    else title.classList.remove(ONE_LINE)
  }
}

/**
 * @param size of its letters, px
 * @param width that it takes on one line, px
 * @returns the size, in halves of a pixel, in which it stands on one line; undefined where it is better left as it is
 */
export function oneLineSize(size: number, room: number, width: number): number | undefined {
  const share = (room / width) * RESERVE
  if (!(share >= LEAST && share < 1 && size * share >= SMALLEST)) return undefined
  return Math.floor(size * share * 2) / 2
}
