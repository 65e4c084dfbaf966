/** The SVG of a drawing program → what of it goes into a deck: safe, in the deck's colours and fonts, at a size to be read. */
import { createHash } from 'node:crypto'
import { cleanSvg } from '../../trust/svg.js'
import type { Palette } from './roles.js'
import { themeSvg } from './themedSvg.js'

export interface DrawnDiagram {
  readonly svg: string
  /** CSS px. */
  readonly width: number
  readonly height: number
  readonly labels: readonly string[]
}

/** A drawing of more would weigh a deck down, and nobody could read it. Characters. */
const LARGEST = 1_500_000
/** px that the usual type of a drawing is shown at where there is room. */
const TYPE = 22

/**
 * @param type size of the usual type in it, in its own units
 * @returns undefined where it is too large
 */
export function drawingOf(svg: string, palette: Palette, type: number): DrawnDiagram | undefined {
  if (svg.length > LARGEST) return undefined
  const { text } = cleanSvg(svg)
  const id = `dg${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
  const themed = themeSvg(text, palette, id)
  if (themed === undefined) return undefined
  const [width, height] = [themed.width, themed.height].map((size) => Math.ceil((size * TYPE) / type))
  return { ...themed, width: width ?? 0, height: height ?? 0 }
}
