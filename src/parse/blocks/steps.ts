/** Blocks with `{.steps}` and `{.fragment}` written in them → blocks that know that they appear one after another. */
import type { Block, Inline, ListItem } from '../../model/notes.js'
import { asStep, pointsAsSteps } from '../../model/steps.js'
import { plainText } from '../../model/text.js'
import { trimmed } from '../textLines.js'

/** `steps`: the points of a list one after another. `fragment`, as reveal.js calls it: one point, or one block. */
type Mark = 'steps' | 'fragment'

const sign = /(?<!\s)\s*\{\s*\.(steps|fragment)\s*\}\s*$/
/** How reveal.js has it in Markdown. */
const comment = /^\.element:.{0,200}\bclass\s*=\s*["'][^"']{0,200}\bfragment\b/i
/** How presenterm has it, and Pandoc (`. . .`): what comes next waits. */
const isPause = (block: Block): boolean =>
  (block.kind === 'aside' && block.origin === 'comment' && block.text.toLowerCase() === 'pause') ||
  (block.kind === 'paragraph' && plainText(block.inlines) === '. . .')

/**
 * A sign at the end of a paragraph or a point is about that one; `{.steps}` at the end of a list is about the list. Alone on
 * its line, it is about what stands before it.
 */
export function readSteps(blocks: readonly Block[]): readonly Block[] {
  const read: Block[] = []
  let isWaiting = false
  for (const block of blocks) {
    if (isPause(block)) {
      isWaiting = true
      continue
    }
    const { mark, rest } =
      isWaiting && block.kind !== 'aside' ? { mark: 'fragment' as const, rest: block } : markOf(block)
    isWaiting &&= block.kind === 'aside'
    if (rest) read.push(mark ? asStep(rest) : within(rest))
    else if (mark) {
      const before = read.pop()
      if (before) read.push(marked(before, mark))
    }
  }
  return read
}

function marked(block: Block, mark: Mark): Block {
  return block.kind === 'list' && mark === 'steps' ? (pointsAsSteps([block])[0] ?? block) : asStep(block)
}

/** The sign that a block ends in, and what is left of it. */
function markOf(block: Block): { readonly mark?: Mark; readonly rest?: Block } {
  if (block.kind === 'aside') return comment.test(block.text) ? { mark: 'fragment' } : { rest: block }
  if (block.kind !== 'paragraph') return { rest: block }
  const { mark, inlines } = markAtEnd(block.inlines)
  if (mark === undefined) return { rest: block }
  return inlines.length === 0 ? { mark } : { mark, rest: { ...block, inlines } }
}

function markAtEnd(inlines: readonly Inline[]): { readonly mark?: Mark; readonly inlines: readonly Inline[] } {
  const last = inlines.at(-1)
  const found = last?.kind === 'text' ? sign.exec(last.text.slice(-80)) : null
  if (last?.kind !== 'text' || found === null) return { inlines }
  const text = last.text.slice(0, last.text.length - found[0].length)
  const mark = found[1] === 'steps' ? 'steps' : 'fragment'
  return { mark, inlines: trimmed([...inlines.slice(0, -1), { kind: 'text', text }]) }
}

function within(block: Block): Block {
  switch (block.kind) {
    case 'list': {
      const items = block.items.map(itemWithin)
      const whole = items.at(-1)?.mark === 'steps'
      const list = { ...block, items: items.map(({ item }) => item) }
      return whole ? marked(list, 'steps') : list
    }
    case 'columns':
      return { ...block, columns: block.columns.map((each) => ({ ...each, blocks: readSteps(each.blocks) })) }
    case 'quote':
    case 'callout':
      return { ...block, blocks: readSteps(block.blocks) }
    default:
      return block
  }
}

/** A sign in a point's own text, or a comment behind it, is about the point. */
function itemWithin(item: ListItem): { readonly item: ListItem; readonly mark?: Mark } {
  let mark: Mark | undefined
  const blocks: Block[] = []
  for (const [index, block] of item.blocks.entries()) {
    const own = index === 0 || block.kind === 'aside' ? markOf(block) : { rest: block }
    if (own.rest) blocks.push(own.rest)
    mark ??= own.mark
  }
  const inner = { ...item, blocks: readSteps(blocks) }
  if (mark === undefined) return { item: inner }
  return { item: mark === 'fragment' ? { ...inner, step: true } : inner, mark }
}
