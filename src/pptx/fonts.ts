/**
 * The deck's families → the theme's fonts, and the list of those that travel with the file.
 *
 * The file names the families it is drawn in (IBM Plex Sans, Noto Sans SC…) and carries them, for PowerPoint on Windows and Mac
 * and LibreOffice from 25.8 on, to be shown and edited as it is on the slides; Google Slides knows the families by name. Whoever
 * can use neither takes another font, which may be a sixth wider: room.ts and shapes.ts keep its text in place. Latin fonts
 * travel with all letters of Latin alphabets; Chinese ones with the deck's characters and those common in its script.
 * All names but that of code stand in the theme, once: who changes them there changes every slide.
 */
import type { FontFace, FontNature, Typeface, Typefaces } from '../model/typefaces.js'
import { tag } from './xml.js'

/** A family as elements name it. @param name `a:latin`, `a:ea`, `a:cs`, `p:font` */
export const typefaceXml = (
  name: string,
  typeface: string,
  { panose, pitchFamily, charset }: Partial<FontNature> = {},
) => tag(name, { typeface, panose, pitchFamily, charset })

/** What a program takes for text of another script where the theme has no family for it. */
const SCRIPTS: Readonly<Record<string, Readonly<Record<'sans' | 'serif', string>>>> = {
  Hans: { sans: 'Microsoft YaHei', serif: 'SimSun' },
  Hant: { sans: 'Microsoft JhengHei', serif: 'PMingLiU' },
  Jpan: { sans: 'Yu Gothic', serif: 'Yu Mincho' },
  Hang: { sans: 'Malgun Gothic', serif: 'Batang' },
}

/** What is in `a:majorFont` and `a:minorFont` alike. */
export function themeFonts({ latin, eastAsian }: Typefaces): string {
  const style = /serif/i.test(latin.name) && !/sans/i.test(latin.name) ? 'serif' : 'sans'
  return [
    typefaceXml('a:latin', latin.name, latin.nature),
    typefaceXml('a:ea', eastAsian.name, eastAsian.nature),
    typefaceXml('a:cs', ''),
    ...Object.entries(SCRIPTS).map(([script, styles]) => tag('a:font', { script, typeface: styles[style] })),
  ].join('')
}

/** Each family once, and only those with a file: what the deck does not use has none, as PowerPoint wants it. */
export function travelling({ latin, eastAsian, mono }: Typefaces): readonly Typeface[] {
  const withFiles = [latin, eastAsian, mono].filter(({ faces }) => faces.length > 0)
  return withFiles.filter(({ name }, index) => withFiles.findIndex((one) => one.name === name) === index)
}

/** @param referenceTo gives the id of a reference to a face's file */
export function fontListXml(typefaces: readonly Typeface[], referenceTo: (face: FontFace) => string): string {
  if (typefaces.length === 0) return ''
  const entries = typefaces.map(({ name, nature, faces }) =>
    tag(
      'p:embeddedFont',
      {},
      typefaceXml('p:font', name, nature),
      ...SLOTS.flatMap(({ slot, bold, italic }) => {
        const face = faces.find((one) => one.bold === bold && one.italic === italic)
        return face ? [tag(slot, { 'r:id': referenceTo(face) })] : []
      }),
    ),
  )
  return tag('p:embeddedFontLst', {}, ...entries)
}

/** In the order that the format wants. */
const SLOTS = [
  { slot: 'p:regular', bold: false, italic: false },
  { slot: 'p:bold', bold: true, italic: false },
  { slot: 'p:italic', bold: false, italic: true },
  { slot: 'p:boldItalic', bold: true, italic: true },
] as const
