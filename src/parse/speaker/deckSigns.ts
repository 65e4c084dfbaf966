/** Front matter and text → whether these notes are a deck that some tool shows, and whether that tool's presenters write comments. */
import type { FrontValue } from '../../model/notes.js'

export interface DeckSigns {
  /** `Note:` and the like are for the speaker wherever they stand. */
  readonly isDeck: boolean
  /** Comments are the presenter's notes: as in Marp and Slidev. */
  readonly isPresented: boolean
}

/** `::: notes` is none: whoever writes that has no need of a `Note:` that is for the speaker. */
const signs = /^[ \t]*(?:<!--[ \t]*(?:\.slide\s*:|end_slide)|<v-click)/im

export function deckSigns(front: Readonly<Record<string, FrontValue>>, text: string): DeckSigns {
  const has = (name: string): boolean => front[name] !== undefined
  const isMarp = front['marp']?.value === true || front['marp']?.value === 'true'
  const isSlidev = has('mdc') || has('drawings') || (has('transition') && has('theme')) || /^<v-clicks?\b/m.test(text)
  const isPresented = isMarp || isSlidev
  const isReveal = ['revealoptions', 'separator', 'verticalseparator', 'reveal'].some(has)
  return { isPresented, isDeck: isPresented || isReveal || signs.test(text) }
}
