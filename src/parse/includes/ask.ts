/** What asking for another file is: where, for which one, and what of it is to stand there. */
import type { Tool } from '../slides/signs.js'

/** A line of the text to come, and the line of its file that it is or comes from. */
export interface Placed {
  readonly text: string
  readonly line: number
  /** Index of the line that it is or comes from, where it is of those that ask. */
  readonly own?: number
}

export interface Ask {
  /** Index of its first line. */
  readonly at: number
  /** How many lines it takes: they give way to what stands in their place. */
  readonly taken: number
  /** Index of the line that names the file. */
  readonly by: number
  /** As it is written. */
  readonly path: string
  /** Where there is no such file it may mean something else, and is left to that. */
  readonly mayBeOther?: true
  /** @returns undefined where the file has no such part */
  readonly place: (text: string) => readonly Placed[] | undefined
}

export interface Asking {
  readonly texts: readonly string[]
  /** Whose deck the notes are; absent where they are none. */
  readonly tool?: Tool | undefined
}

/** A way to ask for a file, at a line that is no code. */
export type Asker = (asking: Asking, index: number) => Ask | undefined
