/** Lines and what may be their markers → the markers that are some, as the lines around them show. */
import { isBlank, type Line } from '../lines.js'
import type { Marker } from './markers.js'

/** Takes away the markers that are none without a like one next to them. */
export const withNeighbours = (
  lines: readonly Line[],
  markers: readonly (Marker | undefined)[],
): readonly (Marker | undefined)[] => {
  const solid: number[] = []
  for (let index = 0; index < lines.length; index++) if (!isBlank(lines[index]?.text ?? '')) solid.push(index)
  const kept = [...markers]
  solid.forEach((index, place) => {
    const marker = markers[index]
    if (!marker?.needsNeighbour) return
    const alike = (other: number | undefined): boolean => {
      const next = other === undefined ? undefined : markers[other]
      if (next === undefined || next.key !== marker.key) return false
      if (marker.number === undefined || Math.abs((next.number ?? 0) - marker.number) === 1) return true
      return next.number === marker.number && [marker, next].every(mayCountOn)
    }
    if (!alike(solid[place - 1]) && !alike(solid[place + 1])) kept[index] = undefined
  })
  return kept
}

/** `1.Plan` below `1.Idea`; `1.x` is a version, and `a.` twice says nothing. */
const mayCountOn = ({ style, rest }: Marker): boolean => style === 'decimal' && !/^[a-z]/.test(rest)
