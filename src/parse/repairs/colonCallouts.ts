/** Lines with three colons or more → where each ends, and what the head of one says: `:::info Title`, `::: {.callout-tip title="x"}`. */
import { calloutType } from '../../model/callouts.js'
import { attributesIn } from '../attributeList.js'
import { isBlank, type Line } from '../lines.js'
import type { CalloutHead } from './calloutMarks.js'

const colons = /^\s{0,12}(:{3,})(.*)$/

/** Characters: nobody's head is longer. */
const longest = 400

/** Index of an opening line → index of its end: the line that closes it, or the first one behind its paragraph where none does. */
export function matchColons(lines: readonly Line[], isCode: readonly boolean[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: { readonly at: number; readonly length: number }[] = []
  for (const [at, { text }] of lines.entries()) {
    const [, signs = '', said = ''] = (!isCode[at] && text.includes(':::') && colons.exec(text)) || []
    if (signs === '') continue
    if (said.trim() !== '') open.push({ at, length: signs.length })
    else {
      const last = open.pop()
      if (last) ends.set(last.at, at)
    }
  }
  // From the last on: those that nothing parts end together.
  let end = lines.length
  let from = lines.length
  for (const { at } of open.reverse()) {
    for (; from > at + 1; from--) if (isBlank(lines[from - 1]?.text ?? '')) end = from - 1
    ends.set(at, end)
  }
  return ends
}

/** @returns undefined for what is no callout: columns, notes, a diagram */
export function colonHead(text: string): CalloutHead | undefined {
  const said = (colons.exec(text.slice(0, longest))?.[2] ?? '').trim().replace(/[ \t]*:{3,}$/, '')
  const braced = /^\{([^{}]*)\}[ \t]*(.*)$/.exec(said)
  if (braced) return bracedHead(braced[1] ?? '', braced[2] ?? '')
  const [, name = '', bracketed, inside = '', rest = ''] =
    /^(?:callout-)?([a-z\u3040-\u9fff][\w\u3040-\u9fff-]*)(?:\[([^[\]]*)\])?(?:[ \t]*\{([^{}]*)\})?[ \t]*(.*)$/i.exec(
      said,
    ) ?? []
  const type = calloutType(name)
  if (type === undefined) return undefined
  return { type, title: bracketed ?? (attributesIn(inside).values.get('title') || unquoted(rest)) }
}

/** Classes of Pandoc and Quarto, `{.callout-tip title="x"}`, or the name of a directive, `{note} Title`. */
function bracedHead(inside: string, behind: string): CalloutHead | undefined {
  const { classes, values, words } = attributesIn(inside)
  for (const word of [...classes, ...words]) {
    const type = calloutType(word.replace(/^[.:]*(?:callout-|alert-|admonition-)?/, ''))
    if (type !== undefined) return { type, title: values.get('title') || unquoted(behind) }
  }
  return undefined
}

const unquoted = (words: string): string => words.trim().replace(/^(["'])(.*)\1$/, '$2')
