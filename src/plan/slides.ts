/** The tree below the title → the slides in order, each with its title, eyebrow, section and place among the bookmarks. */
import type { Block, Inline, SpeakerNote } from '../model/notes.js'
import { linesOf, plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
import { cutApart } from './cutApart.js'
import type { Draft } from './draft.js'
import { estimate, type Room } from './estimate.js'
import { isFootnote, withoutMarks } from './footnotes.js'
import { groupsOf, isBeside, mayStandBeside } from './layouts/groups.js'
import { splitLead } from './sections.js'
import { byline } from './talks.js'
import { allAsides, asBlocks, type Branch, emptyRuns, listOfHeadings, type Tree } from './tree.js'

/** A heading with content and sub-headings stays one slide up to this much of a slide: the page can tighten that far. */
const aboutOneSlide = 1.15

interface Composition {
  readonly room: Room
  readonly compose: Settings['compose']
}

/** Where a heading hangs. */
interface Spot {
  readonly section?: number
  /** Depth of its bookmark. */
  readonly depth: number
  /** Headings above it, below the section. */
  readonly above: readonly Branch[]
  /** The title that slides borrow which no heading opens: of the parent, the section or the talk. */
  readonly title: readonly Inline[]
}

/**
 * @param tree closed below the deepest level that opens slides
 * @param title of the talk: the preface is shown under it
 * @param sections headings of this level and above open sections; 0: none do
 * @returns drafts in the order of the notes; dividers (`kind: 'section'`) count the sections
 */
export function openSlides(
  tree: Tree,
  title: readonly Inline[],
  sections: number,
  { room, compose }: Composition,
): readonly Draft[] {
  const sectionNumbers = numberSections(tree, sections)
  const spot: Spot = { depth: 1, above: [], title: withoutMarks(title) }
  return [...borrowed(tree, spot), ...below(tree.children, spot)].flatMap(cutApart)

  function below(branches: readonly Branch[], spot: Spot): readonly Draft[] {
    return runs(branches).flatMap((run) => {
      const [first] = run
      if (!first) return []
      if (run.length > 1) return [listSlide(run, spot)]
      const section = sectionNumbers.get(first)
      return section === undefined ? content(first, spot) : opened(first, section, spot)
    })
  }

  /** Sections are never folded into a list: each has its divider. */
  function runs(branches: readonly Branch[]): readonly (readonly Branch[])[] {
    return emptyRuns(branches).flatMap((run) =>
      run.some((branch) => sectionNumbers.has(branch)) ? run.map((branch) => [branch]) : [run],
    )
  }

  function opened(branch: Branch, section: number, spot: Spot): readonly Draft[] {
    const { lead, rest } = splitLead(branch.blocks)
    const { heading } = branch
    const divider: Draft = {
      kind: 'section',
      title: heading.inlines,
      section,
      blocks: lead,
      speakerNotes: rest.length > 0 ? [] : branch.asides,
      heading,
      bookmark: spot.depth,
      lines: linesOf([heading, ...lead]) ?? heading.lines,
    }
    const inside: Spot = { section, depth: spot.depth + 1, above: [], title: withoutMarks(heading.inlines) }
    const own = rest.length > 0 ? borrowed({ ...branch, blocks: rest }, inside) : []
    return [divider, ...own, ...below(branch.children, inside)]
  }

  function content(branch: Branch, spot: Spot): readonly Draft[] {
    const { heading, blocks, asides, children } = branch
    if (children.length === 0) return [slide(branch, blocks, asides, spot)]

    const inside: Spot = {
      ...spot,
      depth: spot.depth + 1,
      above: [...spot.above, branch],
      title: withoutMarks(heading.inlines),
    }
    const all = [...asides, ...allAsides(children)]
    const whole = [...blocks, ...asBlocks(children)]
    const areTalks = children.some((child) => byline(child.blocks).line.length > 0)
    if (isBeside(heading) || (!areTalks && isOneSlide(whole))) return [slide(branch, whole, all, spot)]
    if (blocks.length > 0) {
      if (!areTalks && estimate(whole, room) <= aboutOneSlide) return [slide(branch, whole, all, spot)]
      return [slide(branch, blocks, asides, spot), ...below(children, inside)]
    }
    const [only, ...more] = runs(children)
    // Nothing but empty headings: its list is its own slide.
    if (only && only.length > 1 && more.length === 0) return [slide(branch, [listOfHeadings(only)], all, spot)]

    const [first, ...others] = below(children, inside)
    if (!first) return []
    const speakerNotes = [...asides, ...first.speakerNotes]
    if (first.bookmark === undefined) return [{ ...first, speakerNotes, bookmark: spot.depth }, ...others]
    const bookmarkParents = [headingText(branch), ...(first.bookmarkParents ?? [])]
    return [{ ...first, speakerNotes, bookmarkParents }, ...others]
  }

  /** What is to be seen side by side is not parted. */
  function isOneSlide(whole: readonly Block[]): boolean {
    const found = groupsOf(whole)
    return mayStandBeside(found) && (compose === 'auto' || found.groups.length === 2)
  }

  function slide(branch: Branch, blocks: readonly Block[], asides: readonly SpeakerNote[], spot: Spot): Draft {
    const { heading } = branch
    return {
      ...hung(spot),
      kind: 'content',
      title: heading.inlines,
      blocks,
      speakerNotes: asides,
      heading,
      bookmark: spot.depth,
      // What footnotes say may be written anywhere.
      lines: linesOf([heading, ...blocks.filter((block) => !isFootnote(block))]) ?? heading.lines,
    }
  }

  /** Content that no heading of its own opens, under the title of what is above it. */
  function borrowed({ blocks, asides }: Tree, spot: Spot): readonly Draft[] {
    const lines = linesOf(blocks)
    if (!lines) return []
    return [{ ...hung(spot), kind: 'content', title: spot.title, blocks, speakerNotes: asides, lines }]
  }

  function listSlide(run: readonly Branch[], spot: Spot): Draft {
    const list = listOfHeadings(run)
    // The parent gives the title, so what is above the parent is the eyebrow.
    const hanging = hung({ ...spot, above: spot.above.slice(0, -1) })
    return {
      ...hanging,
      kind: 'content',
      title: spot.title,
      blocks: [list],
      speakerNotes: allAsides(run),
      lines: list.lines,
    }
  }
}

function hung({ section, above }: Spot): Pick<Draft, 'section' | 'eyebrow'> {
  const eyebrow = above.at(-1)?.heading.inlines
  return { ...(section === undefined ? {} : { section }), ...(eyebrow ? { eyebrow: withoutMarks(eyebrow) } : {}) }
}

const headingText = ({ heading }: Branch): string => plainText(heading.inlines)

/** The headings that open sections, in order, with their numbers from 0. */
function numberSections(tree: Tree, level: number): ReadonlyMap<Branch, number> {
  const numbers = new Map<Branch, number>()
  const visit = (branches: readonly Branch[]): void => {
    for (const branch of branches) {
      if (branch.heading.level > level) continue
      numbers.set(branch, numbers.size)
      visit(branch.children)
    }
  }
  visit(tree.children)
  return numbers
}
