/** Blocks as written → what goes on a slide, and what is only for the speaker. */
import type { Block, Cut, ListItem, SpeakerNote } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { inlinesOf, innerBlocks, visitBlocks, visitInlines } from '../model/visit.js'
import { remarksOf } from './remarks.js'

export interface Content {
  readonly blocks: readonly Block[]
  /** What is for the speaker, in order, one each paragraph. */
  readonly asides: readonly SpeakerNote[]
}

/** Takes the asides out, at any depth, and with them the list items and quotes that held nothing else. */
export function takeAsides(blocks: readonly Block[]): Content {
  const asides: SpeakerNote[] = []
  const shown = tidyCuts(keepShown(blocks, asides))
  return { blocks: shown, asides: [...asides, ...abbreviationsIn(shown)] }
}

/** What they stand for shows under a mouse: not to the room, and not on paper. */
function abbreviationsIn(blocks: readonly Block[]): readonly SpeakerNote[] {
  const said = new Set<string>()
  visitBlocks(blocks, (block) => {
    for (const inlines of inlinesOf(block))
      visitInlines(inlines, (inline) => {
        if (inline.kind === 'abbreviation') said.add(`${plainText(inline.children)}: ${inline.title}`)
      })
  })
  return [...said].map((text) => ({ text, origin: 'written' }))
}

/** What is left for the slide; asides met on the way are added to `asides`. */
function keepShown(blocks: readonly Block[], asides: SpeakerNote[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (!holdsAside(block)) return [block]
    switch (block.kind) {
      case 'aside':
        for (const text of remarksOf(block.text)) asides.push({ text, origin: block.origin })
        return []
      case 'list': {
        const items = block.items.flatMap((item): readonly ListItem[] => {
          const inside = keepShown(item.blocks, asides)
          return inside.length === 0 && item.blocks.length > 0 ? [] : [{ ...item, blocks: inside }]
        })
        return items.length === 0 ? [] : [{ ...block, items }]
      }
      case 'quote':
      case 'callout':
      case 'footnote': {
        const inside = keepShown(block.blocks, asides)
        const isTitled = block.kind === 'callout' && block.title
        return inside.length === 0 && !isTitled ? [] : [{ ...block, blocks: inside }]
      }
      case 'columns':
        return [
          { ...block, columns: block.columns.map((each) => ({ ...each, blocks: keepShown(each.blocks, asides) })) },
        ]
      case 'definitions':
        return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: keepShown(item.blocks, asides) })) }]
      default:
        return [block]
    }
  })
}

const holdsAside = (block: Block): boolean => block.kind === 'aside' || innerBlocks(block).some(holdsAside)

/** A cut says something only between two other blocks, and once. */
export function tidyCuts(blocks: readonly Block[]): readonly Block[] {
  const tidy: Block[] = []
  let waiting: Cut | undefined
  for (const block of blocks) {
    if (block.kind === 'cut') {
      waiting = block
      continue
    }
    if (waiting && tidy.length > 0) tidy.push(waiting)
    waiting = undefined
    tidy.push(block)
  }
  return tidy
}
