/** A slide on its way: what is on it and where it hangs, before it has an id and a layout. */
import type { Block, Heading, Inline, Lines, SlideWish, SpeakerNote } from '../model/notes.js'

export interface Draft {
  readonly kind: 'section' | 'content'
  readonly title: readonly Inline[]
  readonly eyebrow?: readonly Inline[]
  /** It opens its section, which has this title and no divider. */
  readonly opens?: readonly Inline[]
  /** Counts the sections from 0; absent before the first. */
  readonly section?: number
  /** Without asides; cuts only between other blocks. */
  readonly blocks: readonly Block[]
  readonly speakerNotes: readonly SpeakerNote[]
  /** The heading that opened the slide, and may ask for a layout; absent where the title is borrowed from above. */
  readonly heading?: Heading
  /** What its address is made of, where it has no title. */
  readonly name?: string
  /** Of a written slide. */
  readonly wish?: SlideWish
  readonly bookmark?: number
  readonly bookmarkParents?: readonly string[]
  readonly bookmarkAbove?: number
  readonly lines: Lines
}
