/** Blocks → about how many slides they fill. Rough: it only helps to choose; the page measures and cuts. */

import { widthsOf } from '../model/columns.js'
import type { Canvas } from '../model/deck.js'
import { most } from '../model/lists.js'
import type { Block, Code, TableCell } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'

/** What a slide holds below its title: columns of half-width letters, and lines. 78 × 12 on 1280 × 720. */
export interface Room {
  readonly columns: number
  readonly lines: number
}

// Body type of 28 px: half-width letters about 14 px wide, lines 46 px high; margins and title take the rest.
export const roomOf = ({ width, height }: Canvas): Room => ({
  columns: Math.max(10, Math.floor((width - 180) / 14)),
  lines: Math.max(3, Math.floor((height - 150) / 46)),
})

const pictureLines = 8
const mediaLines = 3
const headingLines = 1.5
const tableRowLines = 1.2
const codeLines = 0.75
const formulaLines = 1.8
const footnoteLines = 0.7
/** Columns that a list level or a quote takes on its left. */
const indent = 3

/** @returns slides' worth: 1 is full, 0.5 half full */
export const estimate = (blocks: readonly Block[], room: Room): number =>
  linesOfBlocks(blocks, room.columns) / room.lines

const linesOfBlocks = (blocks: readonly Block[], columns: number): number =>
  blocks.reduce((sum, block) => sum + linesOfBlock(block, columns), 0)

/** Height of one block in lines of body text, on so many columns. */
export function linesOfBlock(block: Block, columns: number): number {
  const inside = Math.max(10, columns - indent)
  switch (block.kind) {
    case 'heading':
      return headingLines
    case 'paragraph':
      return wrapped(plainText(block.inlines), columns)
    case 'list':
      return block.items.reduce((sum, item) => sum + Math.max(1, linesOfBlocks(item.blocks, inside)), 0)
    case 'callout':
      return 1 + linesOfBlocks(block.blocks, inside)
    case 'quote':
      return linesOfBlocks(block.blocks, inside)
    case 'columns':
      return most(
        widthsOf(block).map((share, at) =>
          linesOfBlocks(block.columns[at]?.blocks ?? [], Math.max(10, Math.floor(columns * share) - indent)),
        ),
        0,
      )
    case 'footnote':
      return footnoteLines * linesOfBlocks(block.blocks, inside)
    case 'definitions':
      return block.items.reduce((sum, item) => sum + 1 + linesOfBlocks(item.blocks, inside), 0)
    case 'code':
      return block.text.split('\n').length * codeLines
    case 'math':
      return block.tex.split('\\\\').length * formulaLines
    case 'table': {
      const cell = Math.max(4, Math.floor(columns / Math.max(1, block.align.length)))
      const rows = [block.head, ...block.rows]
      return rows.reduce(
        (sum, row) =>
          sum +
          tableRowLines *
            most(
              row.map((said) => linesOfCell(said, cell)),
              1,
            ),
        0,
      )
    }
    case 'picture':
      return pictureLines
    case 'media':
      return mediaLines
    case 'aside':
    case 'cut':
      return 0
  }
}

/** Half-width letters of the longest line of code. */
export const columnsOf = ({ text }: Code): number => most(text.split('\n').map(displayWidth), 0)

const linesOfCell = ({ inlines, blocks, columns = 1 }: TableCell, cell: number): number =>
  blocks === undefined ? wrapped(plainText(inlines), cell * columns) : linesOfBlocks(blocks, cell * columns)

const wrapped = (text: string, columns: number): number => Math.max(1, Math.ceil(displayWidth(text) / columns))
