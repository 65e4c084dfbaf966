/** A run of inline content in a block → a paragraph with the box of its lines, cut where the page cuts it. */
import { least, most } from '../../model/lists.js'
import type { Bullet, Paragraph } from '../../model/parts.js'
import { bulletOf, lineNumberOf } from './bullets.js'
import { boxAt, contentEdges, px } from './place.js'
import { runsOf, type TakeObject } from './runs.js'
import type { Here, Scene } from './scene.js'
import { lastShown } from './shown.js'

/**
 * @param nodes all of the block's own content, or a part of it between blocks
 * @returns undefined when it holds no text
 */
export function paragraphOf(
  block: Element,
  nodes: readonly Node[],
  scene: Scene,
  here: Here,
  take: TakeObject,
): Paragraph | undefined {
  const style = getComputedStyle(block)
  if (nodes.every(isBlank) && !isKeptLine(block, style)) return undefined
  const runs = runsOf(nodes, scene, here, take, lastShown(block, style))
  const size = px(style.fontSize)
  // A formula on a line of its own is as high as it is.
  const line = block.matches('div.formula') ? block.clientHeight : px(style.lineHeight) || size * 1.2
  const whole = nodes.length === block.childNodes.length
  const inner = contentEdges(block, style)
  const edges = { ...inner, ...(whole ? {} : heightOf(nodes, line)), ...balancedWidth(block, nodes, style) }
  const indent = px(style.textIndent)
  const item = block.closest('li')
  const bullet = runs.length > 0 && item ? itemBullet(item, nodes, edges.left, size, scene, here) : undefined
  const counted = item ? undefined : lineNumberOf(block, edges.left + indent, scene, here)
  // Of a numbered line, the number hangs, not the line.
  const left = counted ? edges.left + indent : edges.left
  const shown = bullet ?? counted
  if (runs.length === 0 && !isKeptLine(block, style)) return undefined
  return {
    runs,
    box: boxAt({ ...edges, left }, scene.origin),
    size,
    line,
    align: alignOf(style),
    level: levelOf(block),
    ...(style.direction === 'rtl' ? { rightToLeft: true } : {}),
    ...(shown ? { bullet: shown } : {}),
    ...(indent < 0 && !counted ? { hang: -indent } : {}),
  }
}

const isBlank = (node: Node): boolean => node instanceof Text && node.data.trim() === ''

/** An empty line of code is a line. */
const isKeptLine = (block: Element, { whiteSpace }: CSSStyleDeclaration): boolean =>
  whiteSpace.startsWith('pre') && block.childElementCount === 0 && (block.textContent ?? '').includes('\n')

const levelOf = (block: Element): number => {
  let level = -1
  for (let item = block.closest('li'); item; item = item.parentElement?.closest('li') ?? null) level++
  return Math.max(0, level)
}

/** Only the first thing in an item has its bullet. */
function itemBullet(
  item: HTMLLIElement,
  [first]: readonly Node[],
  left: number,
  size: number,
  scene: Scene,
  here: Here,
): Bullet | undefined {
  if (!first) return undefined
  const before = document.createRange()
  before.setStart(item, 0)
  before.setEndBefore(first)
  const empty = before.toString().trim() === '' && !before.cloneContents().querySelector('img, svg, figure')
  return empty ? bulletOf(item, left, size, scene, here) : undefined
}

/** Share of its room that a line takes which ends where there is no more. */
const FULL = 0.95

/**
 * Lines that the page has made about equally long, or so that no word is left alone: programs break them there, too, when
 * there is no more room than that.
 */
function balancedWidth(block: Element, nodes: readonly Node[], style: CSSStyleDeclaration) {
  if (!/balance|pretty/.test(style.getPropertyValue('text-wrap-style')) || block.matches('li, .title, .cover-title'))
    return undefined
  const rects = rectsOf(nodes)
  const [top, bottom] = [least(rects.map((rect) => rect.top)), most(rects.map((rect) => rect.bottom))]
  const single = rects.length === 0 || bottom - top < 1.5 * most(rects.map(({ height }) => height))
  if (single) return undefined
  const [left, right] = [least(rects.map((rect) => rect.left)), most(rects.map((rect) => rect.right))]
  const { left: start, right: end } = contentEdges(block, style)
  return right - left < FULL * (end - start) ? { left, right } : undefined
}

/** From the first line to the last: rectangles of text are as high as its letters, lines are higher. */
function heightOf(nodes: readonly Node[], line: number): { readonly top: number; readonly bottom: number } {
  const rects = rectsOf(nodes)
  const middles = rects.map(({ top, bottom }) => (top + bottom) / 2)
  return { top: least(middles) - line / 2, bottom: most(middles) + line / 2 }
}

function rectsOf(nodes: readonly Node[]): readonly DOMRect[] {
  const range = document.createRange()
  const [first] = nodes
  const last = nodes.at(-1)
  if (first && last) {
    range.setStartBefore(first)
    range.setEndAfter(last)
  }
  return [...range.getClientRects()].filter(({ width }) => width > 0)
}

function alignOf({ textAlign, direction }: CSSStyleDeclaration): Paragraph['align'] {
  if (textAlign === 'center') return 'center'
  const ends = textAlign === 'right' || textAlign === (direction === 'rtl' ? 'start' : 'end')
  return ends ? 'right' : 'left'
}
