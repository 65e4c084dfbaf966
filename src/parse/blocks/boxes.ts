/** What stands in a box of the notes → blocks: columns side by side, or blocks that appear step by step. */
import type { Block, Column, Columns, Lines } from '../../model/notes.js'
import { asStep, pointsAsSteps } from '../../model/steps.js'
import { linesOf } from '../../model/text.js'
import type { Box, Breadth } from '../boxes/box.js'

export type Opened = Exclude<Box, { readonly kind: 'plain' | 'foreign' }>

/** A column, or what stands in none. */
export interface BoxPart {
  readonly column?: Breadth
  readonly blocks: readonly Block[]
}

export function asBlocks(box: Opened, inside: readonly BoxPart[], lines: Lines): readonly Block[] {
  const blocks = inside.flatMap((part) => part.blocks)
  switch (box.kind) {
    case 'column':
      return blocks.filter(({ kind }) => kind !== 'cut')
    case 'steps':
      return box.of === 'points' ? pointsAsSteps(blocks) : blocks.map(asStep)
    case 'columns': {
      const parts = (box.each ? apart(inside) : together(inside)).filter((part) => part.blocks.some(isShown))
      if (parts.length < 2) return blocks
      const all: Lines = linesOf(blocks) ?? lines
      const across = box.across ?? parts.length
      return rowsOf(parts, across).flatMap((row): readonly Block[] => {
        const first = row[0]
        if (row.length < 2) return first?.blocks ?? []
        const columns = withWidths(row, box.parts)
        const own: Lines = linesOf(row.flatMap((part) => part.blocks)) ?? all
        const block: Columns = { kind: 'columns', columns, lines: own }
        return [block]
      })
    }
  }
}

const isShown = ({ kind }: Block): boolean => kind !== 'aside' && kind !== 'footnote'

/** What stands between two columns belongs to the one above it, and above all of them to the first. */
function together(inside: readonly BoxPart[]): readonly BoxPart[] {
  const parts: BoxPart[] = []
  let before: readonly Block[] = []
  for (const part of inside) {
    const last = parts.at(-1)
    if (part.column) {
      parts.push({ ...part, blocks: [...before, ...part.blocks] })
      before = []
    } else if (last) parts[parts.length - 1] = { ...last, blocks: [...last.blocks, ...part.blocks] }
    else before = [...before, ...part.blocks]
  }
  return parts
}

/** Every block is a column; a heading stays with what follows it. */
function apart(inside: readonly BoxPart[]): readonly BoxPart[] {
  const parts: BoxPart[] = []
  for (const part of inside) {
    if (part.column) {
      parts.push(part)
      continue
    }
    for (const block of part.blocks) {
      const last = parts.at(-1)
      const above = last?.blocks.at(-1)
      if (last && !last.column && (above?.kind === 'heading' || !isShown(block)))
        parts[parts.length - 1] = { ...last, blocks: [...last.blocks, block] }
      else parts.push({ blocks: [block] })
    }
  }
  return parts
}

const rowsOf = (parts: readonly BoxPart[], across: number): readonly (readonly BoxPart[])[] =>
  Array.from({ length: Math.ceil(parts.length / across) }, (_, row) => parts.slice(row * across, (row + 1) * across))

/** @param tracks of all columns, where what holds them says it */
function withWidths(row: readonly BoxPart[], tracks: readonly number[] = []): readonly Column[] {
  const parts = row.map(({ column }, at) => tracks[at] ?? column?.parts ?? 1)
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const isAsked = new Set(parts).size > 1
  return row.map(({ column, blocks }, at): Column => {
    const width = column?.width ?? (isAsked && whole > 0 ? (parts[at] ?? 1) / whole : undefined)
    return { ...(width === undefined ? {} : { width: Math.round(width * 1000) / 1000 }), blocks }
  })
}
