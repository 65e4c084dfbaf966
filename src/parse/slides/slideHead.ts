/** Settings of one slide between two rules, as Slidev has them → what they say. */
import { type Entries, looseEntries } from './looseEntries.js'

const slideKeys =
  /^(?:layout|src|transition|clicks|clicksStart|class|background|image|backgroundSize|level|hideInToc|hide|disabled|zoom|preload|routeAlias|title|theme|dragPos|url|cols|gap|color|name|layoutClass|align)$/
/** Lines. */
const longest = 40

export interface SlideHead {
  readonly entries: Entries
  /** Both rules included. */
  readonly lines: number
}

/** @param index of the first rule: its settings begin right below it, and there is nothing else up to the next rule */
export function slideHead(lines: readonly string[], index: number): SlideHead | undefined {
  const head = anyHead(lines, index)
  return head && [...head.entries.keys()].some((key) => slideKeys.test(key)) ? head : undefined
}

/** In a deck of Slidev, whatever its settings are called. */
export function anyHead(lines: readonly string[], index: number): SlideHead | undefined {
  if (!/^[A-Za-z]/.test(lines[index + 1] ?? '')) return undefined
  const last = Math.min(lines.length, index + longest)
  for (let at = index + 1; at < last; at++) {
    if (!/^---[ \t]*$/.test(lines[at] ?? '')) continue
    const entries = looseEntries(lines.slice(index + 1, at))
    return entries && { entries, lines: at - index + 1 }
  }
  return undefined
}
