/** Boxes of elements and of what style sheets write before and behind them → boxes on the slide. */
import type { Box } from '../../model/parts.js'

/** Where a slide lies in the page. */
export interface Origin {
  readonly left: number
  readonly top: number
}

interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const px = (css: string): number => Number.parseFloat(css) || 0

const short = (number: number): number => Math.round(number * 100) / 100

export const boxAt = ({ left, top, right, bottom }: Edges, origin: Origin): Box => ({
  x: short(left - origin.left),
  y: short(top - origin.top),
  width: short(Math.max(0, right - left)),
  height: short(Math.max(0, bottom - top)),
})

/** What is inside of border and padding. */
export function contentEdges(element: Element, style = getComputedStyle(element)): Edges {
  const inner = paddingEdges(element, style)
  return {
    left: inner.left + px(style.paddingLeft),
    top: inner.top + px(style.paddingTop),
    right: inner.right - px(style.paddingRight),
    bottom: inner.bottom - px(style.paddingBottom),
  }
}

function paddingEdges(element: Element, style: CSSStyleDeclaration): Edges {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return {
    left: left + px(style.borderLeftWidth),
    top: top + px(style.borderTopWidth),
    right: right - px(style.borderRightWidth),
    bottom: bottom - px(style.borderBottomWidth),
  }
}

/**
 * The edge of a `::before` or `::after`, not turned: the page tells no boxes of them, but the places it has worked out.
 * One that is not set absolutely is taken for the first thing in its element.
 */
export function pseudoEdges(element: Element, style: CSSStyleDeclaration): Edges {
  const outer = style.boxSizing === 'border-box'
  const sides = (...widths: readonly string[]): number =>
    outer ? 0 : widths.reduce((sum, width) => sum + px(width), 0)
  const width =
    px(style.width) + sides(style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth)
  const height =
    px(style.height) + sides(style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth)
  const absolute = style.position === 'absolute'
  const holder = absolute ? positioned(element) : element
  const room = absolute ? paddingEdges(holder, getComputedStyle(holder)) : contentEdges(holder)
  const left = room.left + (absolute ? px(style.left) : 0) + px(style.marginLeft)
  const top = room.top + (absolute ? px(style.top) : 0) + px(style.marginTop)
  return { left, top, right: left + width, bottom: top + height }
}

/** The element that what is set absolutely inside this one is placed in. */
function positioned(element: Element): Element {
  let holder = element
  while (holder.parentElement && getComputedStyle(holder).position === 'static') holder = holder.parentElement
  return holder
}

/** Degrees clockwise that a transform turns by; undefined when it does anything else. */
export function turnOf(transform: string): number | undefined {
  if (transform === 'none') return 0
  const { a, b, c, d } = new DOMMatrixReadOnly(transform)
  const keepsSize = Math.abs(a * a + b * b - 1) < 0.001 && Math.abs(a - d) < 0.001 && Math.abs(b + c) < 0.001
  return keepsSize ? short((Math.atan2(b, a) * 180) / Math.PI) : undefined
}
