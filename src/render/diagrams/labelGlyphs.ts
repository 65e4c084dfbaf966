/** The source of diagrams → the characters that their labels may be made of, in every style that a label can have. */
import type { Glyphs } from '../../model/bundle.js'

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')

export function labelGlyphs(sources: readonly string[]): Glyphs {
  const text = [...new Set(ASCII + sources.join(''))].filter((character) => character >= ' ').join('')
  return { regular: text, bold: text, italic: text, mono: text, monoBold: '' }
}
