/** Notes in full → notes in brief: of each longer paragraph the first sentence stays, the whole goes to the speaker. */

import { cutInlines } from '../model/cutInlines.js'
import type { Block, Inline } from '../model/notes.js'
import { sentences } from '../model/sentences.js'
import { plainText } from '../model/text.js'

export function briefBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'paragraph') return [block]
    const inlines = firstSentence(block.inlines)
    if (inlines === undefined) return [block]
    return [
      { ...block, inlines },
      { kind: 'aside', origin: 'written', text: plainText(block.inlines), lines: block.lines },
    ]
  })
}

/** @returns undefined when there is only one */
export function firstSentence(inlines: readonly Inline[]): readonly Inline[] | undefined {
  const [first, ...others] = sentences(plainText(inlines))
  return first === undefined || others.length === 0 ? undefined : cutInlines(inlines, first.trimEnd().length)[0]
}
