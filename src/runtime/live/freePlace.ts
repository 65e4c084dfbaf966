/** A box, and what is shown in a window → the corner of it where the box hides least. Pure. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Corner {
  readonly side: 'left' | 'right'
  readonly end: 'top' | 'bottom'
}

/** In the order they are wanted in. */
const corners: readonly Corner[] = [
  { side: 'left', end: 'bottom' },
  { side: 'right', end: 'bottom' },
  { side: 'left', end: 'top' },
  { side: 'right', end: 'top' },
]

/**
 * @param gap between the box and the edges of the window
 * @returns the first of the corners that are freest, and how much of what is shown the box covers there (0: nothing)
 */
export function freePlace(
  size: Pick<Box, 'width' | 'height'>,
  window: Pick<Box, 'width' | 'height'>,
  gap: Readonly<Record<'x' | 'y', number>>,
  shown: readonly Box[],
): { readonly corner: Corner; readonly covered: number } {
  const places = corners.map((corner) => {
    const left = corner.side === 'left' ? gap.x : window.width - gap.x - size.width
    const top = corner.end === 'top' ? gap.y : window.height - gap.y - size.height
    const box = { ...size, left, top }
    return { corner, covered: shown.reduce((sum, other) => sum + overlap(box, other), 0) }
  })
  return places.reduce((best, place) => (place.covered < best.covered ? place : best))
}

function overlap(one: Box, other: Box): number {
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left)
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top)
  return across > 0 && down > 0 ? across * down : 0
}
