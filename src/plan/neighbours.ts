/** Slides on their way with a few short lines each, one behind the other below one heading → two or three of them side by side on one. */
import { pushAll } from '../model/lists.js'
import type { Block, Inline } from '../model/notes.js'
import { gathered, isLikeAbove } from './directories.js'
import type { Draft } from './draft.js'
import { linesOfBlock } from './estimate.js'
import { composed } from './layouts/composed.js'
import { groupsOf, mayStandBeside } from './layouts/groups.js'

/** Two small slides may stand for themselves. */
const FEWEST = 3
const MOST_BESIDE = 3
/** Lines of a slide that is nearly empty; one line is said large, and is not. */
const MOST_LINES = 5
const columns = 78

/** They have the title of the heading above them, and their own as sub-headings. */
export function gatherNeighbours(drafts: readonly Draft[]): readonly Draft[] {
  const all: Draft[] = []
  for (let at = 0; at < drafts.length; ) {
    const run = runFrom(drafts, at)
    const title = run[0]?.eyebrow
    if (run.length >= FEWEST && title) pushAll(all, sharing(run, title))
    else pushAll(all, drafts.slice(at, at + Math.max(1, run.length)))
    at += Math.max(1, run.length)
  }
  return all
}

function runFrom(drafts: readonly Draft[], from: number): readonly Draft[] {
  const run: Draft[] = []
  for (let at = from; at < drafts.length; at++) {
    const draft = drafts[at]
    if (!draft || !isSmall(draft) || !isLikeAbove(draft, run[0] ?? draft) || (run.length > 0 && draft.bookmarkParents))
      break
    run.push(draft)
  }
  return run
}

/** Three each, so that none is left over alone; what would not find room beside the others stays as it is. */
function sharing(run: readonly Draft[], title: readonly Inline[]): readonly Draft[] {
  const all: Draft[] = []
  for (let at = 0; at < run.length; ) {
    const left = run.length - at
    const counts = left === MOST_BESIDE + 1 ? [2, 3] : [3, 2]
    const count = counts.find((each) => each <= left && fitBeside(run.slice(at, at + each))) ?? 1
    const part = run.slice(at, at + count)
    pushAll(all, count > 1 ? [gathered(part, title, false)] : part)
    at += count
  }
  return all
}

const fitBeside = (part: readonly Draft[]): boolean => mayStandBeside(groupsOf(part.flatMap(asGroup)))
const asGroup = ({ heading, blocks }: Draft): readonly Block[] => (heading ? [heading, ...blocks] : blocks)

/** Below a heading of which nothing is asked, that is below another one; what stands right below a divider has a slide by itself. */
function isSmall({ kind, heading, eyebrow, blocks, wish }: Draft): boolean {
  const isPlain = heading !== undefined && heading.attributes === undefined && wish === undefined
  return kind === 'content' && eyebrow !== undefined && isPlain && holdsLittle(blocks)
}

/** A few points, and nothing else. */
export function holdsLittle(blocks: readonly Block[]): boolean {
  const [only, ...others] = blocks
  if (only?.kind !== 'list' || others.length > 0 || only.items.length < 2) return false
  return linesOfBlock(only, columns) <= MOST_LINES && !isShown(only)
}

/** What is drawn by its shape has its slide; facts are text in two columns. */
function isShown(block: Block): boolean {
  const set = composed([block], { compose: 'auto' })
  return set !== undefined && set.layout !== 'pairs'
}
