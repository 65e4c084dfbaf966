/** Several files of notes as one text → where a line of it stands: in which file, and there on which line. */

/** One of the files, or a stretch of it: it begins on this line (from 1) of the whole. */
export interface NotesPart {
  readonly file: string
  readonly first: number
  /** Of the file; absent for its first line. */
  readonly line?: number
}

/** Other files that stand in the text, where the notes ask for them. */
export interface Included {
  /** Where each stretch of the text comes from. */
  readonly spans: readonly NotesPart[]
  /** What was asked for and does not stand there. */
  readonly unread: readonly UnreadFile[]
  /** Every path that was looked at; absolute. */
  readonly files: readonly string[]
}

/**
 * Why a file does not stand in the notes: there is none, it is out of their reach, not text, asks for itself in the end, has no
 * such part, is one too many within others, or too much with them.
 */
export type IncludeTrouble = 'missing' | 'outside' | 'unreadable' | 'circle' | 'part' | 'deep' | 'large'

export interface UnreadFile {
  /** Of the whole, from 1. */
  readonly line: number
  readonly path: string
  readonly lack: IncludeTrouble
  /** In a few words, where there is more to say. */
  readonly reason?: string
}

export interface Spot {
  readonly file: string
  readonly line: number
}

/** @returns nothing for notes of one file */
export function spotIn(parts: readonly NotesPart[] | undefined, line: number): Spot | undefined {
  if (parts === undefined) return undefined
  let [low, high] = [0, parts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.first ?? 1) <= line) low = middle
    else high = middle
  }
  const part = parts[low]
  return part && { file: part.file, line: Math.max(1, line - part.first + (part.line ?? 1)) }
}
