/** What is wrong with a template, and where → a finding. */
import { relative } from 'node:path'
import type { Finding } from '../../model/finding.js'

/** @param file path of the template's file; messages show it from where the user is */
export function templateFault(template: string, file: string, line: number, reason: string): Finding {
  return { code: 'template-fault', place: { file: shownPath(file), line }, facts: { template, reason } }
}

export const shownPath = (file: string): string => relative('.', file) || file

/** What one file of a template gives; faults never throw. */
export interface Checked<Content> {
  readonly content: Content
  readonly faults: readonly Fault[]
}

export interface Fault {
  readonly line: number
  /** A clause without a full stop. */
  readonly reason: string
}

/** Where each line of a text begins. */
export const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1),
]

/** A place in a text → its line, from 1. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = lineStarts(text)
  return (offset) => {
    let [from, to] = [0, starts.length]
    while (to - from > 1) {
      const middle = (from + to) >> 1
      if ((starts[middle] ?? 0) <= offset) from = middle
      else to = middle
    }
    return from + 1
  }
}
