/** Pointer moves → a red dot that points, or lines drawn on the slide, until the page is closed: nothing of it is saved. */
import { make } from './dom.js'
import type { Command } from './keys.js'
import type { Stage } from './stage.js'

type Mode = 'off' | 'pointing' | 'drawing'

/** Milliseconds that the hint stands over the slide: the room has no use for it. */
const hinting = 4000
const svg = 'http://www.w3.org/2000/svg'

export function drawAndPoint(stage: Stage): readonly Command[] {
  const { root } = stage.deck
  const dot = make('div', { class: 'laser' })
  const hint = make('div', { class: 'stage-toast', role: 'status' })
  let mode: Mode = 'off'
  let line: SVGPolylineElement | undefined
  let fading = 0
  // Out of sight until the mouse has said where it is.
  dot.style.translate = '-100px -100px'

  const become = (to: Mode): void => {
    mode = to
    line = undefined
    root.classList.toggle('pointing', to === 'pointing')
    root.classList.toggle('drawing', to === 'drawing')
    dot.remove()
    hint.remove()
    clearTimeout(fading)
    if (to === 'off') return
    hint.textContent = to === 'drawing' ? stage.words.drawing : stage.words.pointing
    document.body.append(hint)
    fading = window.setTimeout(() => hint.remove(), hinting)
    if (to === 'pointing') document.body.append(dot)
  }
  const toggle = (to: Mode): void => become(mode === to ? 'off' : to)

  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      dot.style.translate = `${clientX}px ${clientY}px`
      const slide = stage.current()
      if (line && slide) addPoint(line, slide, stage.deck.width, clientX, clientY)
    },
    // Also of a finger that moves an enlarged slide.
    { capture: true },
  )
  window.addEventListener('pointerup', () => {
    line = undefined
  })
  window.addEventListener('pointercancel', () => {
    line = undefined
  })
  // While drawing, a press starts a line: it follows no link, turns no page and marks no text.
  for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'touchmove', 'click'])
    root.addEventListener(
      kind,
      (event) => {
        if (mode !== 'drawing') return
        event.preventDefault()
        event.stopPropagation()
        const slide = stage.current()
        if (!slide || !(event instanceof PointerEvent) || event.type !== 'pointerdown') return
        line = newLine(slide, stage.deck)
        addPoint(line, slide, stage.deck.width, event.clientX, event.clientY)
      },
      { capture: true, passive: false },
    )

  return [
    { keys: ['l'], run: () => toggle('pointing') },
    { keys: ['d'], run: () => toggle('drawing') },
    { keys: ['c'], run: () => stage.current()?.querySelector('.ink')?.remove() },
    { keys: ['Escape'], run: () => mode !== 'off' && become('off') },
  ]
}

/** The drawing is part of its slide: it is hidden, enlarged and resized with it. */
export function newLine(slide: HTMLElement, { width, height }: { readonly width: number; readonly height: number }) {
  const found = slide.querySelector(':scope > .ink')
  const ink = found ?? document.createElementNS(svg, 'svg')
  if (!found) {
    ink.setAttribute('class', 'ink')
    ink.setAttribute('viewBox', `0 0 ${width} ${height}`)
    ink.setAttribute('aria-hidden', 'true')
    slide.append(ink)
  }
  const line = document.createElementNS(svg, 'polyline')
  ink.append(line)
  return line
}

function addPoint(line: SVGPolylineElement, slide: HTMLElement, canvas: number, x: number, y: number): void {
  const { left, top, width } = slide.getBoundingClientRect()
  const scale = canvas / width
  const point = `${Math.round((x - left) * scale)},${Math.round((y - top) * scale)}`
  line.setAttribute('points', `${line.getAttribute('points') ?? ''} ${point}`.trim())
}
