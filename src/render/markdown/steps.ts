/** Blocks that know that they appear by themselves → blocks with `{.fragment}` and `{.steps}` written in them. */
import type { Block, Inline, List, ListItem, Paragraph } from '../../model/notes.js'

type Sign = '{.fragment}' | '{.steps}'

/** The other way round from parse/blocks/steps.ts. */
export const withStepSigns = (blocks: readonly Block[]): readonly Block[] => blocks.flatMap(signed)

function signed(block: Block): readonly Block[] {
  const inside = signedInside(block)
  if (!('step' in inside) || !inside.step) return below(inside)
  // A colon at the end names what follows: the sign must not stand behind it.
  if (inside.kind === 'paragraph' && !inside.introduces) return [signedParagraph(inside)]
  return [...below(inside), signLine(inside, '{.fragment}')]
}

/** A list whose points all are steps says so once, below it. */
const below = (block: Block): readonly Block[] =>
  block.kind === 'list' && areAllSteps(block) ? [block, signLine(block, '{.steps}')] : [block]

const areAllSteps = ({ items }: List): boolean => items.every(({ step }) => step === true)

function signedInside(block: Block): Block {
  switch (block.kind) {
    case 'list': {
      const each = !areAllSteps(block)
      return { ...block, items: block.items.map((item) => signedItem(item, each)) }
    }
    case 'columns':
      return { ...block, columns: block.columns.map((each) => ({ ...each, blocks: withStepSigns(each.blocks) })) }
    case 'quote':
    case 'callout':
      return { ...block, blocks: withStepSigns(block.blocks) }
    default:
      return block
  }
}

/** In its own text; a point that begins with something else has the comment that reveal.js knows. */
function signedItem(item: ListItem, each: boolean): ListItem {
  const [first, ...rest] = item.blocks
  const own = item.step === true && each
  if (first?.kind !== 'paragraph') {
    const comment: readonly Block[] = own
      ? [{ kind: 'aside', origin: 'comment', text: '.element: class="fragment"', lines: item.lines }]
      : []
    return { ...item, blocks: [...withStepSigns(item.blocks), ...comment] }
  }
  // Behind the first text of a point a sign is about the point: one for this text alone stands below it.
  const text = own ? signedParagraph(first) : first
  return {
    ...item,
    blocks: [text, ...(first.step ? [signLine(first, '{.fragment}')] : []), ...withStepSigns(rest)],
  }
}

const signedParagraph = (paragraph: Paragraph): Paragraph => ({
  ...paragraph,
  inlines: [...paragraph.inlines, text(' {.fragment}')],
})

const signLine = (block: Block, sign: Sign): Paragraph => ({
  kind: 'paragraph',
  inlines: [text(sign)],
  lines: block.lines,
})

const text = (said: string): Inline => ({ kind: 'text', text: said })
