/**
 * A text's box as measured → one with a little more room: letters of another font run wider by a hair, and a line more than
 * on the slide must not leave the box. Plain arithmetic on what else is on the slide.
 */
import { least, most } from '../model/lists.js'
import type { Box, Part, TextPart } from '../model/parts.js'

interface Size {
  readonly width: number
  readonly height: number
}

/** Shares of its width that a box may grow by. Bold Arial runs wider than ours; a single line may take more, it moves nothing. */
const PLAIN = 0.01
const BOLD = 0.03
const SINGLE = 0.3
/** Px that stay free to what stands beside. */
const GAP = 8

export function roomFor(text: TextPart, parts: readonly Part[], canvas: Size): Box {
  const { box, paragraphs } = text
  if (text.fill !== undefined || text.outline !== undefined) return box
  const others = parts.filter((part) => part !== text && !isGround(part, canvas)).map((part) => part.box)
  const [first] = paragraphs
  const single = paragraphs.length === 1 && first !== undefined && first.box.height < first.line * 1.5
  const bold = first?.runs.some((run) => run.bold) ?? false
  const wish = single ? Math.max(32, box.width * SINGLE) : 4 + box.width * (bold ? BOLD : PLAIN)
  const share = { left: [0, 1], center: [0.5, 0.5], right: [1, 0] }[first?.align ?? 'left']
  const beside = others.filter((other) => other.y < box.y + box.height && other.y + other.height > box.y)
  const start = most(
    beside.map(({ x, width }) => x + width + GAP).filter((edge) => edge <= box.x),
    0,
  )
  const end = least(
    beside.map(({ x }) => x - GAP).filter((edge) => edge >= box.x + box.width),
    canvas.width,
  )
  const x = Math.max(start, box.x - wish * (share[0] ?? 0))
  const right = Math.min(end, box.x + box.width + wish * (share[1] ?? 0))
  const below = others.filter((other) => other.x < right && other.x + other.width > x)
  const floor = least(
    below.map(({ y }) => y).filter((edge) => edge >= box.y + box.height),
    canvas.height,
  )
  const last = paragraphs.at(-1)?.line ?? 0
  return {
    x,
    y: box.y,
    width: right - x,
    height: Math.max(box.height, Math.min(floor - GAP - box.y, box.height + last)),
  }
}

/** What fills the slide stands in nobody's way. */
const isGround = ({ box }: Part, canvas: Size): boolean => box.width >= canvas.width || box.height >= canvas.height
