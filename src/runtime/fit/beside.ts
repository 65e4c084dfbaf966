/** What a template puts above and below the flow, in the same body → the height it takes from the flow. Only reads. */
import { least, most } from '../../model/lists.js'

/**
 * The body is as tall as the slide leaves it; wrappers between it and the flow are as tall as what they hold.
 * Most bodies hold the flow alone: that is told without a look at styles.
 */
export function takenBeside(flow: Element, body: Element): number {
  let taken = 0
  for (let inner = flow; inner !== body; ) {
    const outer = inner.parentElement
    if (outer === null) return taken
    if (outer.childNodes.length > 1) taken += besideIn(outer, inner)
    if (outer !== body) taken += edgesOf(outer)
    inner = outer
  }
  return taken
}

/** What stands above and below one part of a box; what stands beside it, or over it, takes nothing. */
function besideIn(box: Element, part: Element): number {
  const { top, bottom } = part.getBoundingClientRect()
  const others = [...box.childNodes].filter((node) => node !== part).flatMap(placesOf)
  const above = others.filter((place) => place.bottom <= top + 1)
  const below = others.filter((place) => place.top >= bottom - 1)
  return (
    (above.length > 0 ? top - least(above.map((place) => place.top)) : 0) +
    (below.length > 0 ? most(below.map((place) => place.bottom)) - bottom : 0)
  )
}

/** Where a node is drawn, its margins included; nothing for what takes no room. */
function placesOf(node: Node): readonly { readonly top: number; readonly bottom: number }[] {
  if (node instanceof Text) {
    if (node.data.trim() === '') return []
    const range = document.createRange()
    range.selectNode(node)
    return [range.getBoundingClientRect()]
  }
  if (!(node instanceof Element)) return []
  const { position, display, marginTop, marginBottom } = getComputedStyle(node)
  if (display === 'none' || position === 'absolute' || position === 'fixed') return []
  const { top, bottom } = node.getBoundingClientRect()
  return [{ top: top - pixels(marginTop), bottom: bottom + pixels(marginBottom) }]
}

function edgesOf(element: Element): number {
  const { paddingTop, paddingBottom, borderTopWidth, borderBottomWidth, marginTop, marginBottom } =
    getComputedStyle(element)
  return [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth, marginTop, marginBottom].reduce(
    (sum, length) => sum + pixels(length),
    0,
  )
}

const pixels = (length: string): number => Number.parseFloat(length) || 0
