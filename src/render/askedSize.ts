/** The size that the notes ask for a picture, and its shape → the widest that it may be, as CSS. */
import type { Length, PictureSize } from '../model/notes.js'

interface Natural {
  /** Width to height. */
  readonly ratio: number
  readonly width: number
}

/** CSS px: narrower pictures are made out by nobody. */
const narrowest = 48

/** @returns undefined where nothing was asked for */
export function askedWidth(size: PictureSize | undefined, { ratio, width }: Natural): string | undefined {
  const wide = widthOf(size?.width, 1, width)
  // A share of the height of nothing in particular says nothing.
  const high = size?.height?.of === 'room' ? undefined : widthOf(size?.height, ratio, width)
  const widths = [wide, high].filter((each) => each !== undefined)
  return widths.length === 2 ? `min(${widths.join(',')})` : widths[0]
}

function widthOf(length: Length | undefined, ratio: number, natural: number): string | undefined {
  switch (length?.of) {
    case undefined:
      return undefined
    case 'room':
      return `${rounded(Math.min(1, Math.max(0.05, length.amount)) * 100)}%`
    case 'px':
      return `${rounded(Math.max(narrowest, length.amount * ratio))}px`
    case 'self':
      return `${rounded(Math.max(narrowest, length.amount * natural))}px`
  }
}

const rounded = (number: number): number => Math.round(number * 100) / 100
