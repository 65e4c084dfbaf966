/** Four colours of a look → the CSS variables that templates draw with, all of them readable where they stand. */
import type { Colour } from '../settings/colour.js'
import { AA, contrast, farthest, hex, mix, readable } from './colour.js'

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
    ...codeInks(text, [panel, mix(panel, readable(accent, panel), 0.12)]),
  })
}

/** For light grounds; on dark ones they are as much lighter as it takes. */
const hues: Readonly<Record<string, Colour>> = {
  keyword: [166, 38, 164],
  string: [46, 139, 61],
  name: [31, 111, 208],
  comment: [128, 136, 144],
  added: [26, 138, 58],
  removed: [200, 50, 43],
}
/** At most so much of a hue is in what deck.css draws with; the rest is the text's own. */
const MOST = 0.6
const STEPS = 20

/** Hues whose mixture with the text can be read on plain lines and on marked ones. */
function codeInks(text: Colour, grounds: readonly Colour[]): Readonly<Record<string, Colour>> {
  const [panel = text] = grounds
  const isReadable = (hue: Colour): boolean =>
    [0.5, MOST].every((share) => grounds.every((ground) => contrast(mix(text, hue, share), ground) >= AA))
  return Object.fromEntries(
    Object.entries(hues).map(([name, hue]) => {
      const tried = Array.from({ length: STEPS + 1 }, (_, step) => mix(hue, farthest(panel), step / STEPS))
      return [`code-${name}`, tried.find(isReadable) ?? farthest(panel)]
    }),
  )
}

const variablesCss = (colours: Readonly<Record<string, Colour>>): string =>
  `:root{${Object.entries(colours)
    .map(([name, colour]) => `--${name}:${hex(colour)}`)
    .join(';')}}`
