/** A finding's facts → the shape of what is said of it, and the phrases that several findings share. */
import type { FindingCode, FindingFacts, Severity } from '../../model/finding.js'
import { counted } from '../phrases.js'

/** All that is said, by code. */
export type Words = {
  readonly [Code in FindingCode]: {
    readonly severity: Severity
    /** What was found: one clause, without a full stop. */
    readonly message: (facts: FindingFacts[Code]) => string
    /** What to do about it, or what was done. */
    readonly hint: (facts: FindingFacts[Code]) => string
  }
}

export const lines = (count: number): string => counted(count, 'line')

/** `line 4`, `lines 4, 9 and 3 more`. */
export const linesAt = (lines: readonly number[]): string =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ` and ${lines.length - 5} more` : ''}`

export const repaired = (): string => 'Nothing to do; `--no-repair` reads the notes as they stand.'

/** Text out of the notes, short and on one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return `«${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line}»`
}
