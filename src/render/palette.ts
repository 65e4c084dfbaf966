/** Four colours of a look → the CSS variables that templates draw with, all of them readable where they stand. */
import type { Colour } from '../settings/colour.js'
import { farthest, hex, mix, readable } from './colour.js'

export interface Palette {
  readonly paper: Colour
  readonly ink: Colour
  readonly heading: Colour
  readonly accent: Colour
}

/** Sections stand on the paper, a shade towards the ink: a look of four colours has no fifth for them. */
export function paletteCss({ paper, ink, heading, accent }: Palette): string {
  const panel = mix(paper, farthest(paper), 0.06)
  const text = readable(ink, panel)
  return variablesCss({
    paper,
    ink: text,
    heading: readable(heading, panel),
    soft: readable(mix(paper, text, 0.72), panel),
    line: mix(paper, text, 0.22),
    panel,
    accent: readable(accent, panel),
    section: panel,
    'section-ink': readable(heading, panel),
    'section-text': text,
    'section-soft': readable(mix(paper, text, 0.72), panel),
    'section-accent': readable(accent, panel),
  })
}

const variablesCss = (colours: Readonly<Record<string, Colour>>): string =>
  `:root{${Object.entries(colours)
    .map(([name, colour]) => `--${name}:${hex(colour)}`)
    .join(';')}}`
