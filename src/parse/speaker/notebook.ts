/** What the rules that find speaker notes are given, and what they give: lines and their surroundings → what is said in them. */
import type { NoteOrigin } from '../../model/notes.js'
import type { Line } from '../lines.js'
import type { ItemColumns } from '../repairs/itemColumns.js'
import type { Slides } from './slides.js'

/** What a rule finds at a line: so many lines, of which this is said. */
export interface TakenNotes {
  readonly lines: number
  readonly text: readonly string[]
  readonly origin: NoteOrigin
  /** In front of it on its first line, and behind it on its last: these stay. */
  readonly before?: string
  readonly behind?: string
  /** As the author wrote it, for the hint; absent where it has no words. */
  readonly spelling?: string
}

/** What rules look at. */
export interface Notebook {
  readonly lines: readonly Line[]
  readonly slides: Slides
  readonly items: ItemColumns
  /** The notes are a deck: `Note:` is no common prose in it. */
  readonly isDeck: boolean
  /** It is one of a tool that knows only what a caret begins. */
  readonly isByCaret: boolean
  /** Something is shown on the slide above. */
  readonly isShown: boolean
}
