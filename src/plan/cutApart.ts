/** A slide whose author cuts its text by rules again and again → the slides that they wrote, the first with the title. */
import type { Block } from '../model/notes.js'
import { linesOf } from '../model/text.js'
import type { Draft } from './draft.js'
import { slideName } from './slideName.js'

/** One rule parts a topic where it is continued; more are slides of the author's own. */
const fewestParts = 3

export function cutApart(draft: Draft): readonly Draft[] {
  const parts: Block[][] = [[]]
  for (const block of draft.blocks) {
    if (block.kind === 'cut') parts.push([])
    else parts.at(-1)?.push(block)
  }
  if (draft.kind !== 'content' || parts.length < fewestParts) return [draft]
  const { section } = draft
  return parts.map((blocks, at): Draft => {
    const lines = linesOf(blocks) ?? draft.lines
    if (at === 0) return { ...draft, blocks, lines: draft.heading ? [draft.lines[0], lines[1]] : lines }
    const inSection = section === undefined ? {} : { section }
    return { kind: 'content', title: [], name: slideName(blocks), ...inSection, blocks, speakerNotes: [], lines }
  })
}
