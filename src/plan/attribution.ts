/** A quotation → its words, and the line that says whose they are: `— Ada`, `—— 鲁迅`. */

import type { Block, Inline } from '../model/notes.js'
import { once } from '../model/once.js'
import { displayWidth, plainText } from '../model/text.js'

export interface Quotation {
  readonly words: readonly Block[]
  readonly by?: readonly Inline[]
}

const widest = 80
const dash = /^\s*[—–―~～-]/
const dashFirst = once(() => /^\s*(?:[—–―]{1,2}|--?|~|～)\s*[\p{L}\p{N}@《「“"]/u)
/** On the same line as the words: only behind what ends a sentence. */
const dashLast = /^(?<words>.*[.!?。！？…”"’」』])\s*(?<by>(?:[—–―]{1,2}|--)\s*\S.*)$/su

const startsWithDash = (inlines: readonly Inline[]): boolean => {
  const text = plainText(inlines)
  return dash.test(text) && dashFirst().test(text) && displayWidth(text) <= widest
}

export const isAttribution = (block: Block): boolean => block.kind === 'paragraph' && startsWithDash(block.inlines)

/** @param blocks what stands inside the quote */
export function readQuotation(blocks: readonly Block[]): Quotation {
  const last = blocks.at(-1)
  if (last?.kind !== 'paragraph') return { words: blocks }
  const before = blocks.slice(0, -1)
  if (before.length > 0 && isAttribution(last)) return { words: before, by: last.inlines }

  const { inlines } = last
  const lineEnd = inlines.findLastIndex(({ kind }) => kind === 'break')
  const lastLine = inlines.slice(lineEnd + 1)
  if (lineEnd > 0 && startsWithDash(lastLine))
    return { words: [...before, { ...last, inlines: inlines.slice(0, lineEnd) }], by: lastLine }

  const tail = inlines.at(-1)
  const parts = tail?.kind === 'text' ? dashLast.exec(tail.text)?.groups : undefined
  const by: readonly Inline[] = [{ kind: 'text', text: parts?.['by'] ?? '' }]
  if (!parts || !startsWithDash(by)) return { words: blocks }
  const words: Inline = { kind: 'text', text: parts['words'] ?? '' }
  return { words: [...before, { ...last, inlines: [...inlines.slice(0, -1), words] }], by }
}
