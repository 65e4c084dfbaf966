/** The deck and its settings → how its sheets are wanted, and what stands on each: in a form that travels into the page. */
import type { SheetWish } from '../model/sheet.js'
import type { FormatSource } from './source.js'

export function sheetWish({ deck, settings }: Pick<FormatSource, 'deck' | 'settings'>): SheetWish {
  const { paper, orientation, binding, cover, ink } = settings
  const { speakerNotes, continued, handout, pageOf } = deck.words
  return {
    canvas: deck.canvas,
    settings: { paper, orientation, binding, cover, ink },
    words: { ...deck.facts, title: deck.title, speakerNotes, continued, handout, pageOf },
  }
}
