/** A block that cuts its text off (a long section's title in the foot) → the last place that is seen. */
import { textsIn } from '../texts.js'

/** @returns undefined when all of it is seen */
export function lastShown(
  block: Element,
  style: CSSStyleDeclaration,
): { readonly node: Text; readonly offset: number } | undefined {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return undefined
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = block
  if (scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1) return undefined
  const edge = block.getBoundingClientRect()
  const texts = textsIn(block)
  const isSeen = (node: Text, offset: number): boolean => {
    const range = document.createRange()
    range.setStart(node, offset)
    range.setEnd(node, offset + 1)
    const { right, bottom } = range.getBoundingClientRect()
    // Room for the sign that says that more would follow.
    return right <= edge.right - 16 && bottom <= edge.bottom + 2
  }
  for (const node of texts) {
    let [seen, hidden] = [0, node.data.length]
    while (seen < hidden) {
      const middle = (seen + hidden) >> 1
      if (isSeen(node, middle)) seen = middle + 1
      else hidden = middle
    }
    if (seen < node.data.length) return { node, offset: seen }
  }
  return undefined
}
