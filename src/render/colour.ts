/** Colours → colours that can be read where they stand. */
import type { Colour } from '../settings/colour.js'

/** What WCAG 2 asks of text at level AA. */
export const AA = 4.5

const BLACK: Colour = [0, 0, 0]
const WHITE: Colour = [255, 255, 255]
const STEPS = 50

/** WCAG 2: from 1 (the same) to 21 (black on white). */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * @param share of `other`, 0 to 1
 * @returns whole numbers: the very colour that is written, so that its contrast is the one that was asked for
 */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const at = (index: 0 | 1 | 2) => Math.round(colour[index] + (other[index] - colour[index]) * share)
  return [at(0), at(1), at(2)]
}

/** Black or white, whichever stands out more. */
export const farthest = (ground: Colour): Colour => (contrast(BLACK, ground) >= contrast(WHITE, ground) ? BLACK : WHITE)

/** The colour itself when it can be read on the ground, else the nearest darker or lighter one that can. */
export function readable(colour: Colour, ground: Colour, least = AA): Colour {
  const towards = farthest(ground)
  for (let step = 0; step < STEPS; step++) {
    const tried = mix(colour, towards, step / STEPS)
    if (contrast(tried, ground) >= least) return tried
  }
  return towards
}

/** `#b5362a`. */
export const hex = (colour: Colour): string =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
