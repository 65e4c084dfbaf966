/** Notes whose front matter refers to footnotes → the marks behind what it says. */
import type { FactMarks } from '../model/deck.js'
import type { Notes } from '../model/notes.js'
import type { Settings } from '../settings/table.js'
import { type FootnoteMark, isFootnote } from './footnotes.js'

type Name = 'title' | keyof FactMarks

const facts = ['subtitle', 'event', 'place', 'date', 'author'] as const

/** @param said what a flag may have changed */
export function frontMarks(
  { front, blocks }: Pick<Notes, 'front' | 'blocks'>,
  name: Name,
  said: string,
): readonly FootnoteMark[] {
  const { value, footnotes = [] } = front[name] ?? {}
  if (footnotes.length === 0 || [value].flat().join(', ') !== said) return []
  return [...new Set(footnotes)].flatMap((label): FootnoteMark[] => {
    const number = blocks.filter(isFootnote).find((note) => note.label === label)?.number
    return number === undefined ? [] : [{ kind: 'footnote', label, number }]
  })
}

export const frontFactMarks = (notes: Notes, settings: Settings): FactMarks =>
  Object.fromEntries(
    facts
      .map((name) => [name, frontMarks(notes, name, settings[name])] as const)
      .filter(([, marks]) => marks.length > 0),
  )
