/** Titles a little too long for their line → the same on one line, in type that is a little smaller. */

/** Share of its size that a title keeps at least; longer ones are better off on two lines. */
const LEAST = 0.85
/** No title gets smaller than the text below it, px. */
const SMALLEST = 30
/** Letters are not scaled quite evenly. */
const RESERVE = 0.992

/** Reads all, then writes all, twice. */
export function fitTitles(slides: readonly HTMLElement[]): void {
  const wrapped = slides.flatMap((slide) => {
    const title = slide.querySelector<HTMLElement>('.frame .title')
    if (title === null || title.querySelector('br, img, .formula')) return []
    const style = getComputedStyle(title)
    const size = Number.parseFloat(style.fontSize)
    const lines = title.clientHeight / (Number.parseFloat(style.lineHeight) || size * 1.26)
    return lines > 1.5 && lines < 2.5 ? [{ title, size, room: title.clientWidth }] : []
  })
  for (const { title } of wrapped) title.style.whiteSpace = 'nowrap'
  const sizes = wrapped.map(({ title, size, room }) => {
    const share = (room / title.scrollWidth) * RESERVE
    return share >= LEAST && share < 1 && size * share >= SMALLEST ? size * share : undefined
  })
  for (const [at, { title }] of wrapped.entries()) {
    title.style.removeProperty('white-space')
    const size = sizes[at]
    if (size !== undefined) title.style.fontSize = `${Math.floor(size * 2) / 2}px`
    else if (title.getAttribute('style') === '') title.removeAttribute('style')
  }
}
