/** An enlarged slide → a small picture of it in the corner, with a frame around the part that is to be seen; it can be dragged. */
import { make } from '../dom.js'
import type { Stage } from '../stage.js'
import { thumbnail } from '../thumbnail.js'
import type { Enlarged } from './enlarge.js'

/** Width, CSS px. */
const size = 148

/** @returns to be called whenever the slide, or what is to be seen of it, has changed */
export function drawMap(stage: Stage, enlarged: () => Enlarged): () => void {
  const frame = make('i')
  const picture = make('div')
  const map = make('div', { class: 'zoom-map', 'aria-hidden': 'true' }, picture, frame)
  let drawn: HTMLElement | undefined

  const follow = (event: PointerEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    if (event.buttons !== 1) return
    map.setPointerCapture(event.pointerId)
    const { left, top, width, height } = map.getBoundingClientRect()
    enlarged().centre({ x: (event.clientX - left) / width, y: (event.clientY - top) / height })
  }
  map.addEventListener('pointerdown', follow)
  map.addEventListener('pointermove', follow)

  return () => {
    const slide = stage.current()
    if (enlarged().scale() === 1 || !slide) {
      map.remove()
      drawn = undefined
      return
    }
    if (drawn !== slide) {
      picture.replaceChildren(thumbnail(slide, size, stage.deck.width))
      drawn = slide
    }
    if (!map.isConnected) stage.deck.root.append(map)
    for (const [name, share] of Object.entries(enlarged().seen())) frame.style.setProperty(name, `${share * 100}%`)
  }
}
