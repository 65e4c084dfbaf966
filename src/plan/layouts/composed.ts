/** What a slide holds → the same, what has a shape of its own set in the layout for it. The page takes back what does not fit. */

import { composedLayouts } from '../../model/deck.js'
import { most } from '../../model/lists.js'
import type { Block, List } from '../../model/notes.js'
import { linesOf } from '../../model/text.js'
import { linesOfBlock } from '../estimate.js'
import { cards } from './cards.js'
import { flowOf } from './flow.js'
import { sideBySide } from './groups.js'
import type { Composed } from './layout.js'
import { numbers } from './numbers.js'
import { pairs } from './pairs.js'
import { type ListRule, linesOfList, setAs } from './pieces.js'
import { steps } from './steps.js'
import { timeline } from './timeline.js'

/** In the order they are tried. A new one: its name in `ListLayout` (model/notes.ts), its rule, and its style in the templates. */
const listRules: readonly ListRule[] = [numbers, timeline, steps, cards, pairs]

export const isComposed = (name: string | undefined): boolean => composedLayouts.some((known) => known === name)

/** `plain`: nothing but numbers that stand alone and two sides below headings of their own. */
export type Composing = 'auto' | 'plain'

export interface ComposeWish {
  readonly compose: Composing
  /** Of the heading: one of the layouts here, and no other. */
  readonly wish?: string | undefined
}

const columns = 78
/** Layouts of the author's own slides, and of notes that are to be left plain. */
const plainLayouts: ReadonlySet<string> = new Set(['comparison', 'numbers'])

/** @returns undefined where nothing is of such a shape */
export function composed(blocks: readonly Block[], { compose, wish }: ComposeWish): Composed | undefined {
  const isAsked = isComposed(wish)
  const beside = isAsked && wish !== 'comparison' && wish !== 'groups' ? undefined : sideBySide(blocks, isAsked)
  if (beside && (compose === 'auto' || isAsked || isPlainComparison(blocks, beside))) return beside
  const isTried = (name: string): boolean => (isAsked ? name === wish : compose === 'auto' || plainLayouts.has(name))
  const rules = listRules.filter(({ name }) => isTried(name))
  const whole = paragraphsAsList(blocks, rules) ?? blocks
  const set = whole.map((block) => {
    const flow = isTried('flow') ? flowOf(block) : undefined
    return flow ?? (block.kind === 'list' ? setList(block, rules) : block)
  })
  const lists = set.flatMap((block) => (block.kind === 'list' && block.as ? [{ as: block.as, block }] : []))
  const heights = lists.map(({ block }) => linesOfBlock(block, columns))
  const main = lists[heights.indexOf(most(heights))]
  return main && (compose === 'auto' || isAsked || set.length === 1) ? { layout: main.as, blocks: set } : undefined
}

const isPlainComparison = (blocks: readonly Block[], { layout }: Composed): boolean =>
  layout === 'comparison' && blocks.some(({ kind }) => kind === 'heading')

function setList(list: List, rules: readonly ListRule[]): List {
  const lines = linesOfList(list)
  if (lines === undefined) return list
  for (const { name, read } of rules) {
    const pieces = read(lines, list)
    if (pieces) return setAs(list, name, pieces)
  }
  return list
}

/** Lines of numbers, one below the other, are no paragraphs. */
function paragraphsAsList(blocks: readonly Block[], rules: readonly ListRule[]): readonly Block[] | undefined {
  const lines = linesOf(blocks)
  if (lines === undefined || !blocks.every(({ kind }) => kind === 'paragraph')) return undefined
  const items = blocks.map((block) => ({ blocks: [block], lines: block.lines }))
  const list = setList({ kind: 'list', ordered: false, items, lines, instead: blocks }, rules)
  return list.as === 'numbers' ? [list] : undefined
}
