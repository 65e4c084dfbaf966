/** The template's colours → the theme's, and any colour → a reference to the theme where it has it. */
import type { DeckLook, Paint } from '../model/parts.js'
import { tag } from './xml.js'

/** The theme's slots and what is in them, as `rrggbb`. */
export interface Palette {
  readonly slots: ReadonlyMap<Slot, string>
  /** Whether the paper is darker than the ink: then the dark colours of the theme are the ground. */
  readonly dark: boolean
  /** Colour as `rrggbb` → its name on slides. */
  readonly names: ReadonlyMap<string, string>
}

const SLOTS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const
type Slot = (typeof SLOTS)[number]

export function paletteOf({ colours }: DeckLook): Palette {
  const of = (name: string, otherwise: string): string => (colours[name] ?? otherwise).slice(1, 7)
  const [paper, ink] = [of('paper', '#ffffff'), of('ink', '#000000')]
  const [panel, soft, accent] = [of('panel', `#${paper}`), of('soft', `#${ink}`), of('accent', `#${ink}`)]
  const dark = light(paper) < light(ink)
  const [ground, second] = [
    [paper, panel],
    [ink, soft],
  ]
  const [darks, lights] = dark ? [ground, second] : [second, ground]
  const slots: ReadonlyMap<Slot, string> = new Map([
    ['dk1', darks[0] ?? paper],
    ['lt1', lights[0] ?? ink],
    ['dk2', darks[1] ?? paper],
    ['lt2', lights[1] ?? ink],
    ['accent1', accent],
    ['accent2', of('section', `#${ink}`)],
    ['accent3', of('section-accent', `#${accent}`)],
    ['accent4', soft],
    ['accent5', of('section-soft', `#${soft}`)],
    ['accent6', of('line', `#${soft}`)],
    ['hlink', ink],
    ['folHlink', ink],
  ])
  const names = new Map<string, string>()
  for (const slot of SLOTS.slice(0, 10)) {
    const colour = slots.get(slot) ?? ''
    if (!names.has(colour)) names.set(colour, slot)
  }
  for (const [name, colour] of [
    ['bg1', paper],
    ['tx1', ink],
    ['bg2', panel],
    ['tx2', soft],
  ] as const)
    if (names.get(colour)?.length === 3) names.set(colour, name)
  return { slots, dark, names }
}

/** Which of two is lighter is all that is asked. */
const light = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return red * 0.3 + green * 0.59 + blue * 0.11
}

export function solid(paint: Paint, palette: Palette): string {
  return tag('a:solidFill', {}, colour(paint, palette))
}

/** @param paint `#rrggbb` or `#rrggbbaa` */
export function colour(paint: Paint, { names }: Palette): string {
  const [plain, alpha] = [paint.slice(1, 7), paint.slice(7)]
  const share = alpha === '' ? '' : tag('a:alpha', { val: Math.round((Number.parseInt(alpha, 16) / 255) * 100_000) })
  const name = names.get(plain)
  return name === undefined
    ? tag('a:srgbClr', { val: plain.toUpperCase() }, share)
    : tag('a:schemeClr', { val: name }, share)
}

/** Which of the theme's colours are ground and text. */
export function colourMap({ dark }: Palette): Readonly<Record<string, string>> {
  const [ground, text] = dark ? ['dk', 'lt'] : ['lt', 'dk']
  const accents = [1, 2, 3, 4, 5, 6].map((number) => [`accent${number}`, `accent${number}`])
  return {
    bg1: `${ground}1`,
    tx1: `${text}1`,
    bg2: `${ground}2`,
    tx2: `${text}2`,
    ...Object.fromEntries(accents),
    hlink: 'hlink',
    folHlink: 'folHlink',
  }
}
