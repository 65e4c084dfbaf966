/** One picture and a text or code that fits beside it: left where the notes begin with the picture, else right. */
import type { Block } from '../../model/notes.js'
import { columnsOf, linesOfBlock } from '../estimate.js'
import type { LayoutRule } from './layout.js'

const textual: ReadonlySet<Block['kind']> = new Set(['heading', 'paragraph', 'list', 'quote', 'callout', 'definitions'])
/** Half a slide, in half-width letters, and its lines: the page can tighten a little, and stacks what still does not fit. */
const columns = 38
const mostLines = 13
/** Of a line of code, which is set smaller. */
const codeColumns = 46

export const beside: LayoutRule = {
  name: 'beside',
  suits: ({ blocks, cut }) => {
    const text = blocks.filter(({ kind }) => kind !== 'picture')
    if (cut || text.length !== blocks.length - 1 || text.length === 0) return false
    const lines = text.reduce((sum, block) => sum + linesOfBlock(block, columns), 0)
    return text.every((block) => textual.has(block.kind) || isNarrowCode(block)) && lines <= mostLines
  },
}

const isNarrowCode = (block: Block): boolean => block.kind === 'code' && columnsOf(block) <= codeColumns

/** `{layout=beside-left}` and `-right` move the picture; the notes' own order is kept otherwise. */
export const besideLeft: LayoutRule = {
  name: 'beside',
  wish: 'beside-left',
  suits: () => false,
  arrange: (blocks) => [...blocks.filter(isPicture), ...blocks.filter((block) => !isPicture(block))],
}
export const besideRight: LayoutRule = {
  name: 'beside',
  wish: 'beside-right',
  suits: () => false,
  arrange: (blocks) => [...blocks.filter((block) => !isPicture(block)), ...blocks.filter(isPicture)],
}

const isPicture = ({ kind }: Block): boolean => kind === 'picture'
