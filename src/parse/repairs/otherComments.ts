/** Comments of MDX, Liquid, Kramdown, Handlebars and Jinja (`{/* … *}`, `{% comment %}`, `{::comment}`, `{{!-- … --}}`, `{# … #}`) → comments of HTML, which are the author's like any other. */
import { fencedLines, fenceMark } from '../fences.js'
import type { Line, Repair } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'

/** What opens one, and what ends it. */
const kinds: readonly (readonly [opens: RegExp, ends: RegExp])[] = [
  [/\{\/\*/, /\*\/\}/],
  [/\{%-?[ \t]*comment[ \t]*-?%\}/, /\{%-?[ \t]*endcomment[ \t]*-?%\}/],
  [/\{::comment\}/, /\{:\/(?:comment)?\}/],
  [/\{\{~?!--/, /--~?\}\}/],
  // `{#name}` is a heading's.
  [/\{#-?[ \t]/, /[ \t]-?#\}/],
]
const mayOpen = /\{(?:\/\*|%|::comment|\{~?!--|#-?[ \t])/
/** Lines, and comments on one of them: what opens further up is no pair. */
const longest = 60
const mostOnLine = 20

export const readOtherComments: Repair = (lines) => {
  if (!lines.some(({ text }) => mayOpen.test(text))) return { lines, findings: [] }
  const mended = [...lines]
  const seen = kinds.map(() => 0)
  const fenced = fencedLines(lines.map(({ text }) => text))
  for (const [at, { text }] of lines.entries()) {
    const isCode = fenced[at] !== undefined || /^(?: {4}|\t)/.test(text)
    if (!isCode && mayOpen.test(text) && text.length < 20_000)
      for (const [index, kind] of kinds.entries()) {
        for (let count = 0; count < mostOnLine; count++) {
          const last = mendOne(mended, at, Math.max(at, seen[index] ?? 0), kind)
          seen[index] = Math.max(seen[index] ?? 0, last)
          if (last > at) break
        }
      }
  }
  return { lines: mended, findings: [] }
}

/**
 * @param from the line where its end may be
 * @returns the line up to which there is no other end; beyond the first one where there is nothing more to do there
 */
function mendOne(lines: Line[], at: number, from: number, [opens, ends]: readonly [RegExp, RegExp]): number {
  const line = lines[at]
  const start = line && opens.exec(withoutCode(line.text))
  if (!start) return at + 1
  const behind = start.index + start[0].length
  const limit = Math.min(lines.length, at + longest)
  for (let index = from; index < limit; index++) {
    const last = lines[index]
    // What a fence shows ends nothing.
    if (!last || (index > at && fenceMark(last.text) !== '')) return index
    const end = ends.exec(index === at ? last.text.slice(behind) : last.text)
    if (!end) continue
    const place = end.index + (index === at ? behind : 0)
    lines[index] = { ...last, text: `${last.text.slice(0, place)}-->${last.text.slice(place + end[0].length)}` }
    const first = lines[at] ?? line
    lines[at] = { ...first, text: `${first.text.slice(0, start.index)}<!--${first.text.slice(behind)}` }
    return index
  }
  return limit
}
