/** Formulas wider than there is room → the same formulas a little smaller, or over several lines. */

/** What is to be smaller yet goes on in further lines, where it has places to. */
const COMFORT = 0.72
/** Ems that these are set in by. */
const HANGING = 2
/** Ems of KaTeX to ems of the text around it. */
const OWN_SIZE = 1.21

/**
 * Reads all of them, then writes.
 *
 * @param floor no letter on its line gets smaller, as long as there is another way, px; what stands raised is smaller by nature
 */
export function fitFormulas(formulas: readonly HTMLElement[], floor: number): void {
  const wide = formulas.filter(isTooWide)
  const shares = wide.map((formula) => {
    const { room, width } = widthsOf(formula)
    return (room / width) * 0.995
  })
  const least = wide.map((formula) => Math.max(COMFORT, floorOf(formula, floor)))
  for (const [index, formula] of wide.entries()) {
    const share = shares[index] ?? 1
    if (share >= (least[index] ?? 1)) formula.style.setProperty('--share', String(share))
    else if (piecesOf(formula).length > 1) formula.classList.add('broken')
  }
  // One of its pieces alone may be too wide: small letters can be enlarged, what is cut off is lost.
  const still = wide.filter(isTooWide).map((formula) => {
    const { room, width } = widthsOf(formula)
    return { formula, share: (room / width) * 0.995 }
  })
  for (const { formula, share } of still) formula.style.setProperty('--share', String(share))
}

/** As it was before it was fitted. */
export function asWritten(formula: HTMLElement): void {
  formula.style.removeProperty('--share')
  formula.classList.remove('broken')
}

function isTooWide(formula: HTMLElement): boolean {
  const { room, width } = widthsOf(formula)
  return width > room + 1
}

/** Tables as wide as what stands in their cells makes them: where that is too wide, their formulas are smaller. */
export function fitFormulasIn(tables: readonly HTMLElement[], room: number): void {
  const wide = tables.filter((table) => table.offsetWidth > room + 1 && table.querySelector('.formula'))
  const shares = wide.map((table) => (room / table.offsetWidth) * 0.98)
  for (const [index, table] of wide.entries())
    for (const formula of table.querySelectorAll<HTMLElement>('.formula'))
      formula.style.setProperty('--share', String(shares[index]))
}

const piecesOf = (formula: HTMLElement): readonly HTMLElement[] => [
  ...formula.querySelectorAll<HTMLElement>('.katex-html > .base'),
]

const floorOf = (formula: HTMLElement, floor: number): number =>
  Math.min(1, floor / (Number.parseFloat(getComputedStyle(formula).fontSize) * OWN_SIZE))

/** How wide its widest piece is that no line ends in, and how wide it may be, px. */
function widthsOf(formula: HTMLElement): { readonly room: number; readonly width: number } {
  const block = formula.closest<HTMLElement>('p, li, td, th, dd, dt, div, h1, h2, h3, h4, h5, h6, .flow') ?? formula
  const style = getComputedStyle(block)
  const whole = block.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
  const isBroken = formula.classList.contains('broken')
  const room =
    isBroken && formula.localName === 'div' ? whole - HANGING * Number.parseFloat(style.fontSize) * OWN_SIZE : whole
  const drawn = formula.querySelector<HTMLElement>('.katex-html')
  if (!drawn) return { room, width: 0 }
  const pieces = piecesOf(formula).map((piece) => piece.offsetWidth)
  const tag = drawn.querySelector<HTMLElement>(':scope > .tag')?.offsetWidth ?? 0
  const isLine = formula.localName === 'div' && !isBroken
  const width = isLine
    ? pieces.reduce((sum, piece) => sum + piece, 0) + 2 * tag
    : pieces.reduce((widest, piece) => Math.max(widest, piece), 0)
  return { room, width }
}
