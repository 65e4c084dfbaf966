/** Where the talk stands → a thin line at the foot of the window, one piece a section. */
import { said } from '../../model/stageWords.js'
import { make } from './dom.js'
import { sectionsOf } from './slideFacts.js'
import type { Stage } from './stage.js'

/** More pieces than this are too small to see: the line is then one piece. */
const PIECES_AT_MOST = 24

interface Piece {
  readonly from: number
  readonly count: number
  readonly fill: HTMLElement
}

export function showProgress(stage: Stage): void {
  const line = make('div', { class: 'progress-line', role: 'progressbar', 'aria-label': stage.words.progress })
  stage.deck.root.append(line)
  let pieces: readonly Piece[] = []
  stage.onSlides(() => {
    const slides = stage.slides()
    line.setAttribute('aria-valuemin', '1')
    line.setAttribute('aria-valuemax', String(slides.length))
    pieces = piecesOf(slides).map(({ from, count }) => ({ from, count, fill: make('i') }))
    line.replaceChildren(...pieces.map((piece) => shownPiece(piece, stage)))
  })
  stage.onMove(() => {
    const at = stage.at()
    line.setAttribute('aria-valuenow', String(at + 1))
    line.setAttribute('aria-valuetext', said(stage.words.page, { page: at + 1, pages: stage.slides().length }))
    for (const { from, count, fill } of pieces) {
      const done = Math.min(Math.max((at + 1 - from) / count, 0), 1)
      fill.style.transform = `scaleX(${done})`
    }
  })
}

function shownPiece({ from, count, fill }: Piece, stage: Stage): HTMLElement {
  const shown = make('span', {}, fill)
  shown.style.flexGrow = String(count)
  shown.addEventListener('click', () => stage.jump(from))
  return shown
}

function piecesOf(slides: readonly HTMLElement[]): readonly { readonly from: number; readonly count: number }[] {
  const sections = sectionsOf(slides)
  return sections.length > PIECES_AT_MOST ? [{ from: 0, count: slides.length }] : sections
}
