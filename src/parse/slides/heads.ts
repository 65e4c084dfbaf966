/** The first lines of decks that are settings without fences around them, as Pandoc and Deckset have them → what they say. */
import type { FrontValue } from '../../model/notes.js'
import { isBlank } from '../lines.js'

export interface DeckHead {
  readonly front: Readonly<Record<string, FrontValue>>
  /** First line (from 1) of the body. */
  readonly bodyLine: number
}

export const deckHead = (lines: readonly string[]): DeckHead | undefined => percentHead(lines) ?? decksetHead(lines)

/** Lines. */
const longest = 40

/** Title, authors and date, each behind a `%`; what is set in below one of them goes on with it. */
function percentHead(lines: readonly string[]): DeckHead | undefined {
  if (!/^% \S/.test(lines[0] ?? '')) return undefined
  const front: Record<string, FrontValue> = {}
  let at = 0
  for (const name of ['title', 'author', 'date']) {
    const line = lines[at] ?? ''
    if (!line.startsWith('%')) break
    const said = [line.slice(1)]
    const first = at + 1
    for (at++; /^[ \t]+\S/.test(lines[at] ?? '') && at < longest; at++) said.push(lines[at] ?? '')
    const value = said
      .map((part) => part.trim())
      .join(' ')
      .replace(/;[ \t]*/g, ', ')
      .trim()
    if (value !== '') front[name] = { value, line: first }
  }
  return isBlank(lines[at] ?? '') ? { front, bodyLine: at + 1 } : undefined
}

const decksetKeys =
  /^(?:slidenumbers|slidecount|footer|header|autoscale|build-lists|slide-dividers|slide-transition|theme|presenter-notes|code-language|background-image|[\w-]*(?:-style|-strong|-emphasis)|table|text|list|quote|alternating-colors|border|layout|fit-header|transition)$/
const onlyDeckset =
  /^(?:slidenumbers|slidecount|autoscale|build-lists|slide-dividers|slide-transition|presenter-notes):/

/** Lines of `key: value`, up to a blank one. */
function decksetHead(lines: readonly string[]): DeckHead | undefined {
  const front: Record<string, FrontValue> = {}
  let at = 0
  for (; at < Math.min(lines.length, longest); at++) {
    const [, key = '', value = ''] = /^([\w-]{1,40}):[ \t]*(.*?)[ \t]*$/.exec((lines[at] ?? '').slice(0, 400)) ?? []
    if (!decksetKeys.test(key)) break
    front[key] = { value: key === 'footer' ? value : value.toLowerCase(), line: at + 1 }
  }
  if (!lines.slice(0, at).some((line) => onlyDeckset.test(line)) || !isBlank(lines[at] ?? '')) return undefined
  return { front, bodyLine: at + 1 }
}
