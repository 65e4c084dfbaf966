/** The SVG of a drawing program → what of it goes into a deck: safe, in the deck's colours and fonts, at a size to be read. */
import { createHash } from 'node:crypto'
import type { DiagramFault } from '../../model/finding.js'
import { cleanSvg } from '../../trust/svg.js'
import type { Palette } from './roles.js'
import { type ThemedSvg, themeSvg } from './themedSvg.js'

export interface DrawnDiagram {
  readonly svg: string
  /** CSS px. */
  readonly width: number
  readonly height: number
  readonly labels: readonly string[]
}

/** Why there is none. */
export type NoDiagram = Pick<DiagramFault, 'why' | 'says'>

/** A drawing of more would weigh a deck down, and nobody could read it. Characters. */
const LARGEST = 1_500_000
/** px that the usual type of a drawing is shown at where there is room. */
const TYPE = 22

const TOO_LARGE: NoDiagram = { why: 'large', says: '' }
const EMPTY: NoDiagram = { why: 'empty', says: '' }

/** @param type size of the usual type in it, in its own units */
export function drawingOf(svg: string, palette: Palette, type: number): DrawnDiagram | NoDiagram {
  if (svg.length > LARGEST) return TOO_LARGE
  const { text } = cleanSvg(svg)
  const id = `dg${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
  const themed = themeSvg(text, palette, id)
  if (themed === undefined || isEmpty(themed)) return EMPTY
  const [width, height] = [themed.width, themed.height].map((size) => Math.ceil((size * TYPE) / type))
  return { ...themed, width: width ?? 0, height: height ?? 0 }
}

/** No word, and one shape at most: the frame of a chart that has nothing in it yet. */
const isEmpty = ({ svg, labels }: ThemedSvg): boolean =>
  labels.length === 0 && (svg.match(/<(?:path|rect|circle|ellipse|line|poly\w+)\b/g) ?? []).length <= 1
