/** The first lines of decks that are settings without fences around them, as Pandoc and Deckset have them → what they say. */
import type { FrontValue } from '../../model/notes.js'
import { isBlank } from '../lines.js'
import { titleBlock } from '../titleBlock.js'

export interface DeckHead {
  readonly front: Readonly<Record<string, FrontValue>>
  /** First line (from 1) of the body. */
  readonly bodyLine: number
}

/** @param first the first line (from 0) that says something */
export const deckHead = (lines: readonly string[], first: number): DeckHead | undefined =>
  titleBlock(lines, first) ?? decksetHead(lines)

/** Lines. */
const longest = 40

const decksetKeys =
  /^(?:slidenumbers|slidecount|footer|header|autoscale|build-lists|slide-dividers|slide-transition|theme|presenter-notes|code-language|background-image|[\w-]*(?:-style|-strong|-emphasis)|table|text|list|quote|alternating-colors|border|layout|fit-header|transition)$/
const onlyDeckset =
  /^(?:(?:slidenumbers|slidecount|autoscale|build-lists|slide-dividers|slide-transition|presenter-notes):|theme:[ \t]*[A-Z][\w .]{1,40},[ \t]*\d{1,2}[ \t]*$)/

/** Lines of `key: value`, up to a blank one. */
function decksetHead(lines: readonly string[]): DeckHead | undefined {
  const front: Record<string, FrontValue> = {}
  let at = 0
  for (; at < Math.min(lines.length, longest); at++) {
    const [, key = '', value = ''] = /^([\w-]{1,40}):[ \t]*(.*?)[ \t]*$/.exec((lines[at] ?? '').slice(0, 400)) ?? []
    if (key === '' || !decksetKeys.test(key)) break
    front[key] = { value: key === 'footer' ? value : value.toLowerCase(), line: at + 1 }
  }
  if (!lines.slice(0, at).some((line) => onlyDeckset.test(line)) || !isBlank(lines[at] ?? '')) return undefined
  return { front, bodyLine: at + 1 }
}
