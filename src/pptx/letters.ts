/** The slides as measured → the characters that they show, by the style they are set in. */
import type { Glyphs } from '../model/bundle.js'
import { lettersIn } from '../model/letters.js'
import type { Paragraph, Part } from '../model/parts.js'
import type { EditableSlide } from './deck.js'

export function lettersOf(slides: readonly Pick<EditableSlide, 'parts' | 'notes'>[]): Glyphs {
  const sets = { regular: new Set<string>(), bold: new Set<string>(), italic: new Set<string>() }
  const code = { mono: new Set<string>(), monoBold: new Set<string>() }
  const add = (text: string, set: Set<string>): void => {
    for (const letter of lettersIn(text)) set.add(letter)
  }
  for (const { parts, notes } of slides) {
    for (const note of notes) add(note, sets.regular)
    for (const { runs, bullet } of parts.flatMap(paragraphsOf)) {
      if (bullet && 'sign' in bullet) add(bullet.sign, sets.regular)
      for (const { text, mono, bold, italic } of runs) {
        if (mono) add(text, bold ? code.monoBold : code.mono)
        else add(text, bold ? sets.bold : italic ? sets.italic : sets.regular)
      }
    }
  }
  const textOf = (set: ReadonlySet<string>): string => [...set].sort().join('')
  return {
    regular: textOf(sets.regular),
    bold: textOf(sets.bold),
    italic: textOf(sets.italic),
    mono: textOf(code.mono),
    monoBold: textOf(code.monoBold),
  }
}

function paragraphsOf(part: Part): readonly Paragraph[] {
  if (part.kind === 'text') return part.paragraphs
  return part.kind === 'table' ? part.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)) : []
}
