/** The colours of a shape or a text in a drawing → classes of deck.css, or the colour itself where the author chose it. */
import type { Colour } from '../../settings/colour.js'
import { isLight, type Palette, roleOf } from './roles.js'

export type Values = ReadonlyMap<string, string>

export interface Paint {
  readonly classes: readonly string[]
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** A colour of the author's that it covers its place with. */
  readonly ground?: Colour
}

const shapes = ['polygon', 'ellipse', 'circle', 'rect', 'path', 'polyline', 'line']
export const isShape = (name: string): boolean => shapes.includes(name)
/** Something may be written on it. */
export const isGround = (name: string): boolean => isShape(name) && name !== 'polyline' && name !== 'line'

/** @param clear what it is filled with where it is clear */
export function paintOfShape(name: string, values: Values, palette: Palette, clear: string): Paint {
  const fill = paintOf('fill', values.get('fill') ?? (name === 'line' ? 'none' : 'black'), palette, clear)
  const stroke = paintOf('stroke', values.get('stroke') ?? 'none', palette, 'none')
  return {
    ...fill,
    classes: [...fill.classes, ...stroke.classes],
    attributes: [...fill.attributes, ...stroke.attributes],
  }
}

function paintOf(what: 'fill' | 'stroke', written: string, palette: Palette, clear: string): Paint {
  // It refers to a gradient, and is written as such.
  if (written.startsWith('url(')) return { classes: [], attributes: [] }
  const role = roleOf(written, palette)
  if (role === 'none') return { classes: [`dg-${what}-${clear}`], attributes: [] }
  if (typeof role === 'string') return { classes: [`dg-${what}-${role}`], attributes: [] }
  return { classes: [], attributes: [[what, written]], ...(role ? { ground: role } : {}) }
}

/** Letters are as dark or light as the author's ground below them wants. */
export function paintOfText(name: string, values: Values, palette: Palette, ground: Colour | undefined): Paint {
  const fill = values.get('fill')
  if (fill === undefined && name !== 'text') return { classes: [], attributes: [] }
  const role = roleOf(fill ?? 'black', palette)
  if (typeof role === 'object') return { classes: [], attributes: [['fill', fill ?? '']] }
  if (ground) return { classes: [], attributes: [['fill', isLight(ground) ? '#111111' : '#ffffff']] }
  return { classes: [role === 'soft' || role === 'accent' ? `dg-fill-${role}` : 'dg-fill-ink'], attributes: [] }
}
