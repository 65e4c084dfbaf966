/** Lines of notes that tell another tool how a page is laid out (`::: {.r-stack}`, `\newpage`) → blank ones; what stands between them is shown. */
import type { Line, Repair } from '../lines.js'
import { closing, isReadElsewhere, opening } from '../slides/fencedDivs.js'
import { withoutLooks } from '../slides/rawTex.js'
import { unmet } from './attributeSigns.js'

/** VuePress' `::: details Title`: a name that nobody knows, and words. */
const titled = /^\s{0,12}:{3,}[ \t]*[a-z][\w-]{1,40}[ \t]+([^\s{}][^{}\n]{0,200})$/i

export const dropOtherBlocks: Repair = (lines) => {
  if (!lines.some(({ text }) => text.includes(':::') || text.includes('\\'))) return { lines, findings: [] }
  const ends = fencesThatEnd(lines)
  const names = new Set<string>()
  const told = new Set<number>()
  const mended = lines.map((line, index): Line => {
    const said = line.verbatim ? undefined : insteadOf(line.text, ends.has(index))
    if (said === undefined) return line
    if (!closing.test(line.text)) {
      names.add((/^\s*(\\\w+)/.exec(line.text)?.[1] ?? line.text.trim()).slice(0, 40))
      told.add(line.line)
    }
    return { ...line, text: said }
  })
  return { lines: mended, findings: unmet([...names], [...told]) }
}

/** @param isFence one with an end, or the end of one */
function insteadOf(text: string, isFence: boolean): string | undefined {
  const said = withoutLooks(text)
  if (said !== text) return said
  if (!text.includes(':::')) return undefined
  if (isFence) return closing.test(text) || opening.test(text) ? '' : titled.exec(text)?.[1]
  // Nobody writes braces behind colons for anything else.
  return /^\s{0,12}:{3,}[ \t]*\{/.test(text) && opening.test(text) && !isReadElsewhere(text) ? '' : undefined
}

/** Indices of the lines that open and close fences which nothing else reads. */
function fencesThatEnd(lines: readonly Line[]): ReadonlySet<number> {
  const open: { readonly at: number; readonly isOurs: boolean }[] = []
  const ends = new Set<number>()
  for (const [at, { text, verbatim }] of lines.entries()) {
    if (verbatim || !text.includes(':::')) continue
    if (opening.test(text) || titled.test(text)) open.push({ at, isOurs: !isReadElsewhere(text) })
    else if (closing.test(text)) {
      const from = open.pop()
      if (from?.isOurs) ends.add(from.at).add(at)
    }
  }
  return ends
}
