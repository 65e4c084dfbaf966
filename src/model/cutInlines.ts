/** Inlines and a place in their plain text → what is before it and what is after it. */
import { pushAll } from './lists.js'
import type { Inline } from './notes.js'
import { plainText } from './text.js'

type Halves = readonly [before: readonly Inline[], after: readonly Inline[]]

/**
 * Emphasis and links that reach across the place go on behind it; the mark of a footnote stays with what it stands behind.
 * @param at characters of the plain text
 */
export function cutInlines(inlines: readonly Inline[], at: number): Halves {
  const before: Inline[] = []
  const after: Inline[] = []
  let left = at
  for (const inline of inlines) {
    const size = plainText([inline]).length
    const isOver = inline.kind === 'footnote' ? left < 0 || before.length === 0 : left <= 0
    if (isOver) after.push(inline)
    else if (size <= left) before.push(inline)
    else {
      const [head, tail] = cutInside(inline, left)
      pushAll(before, head)
      pushAll(after, tail)
    }
    left -= size
  }
  return [before, after]
}

function cutInside(inline: Inline, at: number): Halves {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return [[{ ...inline, text: inline.text.slice(0, at) }], [{ ...inline, text: inline.text.slice(at) }]]
    case 'break':
    case 'ruby':
    case 'image':
    case 'math':
    case 'footnote':
      return [[inline], []]
    default: {
      const [before, after] = cutInlines(inline.children, at)
      return [[{ ...inline, children: before }], [{ ...inline, children: after }]]
    }
  }
}
