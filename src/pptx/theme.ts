/** Colours and typefaces → the theme: what a colleague changes once for all slides. */
import type { Typefaces } from '../model/typefaces.js'
import type { Palette } from './colours.js'
import { themeFonts } from './fonts.js'
import { tag, xmlPart } from './xml.js'

export function themeXml(name: string, { slots }: Palette, typefaces: Typefaces): string {
  const colours = [...slots].map(([slot, value]) =>
    tag(`a:${slot}`, {}, tag('a:srgbClr', { val: value.toUpperCase() })),
  )
  const fonts = themeFonts(typefaces)
  return xmlPart(
    'a:theme',
    { name },
    tag(
      'a:themeElements',
      {},
      tag('a:clrScheme', { name }, ...colours),
      tag('a:fontScheme', { name }, tag('a:majorFont', {}, fonts), tag('a:minorFont', {}, fonts)),
      formats,
    ),
  )
}

const plainFill = tag('a:solidFill', {}, tag('a:schemeClr', { val: 'phClr' }))
const line = (width: number): string => tag('a:ln', { w: width }, plainFill, tag('a:prstDash', { val: 'solid' }))
const noEffect = tag('a:effectStyle', {}, '<a:effectLst/>')

/** Flat: no gradients, no shadows. A theme must have three of each. */
const formats = tag(
  'a:fmtScheme',
  { name: 'Flat' },
  tag('a:fillStyleLst', {}, plainFill, plainFill, plainFill),
  tag('a:lnStyleLst', {}, line(9525), line(19_050), line(28_575)),
  tag('a:effectStyleLst', {}, noEffect, noEffect, noEffect),
  tag('a:bgFillStyleLst', {}, plainFill, plainFill, plainFill),
)
