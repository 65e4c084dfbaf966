/** A few lines that are a number each: the numbers are said large. */
import type { Block } from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import { type BigNumber, bigNumber } from '../bigNumber.js'
import { isPlain } from '../title.js'
import type { LayoutRule } from './layout.js'

const most = 4

/** The numbers of a slide that holds nothing else: one flat list of them, or a paragraph each. */
export function numbersOf(blocks: readonly Block[]): readonly BigNumber[] | undefined {
  const lines = linesOfNumbers(blocks)
  if (lines.length === 0 || lines.length > most) return undefined
  const numbers = lines.flatMap((line) => (line === undefined ? [] : (bigNumber(line) ?? [])))
  if (numbers.length < lines.length) return undefined
  return numbers.length > 1 || numbers[0]?.strong ? numbers : undefined
}

/** The text of each line; undefined for what is more than a line of text. */
function linesOfNumbers(blocks: readonly Block[]): readonly (string | undefined)[] {
  const [first, ...others] = blocks
  if (first?.kind !== 'list') return blocks.map(lineOf)
  if (others.length > 0 || first.ordered) return []
  return first.items.map(({ blocks: inside, done }) =>
    inside.length === 1 && done === undefined ? inside.map(lineOf)[0] : undefined,
  )
}

const lineOf = (block: Block): string | undefined =>
  block.kind === 'paragraph' && isPlain(block.inlines) ? plainText(block.inlines) : undefined

export const numbers: LayoutRule = { name: 'numbers', suits: ({ blocks }) => numbersOf(blocks) !== undefined }
