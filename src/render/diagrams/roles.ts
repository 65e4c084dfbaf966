/** The colours that a drawing program writes → what they stand for in a deck, where it is not a colour that the author chose. */
import { drawingColours } from '../../model/drawingColours.js'
import { type Colour, parseColour } from '../../settings/colour.js'

/** What deck.css has classes for: `dg-fill-ink`, `dg-stroke-ink` and so on. `none` is clear. */
export type Role = 'ink' | 'soft' | 'panel' | 'cluster' | 'accent' | 'none'

/** What a drawing program means by its colours. */
export interface Palette {
  /** By `red,green,blue`. */
  readonly roles: ReadonlyMap<string, Role>
  /** Its nodes are empty where the author gave them no colour: they get a ground that sets them off. */
  readonly fillsNodes: boolean
}

const roles = ['ink', 'soft', 'panel', 'cluster', 'accent'] as const

/** Graphviz draws in black, and fills in light grey what is to be filled and has no colour. */
export const dotPalette: Palette = {
  roles: new Map([
    ['0,0,0', 'ink'],
    ['211,211,211', 'panel'],
  ]),
  fillsNodes: true,
}

/** Mermaid is given colours that stand for ours. */
export const mermaidPalette: Palette = {
  roles: new Map(roles.map((role) => [(parseColour(drawingColours[role]) ?? []).join(','), role])),
  fillsNodes: false,
}

/** @returns the colour itself where it is the author's; undefined where it is none that we can read */
export function roleOf(written: string, { roles }: Palette): Role | Colour | undefined {
  if (written === 'none' || written === 'transparent') return 'none'
  const colour = parseColour(written)
  return colour === undefined ? undefined : (roles.get(colour.map(Math.round).join(',')) ?? colour)
}

/** Whether dark letters are read better on it than light ones: by WCAG's luminance. */
export function isLight([red, green, blue]: Colour): boolean {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18
}
