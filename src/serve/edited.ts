/** Notes before and after an edit → the slide that was edited. Pure. */
import type { Lines } from '../model/notes.js'
import { keptOrder } from './changes.js'
import type { LiveRound } from './source.js'

type LiveNotes = Pick<LiveRound, 'text' | 'slides' | 'lines'>

/**
 * Where the notes first say something else; where they only say it in another order, the first slide that moved.
 * @returns its index; undefined when no slide after the edit is the one
 */
export function editedSlide(before: LiveNotes, after: LiveNotes): number | undefined {
  const line = editedLine(before.text, after.text)
  return line === undefined ? undefined : (movedSlide(before, after) ?? slideAt(after.lines, line))
}

/** Between two that changed places, the one that has to move less of the deck. */
function movedSlide(before: LiveNotes, after: LiveNotes): number | undefined {
  const { moved } = keptOrder(before.slides, after.slides)
  return moved && said(before.text) === said(after.text) ? moved.now : undefined
}

/** What notes say, in whatever order. */
const said = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .sort()
    .join('\n')

/** @returns the first line (from 1, of the text after) in which the two differ; undefined when they don't */
function editedLine(before: string, after: string): number | undefined {
  if (before === after) return undefined
  const [old, now] = [before.split('\n'), after.split('\n')]
  const line = now.findIndex((text, index) => text !== old[index])
  return line < 0 ? now.length : line + 1
}

/**
 * The slide that a line of the notes is on, or the one before it: of several that begin on the same line, the last, as
 * the first ones only introduce it.
 * @param lines of each slide, in order; slides without any are no one's
 * @returns its index; undefined when all slides begin further down
 */
function slideAt(lines: readonly (Lines | undefined)[], line: number): number | undefined {
  let found: number | undefined
  let start = 0
  lines.forEach((span, index) => {
    if (span === undefined || span[0] > line || span[0] < start) return
    found = index
    start = span[0]
  })
  return found
}
