/** CSS px of the canvas → the lengths of the file. A slide 1280 px wide is 13⅓ inches: the size programs call widescreen. */
import type { Box } from '../model/parts.js'
import { tag } from './xml.js'

/** English metric units: 914,400 an inch. */
export const emu = (px: number): number => Math.round(px * 9525)

/** Hundredths of a point. */
export const hundredths = (px: number): number => Math.round(px * 75)

/** @param turn degrees clockwise @param name `a:xfrm`, or `p:xfrm` in frames of tables */
export function placeOf({ x, y, width, height }: Box, turn = 0, name = 'a:xfrm'): string {
  const rot = turn === 0 ? undefined : Math.round((((turn % 360) + 360) % 360) * 60_000)
  const [left, top] = [emu(x), emu(y)]
  // Edges are rounded, not lengths, so that what touches on the slide touches in the file.
  const [cx, cy] = [Math.max(1, emu(x + width) - left), Math.max(1, emu(y + height) - top)]
  return tag(name, { rot }, tag('a:off', { x: left, y: top }), tag('a:ext', { cx, cy }))
}
