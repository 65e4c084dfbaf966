/** A list → lines with markers: `-`, `3.`, and text such as `一、` or `①` where Markdown has no number of that kind. */
import type { Block, List, ListItem, NumberStyle } from '../../model/notes.js'
import { numberText } from '../numberText.js'
import { type Context, indent } from './context.js'

/** What the markers of one list look like; two lists of a kind in a row differ, or they would be one. */
export interface ListForm {
  readonly ordered: boolean
  readonly bullet: '-' | '*'
  readonly closer: '.' | ')'
}

/** @param before form of the list right before this one */
export function listForm({ ordered }: List, before: ListForm | undefined, { closedNumbers }: Context): ListForm {
  const usual: ListForm = { ordered, bullet: '-', closer: closedNumbers ? ')' : '.' }
  if (before?.ordered !== ordered) return usual
  return { ordered, bullet: before.bullet === '-' ? '*' : '-', closer: before.closer === '.' ? ')' : '.' }
}

export function writeList(list: List, form: ListForm, context: Context): readonly string[] {
  const byText = isMarkedByText(list)
  // Other readers take items marked by text for paragraphs: blank lines keep those apart.
  const isTight = !byText && list.items.every(isSimple)
  return list.items.flatMap((item, index) => {
    const marker = byText ? textMarker(item.number, list.numbers, context) : plainMarker(item, list.ordered, form)
    const gap = isTight || index === 0 ? [] : ['']
    return [...gap, ...writeItem(item, marker, isTight, context)]
  })
}

function writeItem(item: ListItem, marker: string, isTight: boolean, context: Context): readonly string[] {
  const [first] = item.blocks
  if (first === undefined) return [marker.trimEnd()]
  const box = item.done === undefined ? '' : item.done ? '[x] ' : '[ ] '
  // What begins with signs of its own is easier to read, and safer, on the next line.
  const isDrawn = first.kind === 'picture' && first.drawing !== undefined
  const isApart = isDrawn || ['list', 'code', 'math', 'table', 'definitions'].includes(first.kind)
  const lines = (isTight ? item.blocks.map((block) => [block]) : [item.blocks]).flatMap((blocks) =>
    context.inner(blocks, 'item'),
  )
  if (isApart) return [marker.trimEnd(), ...indent(['', ...lines], ' '.repeat(marker.length)).slice(1)]
  return indent([`${box}${lines[0] ?? ''}`, ...lines.slice(1)], marker)
}

/** A line, and lists of such below it. */
const isSimple = ({ blocks }: ListItem): boolean => {
  const [first, ...rest] = blocks
  if (first === undefined) return true
  if (first.kind === 'list') return rest.length === 0 && first.items.every(isSimple)
  if (first.kind !== 'paragraph' && (first.kind !== 'picture' || first.drawing)) return false
  return rest.length === 0 || (rest.length === 1 && rest.every(mayFollowText))
}

/** Only these end a paragraph without a blank line. */
const mayFollowText = (block: Block): boolean =>
  block.kind === 'list' &&
  !isMarkedByText(block) &&
  (!block.ordered || block.items[0]?.number === 1) &&
  block.items[0]?.blocks[0] !== undefined &&
  block.items.every(isSimple)

const plainMarker = ({ number = 1 }: ListItem, ordered: boolean, { bullet, closer }: ListForm): string =>
  ordered ? `${number}${closer} ` : `${bullet} `

/** Whether the list keeps markers that are text: every number can be written so, and every item begins with text. */
export const isMarkedByText = ({ numbers, items }: List): boolean =>
  numbers !== undefined &&
  numbers !== 'decimal' &&
  items.every(({ number, blocks }) => blocks[0]?.kind === 'paragraph' && isWithin(number, numbers)) &&
  (!/alpha|roman/.test(numbers) || haveNeighbours(items))

const highest: Readonly<Record<NumberStyle, number>> = {
  decimal: 999_999_999,
  cjk: 99,
  circled: 20,
  closed: 99,
  'closed-wide': 99,
  alpha: 8,
  'upper-alpha': 8,
  roman: 20,
  'upper-roman': 20,
}

const isWithin = (number: number | undefined, style: NumberStyle): boolean =>
  number !== undefined && number >= 1 && number <= highest[style]

/** `a.` alone is no list: the next line, or the one before, must count on. */
const haveNeighbours = (items: readonly ListItem[]): boolean =>
  items.every((item, index) => {
    const follows = (one: ListItem | undefined, other: ListItem | undefined): boolean =>
      one?.blocks.length === 1 && other?.number === (one.number ?? 0) + 1
    return follows(items[index - 1], item) || follows(item, items[index + 1])
  })

function textMarker(number = 1, style: NumberStyle | undefined, { closedNumbers }: Context): string {
  const text = numberText(number, style ?? 'circled')
  return style === 'cjk' && closedNumbers ? text.replace('、', '）') : text
}
