/** Lines, before code is marked (repairs/verbatim.ts) and after → which of them are fences of code, or stand between two. */
import type { Line } from './lines.js'

/** Behind the marks of quotes and of items; what is in a line with other backticks is no fence. */
const opening = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/
const closing = /^[\s>]*(`{3,}|~{3,})\s*$/

/** The signs by which a line opens a fence; '' where it opens none. */
export const fenceMark = (text: string): string =>
  (text.includes('```') || text.includes('~~~') ? opening.exec(text)?.[1] : undefined) ?? ''

const closesFence = (text: string, mark: string): boolean => closing.exec(text)?.[1]?.startsWith(mark) === true

export type Fenced = 'opens' | 'inside' | 'closes' | undefined

/**
 * To be asked line by line, so that whoever looks for one line reads no further.
 * @returns what each line is of a fence; undefined outside of all. What looks like one within another is words of that code.
 */
export function fenceReader(): (text: string) => Fenced {
  let open = ''
  let isQuoted = false
  return (text) => {
    // A quote takes its code along.
    if (open !== '' && isQuoted && !/^\s*>/.test(text)) open = ''
    if (open === '') {
      open = fenceMark(text)
      isQuoted = /^\s*>/.test(text)
      return open === '' ? undefined : 'opens'
    }
    if (!closesFence(text, open)) return 'inside'
    open = ''
    return 'closes'
  }
}

export function fencedLines(texts: readonly string[]): readonly Fenced[] {
  const fencedAt = fenceReader()
  return texts.map((text) => fencedAt(text))
}

/** Once code is marked: indices of the lines that open a fence. */
export function fenceStarts(lines: readonly Line[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let open = ''
  for (const [index, { text, isCode }] of lines.entries()) {
    if (!isCode) open = ''
    else if (open !== '') open = closesFence(text, open) ? '' : open
    else if (fenceMark(text) !== '') {
      starts.add(index)
      open = fenceMark(text)
    }
  }
  return starts
}
