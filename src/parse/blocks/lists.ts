/** Tokens of a list, or of a list of definitions → its items, each with the blocks that stand in it. */
import type { Block, Definitions, Inline, Lines, List, ListItem } from '../../model/notes.js'
import type { Line } from '../lines.js'
import type { Token } from '../markdown.js'
import { asTask } from './marks.js'
import { countedOn } from './numbers.js'

/** What reading a list needs of whoever goes through the tokens. */
export interface ListSource {
  /** The token that comes next, which is read by that; undefined behind the last one. */
  readonly next: () => Token | undefined
  /** The text that comes next. */
  readonly text: (lines: Lines) => readonly Inline[]
  /** Blocks up to the end of an item. */
  readonly itemUntil: (closer: string) => readonly Block[]
  readonly linesOf: (token: Token) => Lines
  /** The line that an item begins with: it knows the number that its author wrote, where that was mended. */
  readonly written: (token: Token) => Pick<Line, 'item' | 'isStep'> | undefined
}

export function readList(open: Token, lines: Lines, source: ListSource): List {
  const ordered = open.type === 'ordered_list_open'
  const items: ListItem[] = []
  let numbers: List['numbers']
  for (const token of tokensUntil(open.type.replace('open', 'close'), source)) {
    if (token.type !== 'list_item_open') continue
    const itemLines = source.linesOf(token)
    const blocks = source.itemUntil('list_item_close')
    const { item: said, isStep } = source.written(token) ?? {}
    const number = Number(token.info)
    if (ordered) numbers ??= said?.number === number ? said.style : 'decimal'
    items.push(asTask({ ...(ordered ? { number } : {}), ...(isStep ? { step: true } : {}), blocks, lines: itemLines }))
  }
  return { kind: 'list', ordered, ...(numbers === undefined ? {} : { numbers }), items: countedOn(items), lines }
}

export function readDefinitions(lines: Lines, source: ListSource): Definitions {
  const items: { term: readonly Inline[]; blocks: readonly Block[] }[] = []
  for (const token of tokensUntil('dl_close', source)) {
    if (token.type === 'dt_open') items.push({ term: source.text(lines), blocks: [] })
    else if (token.type === 'dd_open') {
      const blocks = source.itemUntil('dd_close')
      const last = items.pop()
      items.push({ term: last?.term ?? [], blocks: [...(last?.blocks ?? []), ...blocks] })
    }
  }
  return { kind: 'definitions', items, lines }
}

function* tokensUntil(closer: string, { next }: ListSource): Generator<Token> {
  for (let token = next(); token !== undefined && token.type !== closer; token = next()) yield token
}
