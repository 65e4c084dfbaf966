/** Keys, Alt + click and drags → a part of the slide, larger. Another slide is shown whole again. */
import type { Command } from './keys.js'
import type { Stage } from './stage.js'

const largest = 6
const step = 1.5
/** How far a key moves an enlarged slide, CSS px. */
const stride = 120

/** Arrows by themselves turn pages, whatever is on screen. */
const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  'shift+ArrowLeft': [-1, 0],
  'shift+ArrowRight': [1, 0],
  'shift+ArrowUp': [0, -1],
  'shift+ArrowDown': [0, 1],
}

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The slides are enlarged beside what reveal.js does to them: `scale` and `translate` of CSS are properties of their own
 * and go on top of its `transform`.
 */
export function zoomInto(stage: Stage): readonly Command[] {
  const { root } = stage.deck
  const slides = root.querySelector<HTMLElement>('.slides')
  if (!slides) return []
  let scale = 1
  let shift: Point = { x: 0, y: 0 }
  let pointer: Point = { x: innerWidth / 2, y: innerHeight / 2 }

  const place = (to: number, by: Point): void => {
    scale = to
    shift = to === 1 ? { x: 0, y: 0 } : by
    slides.style.scale = to === 1 ? '' : String(to)
    slides.style.translate = to === 1 ? '' : `${shift.x}px ${shift.y}px`
    root.classList.toggle('zoomed', to !== 1)
  }
  /** Part of the slide stays in the middle of the window: it can't be pushed out of sight. */
  const moveTo = (by: Point): void => {
    place(scale, by)
    const { left, right, top, bottom } = slides.getBoundingClientRect()
    const x = Math.min(0, innerWidth / 2 - left) + Math.max(0, innerWidth / 2 - right)
    const y = Math.min(0, innerHeight / 2 - top) + Math.max(0, innerHeight / 2 - bottom)
    if (x !== 0 || y !== 0) place(scale, { x: by.x + x, y: by.y + y })
  }
  /** The point of the slide that lies under `at` stays there. */
  const zoomAt = (at: Point, to: number): void => {
    const before = slides.getBoundingClientRect()
    const within = { x: (at.x - before.left) / before.width, y: (at.y - before.top) / before.height }
    place(to, { x: 0, y: 0 })
    const after = slides.getBoundingClientRect()
    place(to, { x: at.x - after.left - within.x * after.width, y: at.y - after.top - within.y * after.height })
  }
  const zoomBy = (factor: number): void => {
    const to = Math.min(Math.max(scale * factor, 1), largest)
    zoomAt(pointer, to < 1.05 ? 1 : to)
  }

  window.addEventListener('pointermove', (event) => {
    const moved = { x: event.clientX - pointer.x, y: event.clientY - pointer.y }
    pointer = { x: event.clientX, y: event.clientY }
    const onSlide = event.target instanceof Node && root.contains(event.target)
    const dragged = scale > 1 && event.buttons === 1 && onSlide && !root.classList.contains('drawing')
    if (dragged) moveTo({ x: shift.x + moved.x, y: shift.y + moved.y })
  })
  root.addEventListener(
    'click',
    (event) => {
      if (!event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      zoomAt({ x: event.clientX, y: event.clientY }, scale > 1 ? 1 : 2.5)
    },
    { capture: true },
  )
  // A finger that moves an enlarged slide does not turn the page.
  for (const kind of ['touchstart', 'touchmove', 'pointerdown'])
    root.addEventListener(kind, (event) => scale > 1 && event.stopPropagation(), { capture: true })
  /** With nothing to move it still has the key: reveal.js would go to the first slide or the last. */
  const moveBy = (key: string): void => {
    const [x, y] = directions[key] ?? [0, 0]
    if (scale > 1) moveTo({ x: shift.x - x * stride, y: shift.y - y * stride })
  }
  stage.onMove(() => place(1, shift))
  return [
    { keys: ['+', '='], repeats: true, run: () => zoomBy(step) },
    { keys: ['-'], repeats: true, run: () => zoomBy(1 / step) },
    { keys: Object.keys(directions), repeats: true, run: moveBy },
    { keys: ['Escape'], run: () => scale > 1 && place(1, shift) },
  ]
}
