/** The tree of headings and the settings → which heading levels open sections and slides. */
import type { Finding } from '../model/finding.js'
import type { Settings } from '../settings/table.js'
import { isBeside } from './layouts/groups.js'
import type { Branch, Tree } from './tree.js'

export interface Levels {
  /** Headings of this level and above open sections; 0: there are none. */
  readonly sections: number
  /** Headings deeper than this never open slides; 6: any may. */
  readonly slides: number
}

/** Fewer children than this on average, and a level does not structure anything. */
const childrenOfSection = 1.5

/** @param line of the notes that sets `slides`, for the finding */
export function findLevels(
  tree: Tree,
  settings: Pick<Settings, 'sections' | 'slides'>,
  line = 1,
): { readonly levels: Levels; readonly findings: readonly Finding[] } {
  const { sections, slides } = settings
  if (sections && slides && slides <= sections) {
    const expected = `a level below the sections (${sections})`
    const facts = { name: 'slides', value: String(slides), expected }
    return { levels: { sections, slides: 6 }, findings: [{ code: 'setting-invalid', place: { line }, facts }] }
  }
  return { levels: { sections: sections || findSections(tree, slides || 6), slides: slides || 6 }, findings: [] }
}

/**
 * The first level with two headings or more makes sections, if these have headings below them: more than one each on
 * average, and at least half of them any. Otherwise it makes slides, and there are no sections.
 */
function findSections(tree: Tree, slides: number): number {
  const byLevel = new Map<number, Branch[]>()
  const collect = (branches: readonly Branch[]): void => {
    for (const branch of branches) {
      const known = byLevel.get(branch.heading.level)
      if (known) known.push(branch)
      else byLevel.set(branch.heading.level, [branch])
      collect(branch.children)
    }
  }
  collect(tree.children)

  const levels = [...byLevel.keys()].sort((a, b) => a - b)
  const level = levels.find((each) => (byLevel.get(each)?.length ?? 0) >= 2)
  const branches = level === undefined ? [] : (byLevel.get(level) ?? [])
  if (level === undefined || level >= slides) return 0

  // What is asked to stand side by side stays on one slide.
  const childrenOf = ({ heading, children }: Branch): number => (isBeside(heading) ? 0 : children.length)
  const children = branches.reduce((sum, branch) => sum + childrenOf(branch), 0)
  const parents = branches.filter((branch) => childrenOf(branch) > 0).length
  const structures = parents >= 2 || branches.length === 2
  return structures && parents * 2 >= branches.length && children / branches.length >= childrenOfSection ? level : 0
}
