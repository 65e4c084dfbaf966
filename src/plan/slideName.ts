/** What a slide without a title shows → a name for its address: how its text begins, or what its picture is called. */
import type { Block } from '../model/notes.js'
import { blocksText } from '../model/text.js'

const mostWords = 6

export function slideName(blocks: readonly Block[]): string {
  const said = blocksText(blocks.slice(0, 2)).trim().split(/\s+/).slice(0, mostWords).join(' ')
  if (said !== '') return said
  const picture = blocks.find((block) => block.kind === 'picture')
  return picture?.kind === 'picture' && !picture.src.startsWith('data:')
    ? (picture.src.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, '')
    : ''
}
