/** Blocks whose code is coloured and drawn, and blocks just read → these with the same colours and drawings. */
import { mapBlocks } from '../model/mapBlocks.js'
import type { Block, Code } from '../model/notes.js'
import { visitBlocks } from '../model/visit.js'
import { diagramLanguage } from '../render/diagrams/languages.js'
import { grammarOf } from '../render/inks/languages.js'

/** @returns undefined when there is code among them that was neither coloured nor drawn so far, and is to be */
export type Decorate = (blocks: readonly Block[]) => readonly Block[] | undefined

export function decorateLike(decorated: readonly Block[]): Decorate {
  const known = new Map<string, Block>()
  visitBlocks(decorated, (block) => {
    if (block.kind === 'code') known.set(keyOf(block), block)
    if (block.kind === 'picture' && block.drawing) known.set(keyOf(block.drawing.code), block)
  })
  return (blocks) => {
    let isWhole = true
    const made = mapBlocks(blocks, (block) => {
      if (block.kind !== 'code') return block
      const like = known.get(keyOf(block))
      if (like === undefined) isWhole &&= !isDecorated(block)
      return like === undefined ? block : at(like, block)
    })
    return isWhole ? made : undefined
  }
}

/** All that it is but its place and its colours. */
const keyOf = ({ lines: _, inked: __, ...code }: Code): string => JSON.stringify(code)

const isDecorated = ({ language }: Code): boolean =>
  grammarOf(language) !== undefined || diagramLanguage(language) !== undefined

function at(like: Block, code: Code): Block {
  const { lines } = code
  return like.kind === 'picture' && like.drawing
    ? { ...like, drawing: { ...like.drawing, code }, lines }
    : { ...like, lines }
}
