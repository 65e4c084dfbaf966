/** Notes in full → notes in brief: of each longer paragraph the first sentence stays, the whole goes to the speaker. */
import type { Block, Inline } from '../model/notes.js'
import { sentences } from '../model/sentences.js'
import { plainText } from '../model/text.js'

export function briefBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'paragraph') return [block]
    const text = plainText(block.inlines)
    const [first, ...others] = sentences(text)
    if (first === undefined || others.length === 0) return [block]
    const inlines = takeInlines(block.inlines, first.trimEnd().length)
    return [
      { ...block, inlines },
      { kind: 'aside', text, lines: block.lines },
    ]
  })
}

/** The inlines that make up the first `length` characters of their plain text. */
function takeInlines(inlines: readonly Inline[], length: number): readonly Inline[] {
  const taken: Inline[] = []
  let room = length
  for (const inline of inlines) {
    if (room <= 0) break
    const size = plainText([inline]).length
    taken.push(size <= room ? inline : shorten(inline, room))
    room -= size
  }
  return taken
}

function shorten(inline: Inline, length: number): Inline {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return { ...inline, text: inline.text.slice(0, length) }
    case 'strong':
    case 'em':
    case 'strike':
    case 'link':
      return { ...inline, children: takeInlines(inline.children, length) }
    case 'break':
    case 'image':
    case 'footnote':
      return inline
  }
}
