/** The flat run of blocks → a tree of headings, each with what stands right under it and the headings below it. */
import type { Block, Heading, SpeakerNote } from '../model/notes.js'
import { takeAsides, tidyCuts } from './content.js'

/** A heading and what is under it. */
export interface Branch {
  readonly heading: Heading
  /** Its own content: before the first heading below it. */
  readonly blocks: readonly Block[]
  readonly asides: readonly SpeakerNote[]
  readonly children: readonly Branch[]
}

/** The whole: content before the first heading, and the uppermost headings. */
export type Tree = Omit<Branch, 'heading'>

interface Growing {
  readonly heading?: Heading
  readonly own: Block[]
  readonly children: Growing[]
}

export function growTree(blocks: readonly Block[]): Tree {
  const root: Growing = { own: [], children: [] }
  const path: Growing[] = []
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      const holder = path.at(-1) ?? root
      holder.own.push(block)
      continue
    }
    while ((path.at(-1)?.heading?.level ?? 0) >= block.level) path.pop()
    const branch: Growing = { heading: block, own: [], children: [] }
    const parent = path.at(-1) ?? root
    parent.children.push(branch)
    path.push(branch)
  }
  return grown(root)
}

function grown({ own, children }: Growing): Tree {
  return {
    ...takeAsides(own),
    children: children.flatMap((child) => (child.heading ? [{ heading: child.heading, ...grown(child) }] : [])),
  }
}

/** Nothing to show under it; asides don't count. */
export const isEmpty = (branch: Branch): boolean => branch.blocks.length === 0 && branch.children.length === 0

/** Headings in a row, on one level, with nothing under any of them, come as one run; every other heading is a run of its own. */
export function emptyRuns(branches: readonly Branch[]): readonly (readonly Branch[])[] {
  const runs: Branch[][] = []
  for (const branch of branches) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const together = before && isEmpty(before) && isEmpty(branch) && before.heading.level === branch.heading.level
    if (run && together) run.push(branch)
    else runs.push([branch])
  }
  return runs
}

/** Several empty headings as the list that they are. */
export function listOfHeadings(branches: readonly Branch[]): Block {
  const items = branches.map(({ heading }) => ({
    blocks: [{ kind: 'paragraph' as const, inlines: heading.inlines, lines: heading.lines }],
    lines: heading.lines,
  }))
  const first = items[0]?.lines[0] ?? 1
  return { kind: 'list', ordered: false, items, lines: [first, items.at(-1)?.lines[1] ?? first] }
}

/** Branches as blocks of one slide: their headings become sub-headings. */
export function asBlocks(branches: readonly Branch[]): readonly Block[] {
  return emptyRuns(branches).flatMap((run): readonly Block[] =>
    run.length > 1
      ? [listOfHeadings(run)]
      : run.flatMap(({ heading, blocks, children }) => [heading, ...blocks, ...asBlocks(children)]),
  )
}

export const allAsides = (branches: readonly Branch[]): readonly SpeakerNote[] =>
  branches.flatMap(({ asides, children }) => [...asides, ...allAsides(children)])

/** Makes headings deeper than `level` part of what stands above them. */
export function closeBelow<Part extends Tree>(tree: Part, level: number): Part {
  // Deeper ones come first: behind a heading that stays, they would hang below it.
  const deeper = tree.children.filter(({ heading }) => heading.level > level)
  const staying = tree.children.filter(({ heading }) => heading.level <= level)
  return {
    ...tree,
    blocks: tidyCuts([...tree.blocks, ...asBlocks(deeper)]),
    asides: [...tree.asides, ...allAsides(deeper)],
    children: staying.map((child) => closeBelow(child, level)),
  }
}
