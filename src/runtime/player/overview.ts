/** All slides → a table of small pictures, to look over the talk and go to any of them. */
import { type StageWords, said } from '../../model/stageWords.js'
import { openDialog } from './dialog.js'
import { make } from './dom.js'
import { sectionsOf, titleOf } from './slideFacts.js'
import { thumbnail } from './thumbnail.js'

export interface Overview {
  readonly slides: readonly HTMLElement[]
  /** The current one, from 0. */
  readonly at: number
  /** Width of a slide, CSS px. */
  readonly canvas: number
  readonly words: StageWords
  go(index: number): void
}

/** Pictures are made when they come into sight: a thousand at once would take seconds. */
export function openOverview({ slides, at, canvas, words, go }: Overview): void {
  const grid = make('div', { class: 'overview-grid' })
  const dialog = openDialog('overview', 'o', words.overview, words.close, grid)
  const buttons = slides.map((slide, index) => {
    const page = said(words.page, { page: index + 1, pages: slides.length })
    const label = { type: 'button', 'aria-label': `${page}: ${titleOf(slide)}` }
    const chosen = make('button', label, String(index + 1))
    chosen.addEventListener('click', () => {
      dialog.close()
      go(index)
    })
    return chosen
  })
  // The picture is no part of the button, whose name would else be all the words on it; the button lies over both.
  const cells = buttons.map((chosen) => make('div', { class: 'overview-cell' }, make('div'), chosen))
  for (const { title, from, count } of sectionsOf(slides)) {
    if (title !== '') grid.append(make('h3', {}, title))
    grid.append(...cells.slice(from, from + count))
  }
  drawWhenSeen(dialog, cells, (index, place) => {
    const slide = slides[index]
    if (slide) place.replaceChildren(thumbnail(slide, place.clientWidth, canvas))
  })
  const shown = buttons[at] ?? buttons[0]
  shown?.setAttribute('aria-current', 'true')
  shown?.focus()
  shown?.scrollIntoView({ block: 'center' })
  dialog.addEventListener('keydown', (event) => moveWithArrows(event, buttons))
}

function drawWhenSeen(
  dialog: HTMLDialogElement,
  cells: readonly HTMLElement[],
  draw: (index: number, place: HTMLElement) => void,
): void {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const place = target.firstElementChild
        if (!isIntersecting || !(target instanceof HTMLElement) || !(place instanceof HTMLElement)) continue
        seen.unobserve(target)
        draw(cells.indexOf(target), place)
      }
    },
    { root: dialog, rootMargin: '50%' },
  )
  for (const cell of cells) seen.observe(cell)
  dialog.addEventListener('close', () => seen.disconnect())
}

function moveWithArrows(event: KeyboardEvent, buttons: readonly HTMLElement[]): void {
  const from = buttons.findIndex((one) => one.matches(':focus'))
  const to = from < 0 ? undefined : targetOf(event.key, from, buttons)
  if (to === undefined) return
  event.preventDefault()
  buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus()
}

function targetOf(key: string, from: number, buttons: readonly HTMLElement[]): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return from - 1
    case 'ArrowRight':
      return from + 1
    case 'Home':
      return 0
    case 'End':
      return buttons.length - 1
    case 'ArrowUp':
      return beside(buttons, from, -1)
    case 'ArrowDown':
      return beside(buttons, from, 1)
    default:
      return undefined
  }
}

/** The cell of the row above or below that is nearest: a section's last row may be short. */
function beside(buttons: readonly HTMLElement[], from: number, step: 1 | -1): number {
  const { left = 0, top = 0 } = buttons[from]?.getBoundingClientRect() ?? {}
  let row: number | undefined
  let best = { index: from, off: Number.POSITIVE_INFINITY }
  for (let index = from + step; buttons[index]; index += step) {
    const box = buttons[index]?.getBoundingClientRect()
    if (!box || box.top === top) continue
    row ??= box.top
    if (box.top !== row) break
    const off = Math.abs(box.left - left)
    if (off < best.off) best = { index, off }
  }
  return best.index
}
