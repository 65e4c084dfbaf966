/** How a slide is enlarged ⇄ what is kept of it while the page loads itself anew. */
import { keep, recall } from '../timer.js'

const NAME = 'zoom'

export interface Zoom {
  readonly scale: number
  /** How far the slide is moved, CSS px. */
  readonly x: number
  readonly y: number
}

export const keepZoom = (zoom: Zoom | null): void => keep(NAME, zoom)

/** Once: whoever loads the page later wants it as it is. */
export function recallZoom(): Zoom | null {
  const kept = recall(NAME)
  keep(NAME, null)
  return isZoom(kept) ? kept : null
}

const isZoom = (value: unknown): value is Zoom =>
  typeof value === 'object' &&
  value !== null &&
  ['scale', 'x', 'y'].every((name) => Number.isFinite(Object.entries(value).find(([key]) => key === name)?.[1]))
