/** A deck that was made → what is said of it: paths for people and pipes, changes, a JSON document. */
import { basename, dirname } from 'node:path'
import { counted, plannedSlides } from '../check/phrases.js'
import { changesLine } from '../diff/changes.js'
import type { UserError } from '../errors.js'
import type { BuiltDeck } from '../pipeline.js'
import type { Terminal } from './terminal.js'

/** What is printed as the result: `files` says nothing about the HTML they were made from. */
export type Results = 'all' | 'files'

export function deckJson({ index, files, slides, changes, findings }: BuiltDeck): string {
  // Null when there was no deck before.
  return JSON.stringify({ index, files, slides, changes: changes ?? null, findings }, null, 2)
}

/** Of notes that no deck could be made of. */
export function faultJson(notes: string, { message, hint }: UserError): string {
  return JSON.stringify({ index: null, notes, findings: [], error: { message, hint } }, null, 2)
}

/** Which slides are others than in the deck of before. */
export function tellChanges({ notes, changes }: BuiltDeck, terminal: Terminal): void {
  if (changes && !terminal.quiet) terminal.tell(`${notes}: ${changesLine(changes)}`)
}

export function resultLines({ index, files, slides, fitted }: BuiltDeck, results: Results): readonly string[] {
  const html = `${index}  ${fitted ? counted(slides, 'slide') : plannedSlides(slides)}`
  return [...(results === 'files' ? [] : [html]), ...grouped(files)]
}

/** Pictures of slides, which are many, as one line. */
function grouped(files: readonly string[]): readonly string[] {
  const isPicture = (path: string): boolean => basename(dirname(path)) === 'slides'
  const [first] = files.filter(isPicture)
  const others = files.filter((path) => !isPicture(path))
  const count = files.length - others.length
  return first === undefined
    ? others
    : [...others, count === 1 ? first : `${dirname(first)}  ${counted(count, 'picture')}`]
}
