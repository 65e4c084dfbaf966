/** Words that somebody looks for → the slides that say them, one hit after the other, marked on the slide. */
import { said } from '../../../model/stageWords.js'
import { button, make } from '../dom.js'
import type { Command } from '../keys.js'
import { stepsOf } from '../slideFacts.js'
import type { Stage } from '../stage.js'
import { findAll, type Hit } from './findText.js'
import { type SlideText, slideText } from './slideText.js'

interface Found extends Hit {
  /** Index of the slide. */
  readonly slide: number
}

export function searchSlides(stage: Stage): readonly Command[] {
  const { words } = stage
  const field = make('input', { type: 'search', 'aria-label': words.search, placeholder: words.search })
  const count = make('output', { class: 'search-count' })
  const panel = make('search', { class: 'stage-search', role: 'search' }, field, count)
  panel.append(
    button(words.previousHit, () => step(-1), '↑'),
    button(words.nextHit, () => step(1), '↓'),
  )
  panel.append(button(words.close, () => close(), '×'))

  let texts: readonly SlideText[] | undefined
  let found: readonly Found[] = []
  let at = 0
  /** One search is one jump, however many places it goes to: Back leads to where it began. */
  let hasLeft = false
  // Read when it is first needed, and again when slides were exchanged.
  stage.onSlides(() => {
    texts = undefined
  })
  const allTexts = (): readonly SlideText[] => {
    texts ??= stage.slides().map(slideText)
    return texts
  }

  const look = (): void => {
    found = allTexts().flatMap((text, slide) => findAll(text.words, field.value).map((hit) => ({ ...hit, slide })))
    const here = stage.at()
    const next = found.findIndex(({ slide }) => slide >= here)
    show(Math.max(next, 0))
  }
  const show = (to: number): void => {
    at = to
    const hit = found[at]
    const missing = field.value.trim() === '' ? '' : words.noHit
    count.textContent = hit ? said(words.hit, { at: at + 1, count: found.length }) : missing
    const slide = hit && stage.slides()[hit.slide]
    // With all its steps: what was found may be in the last one.
    if (hit && slide) {
      const isMove = hit.slide !== stage.at()
      if (isMove && !hasLeft) stage.address.branch()
      hasLeft ||= isMove
      stage.go(hit.slide, stepsOf(slide).length)
    }
    mark()
  }
  const step = (by: number): void => {
    if (found.length > 0) show((at + by + found.length) % found.length)
  }
  const mark = (): void => {
    for (const old of stage.deck.root.querySelectorAll('.hits')) old.remove()
    const here = stage.at()
    const slide = stage.current()
    const text = slide && panel.isConnected ? allTexts()[here] : undefined
    if (!slide || !text) return
    const layer = make('div', { class: 'hits', 'aria-hidden': 'true' })
    found.forEach((hit, index) => {
      if (hit.slide === here) layer.append(...marksOf(text.boxes(hit.from, hit.to), slide, index === at, stage))
    })
    slide.append(layer)
    const chosen = layer.querySelector('.chosen')
    if (chosen && overlaps(chosen.getBoundingClientRect(), panel.getBoundingClientRect())) panel.classList.toggle('low')
  }
  const open = (): void => {
    hasLeft = panel.isConnected && hasLeft
    document.body.append(panel)
    field.focus()
    field.select()
    look()
  }
  const close = (): boolean => {
    if (!panel.isConnected) return false
    panel.remove()
    found = []
    mark()
    return true
  }

  stage.onMove(mark)
  field.addEventListener('input', look)
  field.addEventListener('keydown', (event) => {
    // The Enter that takes a word from a Chinese input method is not meant for us.
    if (event.isComposing || event.key !== 'Enter') return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  })
  return [
    { keys: ['/', 'ctrl+f'], run: open },
    { keys: ['Escape'], run: close },
  ]
}

/** The field then goes to the other end of the window, and stays there until it is in the way again. */
const overlaps = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Boxes on screen → marks in the slide's own measure, so that they stay right when the window changes. */
function marksOf(boxes: readonly DOMRect[], slide: HTMLElement, chosen: boolean, stage: Stage): readonly HTMLElement[] {
  const frame = slide.getBoundingClientRect()
  const scale = stage.deck.width / frame.width
  return joined(boxes).map(({ left, top, width, height }) => {
    const mark = make('i', chosen ? { class: 'chosen' } : {})
    mark.style.left = `${(left - frame.left) * scale}px`
    mark.style.top = `${(top - frame.top) * scale}px`
    mark.style.width = `${width * scale}px`
    mark.style.height = `${height * scale}px`
    return mark
  })
}

/** A word that may break, or is partly a link, gives a box for each piece; those that touch are one. */
function joined(boxes: readonly DOMRect[]): readonly DOMRect[] {
  const lines: DOMRect[] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    const touches = last && Math.abs(last.top - box.top) < 2 && Math.abs(last.right - box.left) < 3
    if (touches) lines[lines.length - 1] = new DOMRect(last.x, last.y, box.right - last.left, last.height)
    else lines.push(box)
  }
  return lines
}
