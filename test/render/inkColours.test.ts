import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ownFile } from '../../src/io/assets.js'

type Colour = readonly [red: number, green: number, blue: number]

const read = (...path: readonly string[]): Promise<string> => readFile(ownFile(...path), 'utf8')
const colourIn = (css: string, name: string): Colour | undefined => {
  const [, red, green, blue] = new RegExp(`--${name}: #(..)(..)(..)\\b`).exec(css) ?? []
  if (red === undefined || green === undefined || blue === undefined) return undefined
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
}
const black: Colour = [0, 0, 0]
const mix = (one: Colour, other: Colour, share: number): Colour => [
  one[0] * share + other[0] * (1 - share),
  one[1] * share + other[1] * (1 - share),
  one[2] * share + other[2] * (1 - share),
]

/** As WCAG 2 has it. */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: Colour, other: Colour): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const shared = await read('templates', 'report', 'theme.css')
const rules = await read('src', 'runtime', 'deck.css')
const inks = [
  ...rules.matchAll(/\nc-\w \{\s*color: color-mix\(in srgb, var\(--code-(\w+)[^)]*\) (\d+)%, currentcolor\)/g),
]

const grounds = [
  { name: 'report', text: 'ink', own: shared },
  { name: 'night', text: 'ink', own: await read('templates', 'night', 'theme.css') },
  { name: 'paper', text: 'ink', own: await read('templates', 'paper', 'theme.css') },
]

describe('inks of code can be read: AA of WCAG 2, also on lines that are marked', () => {
  test('there is a rule for each', () => {
    expect(inks.map(([, name]) => name).sort()).toEqual(['added', 'comment', 'keyword', 'name', 'removed', 'string'])
  })

  test.each(grounds)('$name', ({ own }) => {
    const colour = (name: string): Colour => colourIn(own, name) ?? colourIn(shared, name) ?? black
    const marked = mix(colour('accent'), colour('panel'), 0.12)
    const faint = inks.flatMap(([, name = '', share = '']) => {
      const ink = mix(colour(`code-${name}`), colour('ink'), Number(share) / 100)
      const ratios = [colour('panel'), marked].map((ground) => contrast(ink, ground))
      return Math.min(...ratios) < 4.5 ? [[name, ...ratios]] : []
    })
    expect(faint).toEqual([])
  })

  test.each(grounds)('$name on paper: dark on white and on the grey of an article', ({ own }) => {
    const [ink, grey, white]: readonly [Colour, Colour, Colour] = [
      [28, 33, 39],
      [243, 244, 245],
      [255, 255, 255],
    ]
    const faint = inks.filter(([, name = '', share = '']) => {
      const mixed = mix(
        colourIn(own, `code-${name}`) ?? colourIn(shared, `code-${name}`) ?? black,
        ink,
        Number(share) / 100,
      )
      return Math.min(contrast(mixed, grey), contrast(mixed, white)) < 4.5
    })
    expect(faint).toEqual([])
  })
})
