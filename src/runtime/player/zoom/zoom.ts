/** Keys, Alt + click, drags and fingers → a part of the slide, larger. Another slide is shown whole again. */
import type { Command } from '../keys.js'
import type { Stage } from '../stage.js'
import { enlarge, type Point } from './enlarge.js'
import { zoomWithFingers } from './fingers.js'
import { recallZoom } from './keptZoom.js'
import { drawMap } from './map.js'

const step = 1.5
/** How large Alt + click makes a slide. */
const clicked = 2.5
/** How far a key moves an enlarged slide, CSS px. */
const stride = 120

/** Arrows by themselves turn pages, whatever is on screen. */
const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  'shift+ArrowLeft': [-1, 0],
  'shift+ArrowRight': [1, 0],
  'shift+ArrowUp': [0, -1],
  'shift+ArrowDown': [0, 1],
}

export function zoomInto(stage: Stage): readonly Command[] {
  const { root } = stage.deck
  const slides = root.querySelector<HTMLElement>('.slides')
  if (!slides) return []
  const showMap = drawMap(stage, () => enlarged)
  const enlarged = enlarge(root, slides, showMap)
  const isDrawing = (): boolean => root.classList.contains('drawing')
  zoomWithFingers(root, enlarged, () => !isDrawing())

  let pointer: Point = { x: innerWidth / 2, y: innerHeight / 2 }
  window.addEventListener('pointermove', (event) => {
    const by = { x: event.clientX - pointer.x, y: event.clientY - pointer.y }
    pointer = { x: event.clientX, y: event.clientY }
    const onSlide = event.target instanceof Node && root.contains(event.target)
    if (event.buttons === 1 && event.pointerType !== 'touch' && onSlide && !isDrawing()) enlarged.move(by)
  })
  root.addEventListener(
    'click',
    (event) => {
      if (!event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      enlarged.zoomAt({ x: event.clientX, y: event.clientY }, enlarged.scale() > 1 ? 1 : clicked)
    },
    { capture: true },
  )
  // A finger that moves an enlarged slide does not turn the page.
  for (const kind of ['touchstart', 'touchmove', 'pointerdown'])
    root.addEventListener(
      kind,
      (event) => {
        const onMap = event.target instanceof Element && event.target.closest('.zoom-map')
        if (enlarged.scale() > 1 && !onMap) event.stopPropagation()
      },
      { capture: true },
    )
  window.addEventListener('resize', () => enlarged.move({ x: 0, y: 0 }))
  stage.onMove(() => enlarged.whole())
  const kept = recallZoom()
  if (kept) enlarged.restore(kept)

  /** With nothing to move it still has the key: reveal.js would go to the first slide or the last. */
  const moveBy = (key: string): void => {
    const [x, y] = directions[key] ?? [0, 0]
    enlarged.move({ x: -x * stride, y: -y * stride })
  }
  const zoomBy = (factor: number): void => enlarged.zoomAt(pointer, enlarged.scale() * factor)
  return [
    { keys: ['+', '='], repeats: true, run: () => zoomBy(step) },
    { keys: ['-'], repeats: true, run: () => zoomBy(1 / step) },
    { keys: Object.keys(directions), repeats: true, run: moveBy },
    { keys: ['Escape'], run: () => (enlarged.scale() > 1 ? enlarged.whole() : false) },
  ]
}
