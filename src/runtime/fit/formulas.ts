/** Slides with formulas wider than they are → the same formulas smaller, as far as they can be read, then over several lines. */

/** No letter on its line gets smaller, px; what stands raised is smaller by nature. */
const FLOOR = 20
/** Ems of KaTeX to ems of the text around it. */
const OWN_SIZE = 1.21

/** Reads all of them, then writes. */
export function fitFormulas(slides: readonly HTMLElement[]): void {
  const formulas = slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>('.frame .formula')])
  if (formulas.length === 0) return
  const wide = formulas.filter(isTooWide).map((formula) => {
    const { room, width } = widthsOf(formula)
    return { formula, share: Math.max((room / width) * 0.995, floorOf(formula)) }
  })
  for (const { formula, share } of wide) formula.style.setProperty('--share', String(share))
  const still = wide.map(({ formula }) => formula).filter(isTooWide)
  // Over several lines there is room again, unless one of its pieces alone is too wide.
  for (const formula of still) {
    formula.classList.add('broken')
    formula.style.removeProperty('--share')
  }
  for (const formula of still.filter(isTooWide)) formula.style.setProperty('--share', String(floorOf(formula)))
}

function isTooWide(formula: HTMLElement): boolean {
  const { room, width } = widthsOf(formula)
  return width > room + 1
}

const floorOf = (formula: HTMLElement): number =>
  Math.min(1, FLOOR / (Number.parseFloat(getComputedStyle(formula).fontSize) * OWN_SIZE))

/** How wide its widest piece is that no line ends in, and how wide it may be, px. */
function widthsOf(formula: HTMLElement): { readonly room: number; readonly width: number } {
  const block = formula.closest<HTMLElement>('p, li, td, th, dd, dt, div, h1, h2, h3, h4, h5, h6, .flow') ?? formula
  const style = getComputedStyle(block)
  const room = block.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
  const drawn = formula.querySelector<HTMLElement>('.katex-html')
  if (!drawn) return { room, width: 0 }
  const pieces = [...drawn.querySelectorAll<HTMLElement>(':scope > .base')].map((piece) => piece.offsetWidth)
  const tag = drawn.querySelector<HTMLElement>(':scope > .tag')?.offsetWidth ?? 0
  const isLine = formula.localName === 'div' && !formula.classList.contains('broken')
  const width = isLine
    ? pieces.reduce((sum, piece) => sum + piece, 0) + 2 * tag
    : pieces.reduce((widest, piece) => Math.max(widest, piece), 0)
  return { room, width }
}
