/** Where the talk stands → a thin line at the foot of the window, one piece a section. */
import type { RevealApi } from 'reveal.js'

/** More pieces than this are too small to see: the line is then one piece. */
const PIECES_AT_MOST = 24

interface Piece {
  readonly from: number
  readonly count: number
  readonly fill: HTMLElement
}

export function showProgress(root: HTMLElement, reveal: RevealApi, slides: readonly HTMLElement[]): void {
  const line = document.createElement('div')
  line.className = 'progress-line'
  line.setAttribute('role', 'progressbar')
  line.setAttribute('aria-valuemin', '1')
  line.setAttribute('aria-valuemax', String(slides.length))
  const pieces = piecesOf(slides).map(({ from, count }): Piece => {
    const piece = document.createElement('span')
    piece.style.flexGrow = String(count)
    const fill = document.createElement('i')
    piece.append(fill)
    piece.addEventListener('click', () => goTo(reveal, slides[from]))
    line.append(piece)
    return { from, count, fill }
  })
  root.append(line)

  const update = () => {
    const current = reveal.getCurrentSlide()
    const at = current instanceof HTMLElement ? slides.indexOf(current) : -1
    line.setAttribute('aria-valuenow', String(at + 1))
    for (const { from, count, fill } of pieces) {
      const done = Math.min(Math.max((at + 1 - from) / count, 0), 1)
      fill.style.transform = `scaleX(${done})`
    }
  }
  reveal.on('slidechanged', update)
  update()
}

function piecesOf(slides: readonly HTMLElement[]): readonly { readonly from: number; readonly count: number }[] {
  const starts = slides.flatMap((slide, index) =>
    index === 0 || slide.dataset['section'] !== slides[index - 1]?.dataset['section'] ? [index] : [],
  )
  const used = starts.length > PIECES_AT_MOST ? [0] : starts
  return used.map((from, index) => ({ from, count: (used[index + 1] ?? slides.length) - from }))
}

function goTo(reveal: RevealApi, slide: HTMLElement | undefined): void {
  if (!slide) return
  const { h, v } = reveal.getIndices(slide)
  reveal.slide(h, v)
}
