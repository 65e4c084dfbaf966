/** A colour as CSS writes it (`#b5362a`, `teal`, `rgb(0 90 120)`, `hsl(200 80% 30%)`) → its red, green and blue. */
import { colourNames } from './colourNames.js'

/** Red, green and blue of sRGB, 0 to 255; not rounded. */
export type Colour = readonly [red: number, green: number, blue: number]

/** @returns undefined for what is no colour, and for colours that let the ground shine through: their contrast is unknown */
export function parseColour(text: string): Colour | undefined {
  const written = text.trim().toLowerCase()
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/.exec(written)?.[1] ?? colourNames().get(written)
  if (digits !== undefined) return fromDigits(digits)
  const [, model, inner = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(written) ?? []
  const parts = inner.trim().split(/\s*,\s*|\s+/)
  if (parts.length !== 3) return undefined
  if (model === 'rgb') return triple(parts.map((part) => amount(part, 255)))
  if (model === 'hsl') return fromHsl(parts)
  return undefined
}

function fromDigits(digits: string): Colour | undefined {
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  return triple([0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)))
}

function fromHsl([hue = '', saturation = '', lightness = '']: readonly string[]): Colour | undefined {
  const angle = /^-?[\d.]+(?:deg)?$/.test(hue) ? Number.parseFloat(hue) : Number.NaN
  const s = amount(saturation, 1)
  const l = amount(lightness, 1)
  // The formula of CSS Color 4, §7.1.
  const channel = (offset: number) => {
    const k = (((offset + angle / 30) % 12) + 12) % 12
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return triple([channel(0), channel(8), channel(4)])
}

/** `50%` of `whole`, or a bare number up to it. */
function amount(text: string, whole: number): number {
  const match = /^([\d.]+)(%?)$/.exec(text)
  if (match === null) return Number.NaN
  const value = match[2] === '%' ? (Number(match[1]) / 100) * whole : Number(match[1])
  return Math.min(whole, value)
}

function triple([red = Number.NaN, green = Number.NaN, blue = Number.NaN]: readonly number[]): Colour | undefined {
  return [red, green, blue].some(Number.isNaN) ? undefined : [red, green, blue]
}
