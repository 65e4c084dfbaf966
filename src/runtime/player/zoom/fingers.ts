/** Two fingers, or a finger that taps twice → a part of the slide, larger; the page itself is never zoomed by mistake. */
import type { Enlarged, Point } from './enlarge.js'

/** Milliseconds and CSS px within which two taps are one gesture. */
const twice = { time: 320, distance: 36 }
/** Milliseconds and CSS px after which it is no tap. */
const tap = { time: 260, distance: 12 }
/** How large two taps make a slide. */
const tapped = 2.5

interface Finger {
  readonly start: Point
  readonly since: number
  at: Point
}

/** @param idle whether fingers do something else now, such as to draw */
export function zoomWithFingers(root: HTMLElement, enlarged: Enlarged, idle: () => boolean): void {
  const fingers = new Map<number, Finger>()
  let last: { readonly at: Point; readonly time: number } | undefined
  /** From the second finger on until the last one is gone: none of them turns a page. */
  let spread = false

  /** The map has its own use for a finger. */
  const onMap = ({ target }: PointerEvent): boolean => target instanceof Element && target.closest('.zoom-map') !== null
  const heard = (event: PointerEvent): boolean => event.pointerType === 'touch' && idle() && !onMap(event)
  const toStage = (event: PointerEvent): void => {
    if (spread || enlarged.scale() > 1) event.stopPropagation()
  }

  root.addEventListener(
    'pointerdown',
    (event) => {
      if (!heard(event)) return
      const at = pointOf(event)
      fingers.set(event.pointerId, { start: at, at, since: event.timeStamp })
      spread ||= fingers.size > 1
      toStage(event)
    },
    { capture: true },
  )
  root.addEventListener(
    'pointermove',
    (event) => {
      const finger = fingers.get(event.pointerId)
      if (!finger) return
      toStage(event)
      const before = middleOf(fingers)
      finger.at = pointOf(event)
      const now = middleOf(fingers)
      if (before.apart > 0) enlarged.zoomAt(before.at, enlarged.scale() * (now.apart / before.apart))
      enlarged.move({ x: now.at.x - before.at.x, y: now.at.y - before.at.y })
    },
    { capture: true },
  )
  const lift = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId)
    fingers.delete(event.pointerId)
    const isTap = finger && !spread && event.type === 'pointerup' && isTapOf(finger, event)
    if (fingers.size === 0) spread = false
    if (!isTap || (event.target instanceof Element && event.target.closest('a[href], button'))) {
      last = undefined
      return
    }
    const again = last && event.timeStamp - last.time < twice.time && distance(last.at, finger.at) < twice.distance
    last = again ? undefined : { at: finger.at, time: event.timeStamp }
    if (again) enlarged.zoomAt(finger.at, enlarged.scale() > 1 ? 1 : tapped)
  }
  root.addEventListener('pointerup', lift, { capture: true })
  root.addEventListener('pointercancel', lift, { capture: true })
}

const isTapOf = ({ start, at, since }: Finger, { timeStamp }: PointerEvent): boolean =>
  timeStamp - since < tap.time && distance(start, at) < tap.distance

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY })

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y)

/** Between two fingers, and how far they are apart; 0 for one. */
function middleOf(fingers: ReadonlyMap<number, Finger>): { readonly at: Point; readonly apart: number } {
  const [one, other] = [...fingers.values()].map(({ at }) => at)
  if (!one || !other) return { at: one ?? { x: 0, y: 0 }, apart: 0 }
  return { at: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, apart: distance(one, other) }
}
