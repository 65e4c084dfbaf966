/** Turns the `canvas` setting (`16:9`, `1600x900`) into the size of a slide in CSS pixels. */
import type { Canvas } from '../model/deck.js'

/** Every ratio keeps the width, so that type sizes mean the same on each. */
const ratios: Readonly<Record<string, Canvas>> = {
  '16:9': { width: 1280, height: 720 },
  '16:10': { width: 1280, height: 800 },
  '4:3': { width: 1280, height: 960 },
}

const smallest = 320
const largest = 7680

/**
 * @param value as the user wrote it, e.g. `4:3`, `1600x900`, `1600 × 900`
 * @returns CSS pixels, or undefined when it is no size or beyond 320 to 7680 px
 */
export function canvasSize(value: string): Canvas | undefined {
  const compact = value.replace(/\s+/g, '').toLowerCase()
  const ratio = Object.hasOwn(ratios, compact) ? ratios[compact] : undefined
  if (ratio) return ratio
  const match = /^(\d{3,4})[x×*](\d{3,4})(?:px)?$/.exec(compact)
  if (!match) return undefined
  const size = { width: Number(match[1]), height: Number(match[2]) }
  return Object.values(size).every((side) => side >= smallest && side <= largest) ? size : undefined
}
