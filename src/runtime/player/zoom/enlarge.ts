/** How much larger and which part → the slides shown so, beside what reveal.js does to them. */
import type { Zoom } from './keptZoom.js'

export const largest = 6

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Enlarged {
  /** 1: the slide is whole. */
  scale(): number
  /** The point of the slide that lies under `at` stays there. */
  zoomAt(at: Point, to: number): void
  /** CSS px of the window; part of the slide stays in its middle. */
  move(by: Point): void
  /** This point of the slide, in shares of its size, comes to the middle of the window. */
  centre(on: Point): void
  whole(): void
  /** As it was kept. */
  restore(zoom: Zoom): void
  /** The part that is to be seen, in shares of the slide. */
  seen(): { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
}

/**
 * `scale` and `translate` of CSS are properties of their own and go on top of reveal.js's `transform`.
 * @param changed called after each change
 */
export function enlarge(root: HTMLElement, slides: HTMLElement, changed: () => void): Enlarged {
  let scale = 1
  let shift: Point = { x: 0, y: 0 }

  const place = (to: number, by: Point): void => {
    scale = to
    shift = to === 1 ? { x: 0, y: 0 } : by
    slides.style.scale = to === 1 ? '' : String(to)
    slides.style.translate = to === 1 ? '' : `${shift.x}px ${shift.y}px`
    root.classList.toggle('zoomed', to !== 1)
  }
  /** It can't be pushed out of sight. */
  const kept = (by: Point): void => {
    place(scale, by)
    const { left, right, top, bottom } = slides.getBoundingClientRect()
    const x = Math.min(0, innerWidth / 2 - left) + Math.max(0, innerWidth / 2 - right)
    const y = Math.min(0, innerHeight / 2 - top) + Math.max(0, innerHeight / 2 - bottom)
    if (x !== 0 || y !== 0) place(scale, { x: by.x + x, y: by.y + y })
    changed()
  }
  const move = ({ x, y }: Point): void => {
    if (scale > 1) kept({ x: shift.x + x, y: shift.y + y })
  }
  return {
    scale: () => scale,
    zoomAt(at, wanted) {
      const to = Math.min(Math.max(wanted, 1), largest)
      const before = slides.getBoundingClientRect()
      const within = { x: (at.x - before.left) / before.width, y: (at.y - before.top) / before.height }
      // A little larger than whole is a slip of the fingers.
      place(to < 1.05 ? 1 : to, { x: 0, y: 0 })
      const after = slides.getBoundingClientRect()
      place(scale, { x: at.x - after.left - within.x * after.width, y: at.y - after.top - within.y * after.height })
      changed()
    },
    move,
    centre({ x, y }) {
      const { left, top, width, height } = slides.getBoundingClientRect()
      move({ x: innerWidth / 2 - left - x * width, y: innerHeight / 2 - top - y * height })
    },
    whole() {
      if (scale === 1) return
      place(1, shift)
      changed()
    },
    restore({ scale: to, x, y }) {
      place(Math.min(Math.max(to, 1), largest), { x, y })
      changed()
    },
    seen() {
      const { left, top, width, height } = slides.getBoundingClientRect()
      const from = { x: Math.max(0, -left / width), y: Math.max(0, -top / height) }
      const to = { x: Math.min(1, (innerWidth - left) / width), y: Math.min(1, (innerHeight - top) / height) }
      return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y }
    },
  }
}
