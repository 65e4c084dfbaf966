/** Turns the `canvas` setting (`16:9`, `1600x900`) into the size of a slide in CSS pixels: its shape, always equally wide. */
import type { Canvas } from '../model/deck.js'

/** Every slide is so wide, so that type sizes mean the same on each, and none falls below the floor. */
const width = 1280
export const standardCanvas: Canvas = { width, height: 720 }
const ratios: Readonly<Record<string, Canvas>> = {
  '16:9': { width, height: 720 },
  '16:10': { width, height: 800 },
  '4:3': { width, height: 960 },
}

const smallest = 320
const largest = 7680

/**
 * @param value as the user wrote it, e.g. `4:3`, `1600x900`, `1600 × 900`
 * @returns CSS pixels, 1280 wide in the shape asked for; undefined when it is no size, or beyond 320 to 7680 px, or
 *   more than three times as long as wide
 */
export function canvasSize(value: string): Canvas | undefined {
  const compact = value.replace(/\s+/g, '').toLowerCase()
  const ratio = Object.hasOwn(ratios, compact) ? ratios[compact] : undefined
  if (ratio) return ratio
  const match = /^(\d{3,4})[x×*](\d{3,4})(?:px)?$/.exec(compact)
  if (!match) return undefined
  const sides = [Number(match[1]), Number(match[2])] as const
  const shape = sides[1] / sides[0]
  const sane = sides.every((side) => side >= smallest && side <= largest) && shape >= 1 / 3 && shape <= 3
  return sane ? { width, height: Math.round(width * shape) } : undefined
}
