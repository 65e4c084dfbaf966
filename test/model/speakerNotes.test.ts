import { describe, expect, it } from 'vitest'
import type { NoteOrigin } from '../../src/model/notes.js'
import { type Destination, goesAlong, type SpeakerNotesWish } from '../../src/model/speakerNotes.js'

const origins: readonly NoteOrigin[] = ['written', 'comment', 'unfinished']

/** What of speaker notes goes there. */
const going = (destination: Destination, wish: SpeakerNotesWish): readonly NoteOrigin[] =>
  origins.filter((origin) => goesAlong(origin, destination, wish))

describe('speaker notes', () => {
  it.each(['single file', 'markdown', 'pptx', 'pdf notes', 'notes handout', 'diff report'] as const)(
    'in what leaves the author are those that were written as such, unless more or less is asked for: %s',
    (destination) => {
      expect(going(destination, 'written')).toEqual(['written'])
      expect(going(destination, 'all')).toEqual(origins)
      expect(going(destination, 'none')).toEqual([])
    },
  )

  it('all stay in the deck’s folder, unless it is for nobody to see any', () => {
    expect(going('folder', 'written')).toEqual(origins)
    expect(going('folder', 'none')).toEqual([])
  })

  it('all are there for the author who presents from the server, and none for others', () => {
    for (const wish of ['none', 'written', 'all'] as const) {
      expect(going('author', wish)).toEqual(origins)
      for (const destination of ['guest', 'article', 'handout'] as const) expect(going(destination, wish)).toEqual([])
    }
  })
})
