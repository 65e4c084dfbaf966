/** Code as other tools set it off (`[source,python]` and `----`, `:::python`, ` ````md magic-move `, `<<< @/a.js`) → the same between backticks, line by line. */
import { pushAll } from '../../model/lists.js'
import { isBlank, type Line, type Repair } from '../lines.js'

/** What stands for the lines from one on. */
interface Found {
  readonly lines: readonly Line[]
  readonly taken: number
}

type Way = (lines: readonly Line[], at: number) => Found | undefined

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/
/** Lines. */
const longestCode = 400

const mayHold = /^ {0,3}(?:\[source\b|:::[a-z]|<<<[ \t]+\S|@\[code|[`~]{3}.*\bmagic-move\b)/i

/** The same without the fences of several pieces of code that are shown one after the other: within them, others are words of no code. */
export function withoutMoves(texts: readonly string[]): readonly string[] {
  if (!texts.some((text) => /^ {0,3}[`~]{3}.*\bmagic-move\b/.test(text))) return texts
  const lines = texts.map((text, index): Line => ({ text, line: index + 1 }))
  const said = [...texts]
  for (let at = 0; at < lines.length; at++) {
    const found = fence.test(lines[at]?.text ?? '') ? magicMove(lines, at) : undefined
    if (found === undefined) continue
    for (const { text, line } of found.lines) said[line - 1] = text
    at += found.taken - 1
  }
  return said
}

export const fenceOtherCode: Repair = (lines) => {
  if (!lines.some(({ text }) => mayHold.test(text))) return { lines, findings: [] }
  const mended: Line[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]
    if (line === undefined) break
    const found = mayHold.test(line.text) ? firstOf(lines, at) : undefined
    const taken = found?.taken ?? fencedFrom(lines, at)
    pushAll(mended, found?.lines ?? lines.slice(at, at + taken))
    at += taken
  }
  return { lines: mended, findings: [] }
}

function firstOf(lines: readonly Line[], at: number): Found | undefined {
  for (const way of ways) {
    const found = way(lines, at)
    if (found !== undefined) return found
  }
  return undefined
}

/** How many lines a fence that begins there takes; 1 where none does, or nothing closes it. */
function fencedFrom(lines: readonly Line[], at: number): number {
  const [, mark] = fence.exec(lines[at]?.text ?? '') ?? []
  return mark === undefined ? 1 : Math.max(1, closeOf(lines, at, mark) + 1 - at)
}

function closeOf(lines: readonly Line[], at: number, mark: string): number {
  const last = Math.min(lines.length, at + longestCode)
  for (let index = at + 1; index < last; index++) {
    const text = lines[index]?.text.trim() ?? ''
    if (text.startsWith(mark) && text.replaceAll(mark[0] ?? '`', '') === '') return index
  }
  return -1
}

/** Slidev's: code that turns into the code behind it, shown one after the other here. */
const magicMove: Way = (lines, at) => {
  const [, mark = '', info = ''] = fence.exec(lines[at]?.text ?? '') ?? []
  if (!/^\s*(?:md|markdown)\s+magic-move\b/.test(info)) return undefined
  const end = closeOf(lines, at, mark)
  if (!lines.slice(at + 1, Math.max(at, end)).some(({ text }) => fence.test(text))) return undefined
  const blank = (line: Line): Line => ({ ...line, text: '' })
  return {
    lines: lines.slice(at, end + 1).map((line, index) => (index === 0 || index === end - at ? blank(line) : line)),
    taken: end + 1 - at,
  }
}

/** AsciiDoc's: its attributes, perhaps a title with a full stop before it, and code between two rows of dashes. */
const asciiDoc: Way = (lines, at) => {
  const [, words] = /^\[source(?:%[\w%]+)?((?:,[^\]\n]{0,200})?)\][ \t]*$/i.exec(lines[at]?.text ?? '') ?? []
  if (words === undefined) return undefined
  const [, title] = /^\.(\w[^\n]*\S)[ \t]*$/.exec(lines[at + 1]?.text ?? '') ?? []
  const open = at + (title === undefined ? 1 : 2)
  const mark = /^-{4,}(?=[ \t]*$)/.exec(lines[open]?.text ?? '')?.[0]
  const end = mark === undefined ? -1 : closeOf(lines, open, mark)
  if (end < 0) return undefined
  const [, language = '', ...options] = words.split(',').map((word) => word.trim())
  const info = [
    language || 'text',
    ...options,
    ...(title === undefined ? [] : [`title="${title.replaceAll('"', "'")}"`]),
  ]
  return asFence(lines.slice(at, end + 1), info.join(' '), open + 1 - at, end - at)
}

/** Markdown-Extra's, though it is not set in: up to a blank line, or to what closes it. */
const colons: Way = (lines, at) => {
  const [, info] = /^:::([a-z][\w+#-]{0,20}(?:[ \t]+(?:[\w-]+=|\{).*)?)[ \t]*$/.exec(lines[at]?.text ?? '') ?? []
  if (info === undefined || !languages.test(/^[\w+#-]+/.exec(info)?.[0] ?? '')) return undefined
  let end = at + 1
  while (end < lines.length && end < at + longestCode && goesOn(lines, end)) end++
  if (end === at + 1) return undefined
  const isClosed = /^:::[ \t]*$/.test(lines[end]?.text ?? '')
  return asFence(lines.slice(at, end + (isClosed ? 1 : 0)), info, 1, end - at)
}

/** Names of languages: other names in such a place are those of boxes. */
const languages =
  /^(?:python3?|py|pycon|javascript|js|typescript|ts|jsx|tsx|java|kotlin|scala|groovy|ruby|rb|php|perl|go|golang|rust|rs|c|cpp|c\+\+|csharp|c#|cs|objc|swift|bash|sh|shell|zsh|console|powershell|sql|html|css|scss|xml|json|ya?ml|toml|ini|lua|r|julia|haskell|erlang|elixir|clojure|lisp|scheme|ocaml|fsharp|dart|docker|dockerfile|makefile|cmake|diff|text|tex|latex|vim|nginx)$/i

/** A blank line ends it, unless the next one is set in. */
function goesOn(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  if (/^:::[ \t]*$/.test(text)) return false
  return !isBlank(text) || /^[ \t]+\S/.test(lines[at + 1]?.text ?? '')
}

/** Code of a file that could not be had (VitePress, VuePress): its name stands for it. */
const elsewhere: Way = (lines, at) => {
  const line = lines[at]
  const [, path] =
    /^ {0,3}(?:<<<[ \t]+|@\[code[^\]\n]{0,100}\]\()([^\s(){}[\]]{1,300})(?:[ \t]*[{[][^\n]{0,100}[}\]]|\))*[ \t]*$/.exec(
      line?.text ?? '',
    ) ?? []
  if (line === undefined || path === undefined || !/[./]/.test(path)) return undefined
  return { lines: [{ ...line, text: `\`${path.replace(/^@\//, '').replaceAll('`', '')}\`` }], taken: 1 }
}

const ways: readonly Way[] = [magicMove, asciiDoc, colons, elsewhere]

/** @param first the first line of code among these, @param end right behind its last one */
function asFence(lines: readonly Line[], info: string, first: number, end: number): Found {
  const inside = lines.slice(first, end)
  const longest = inside.reduce((most, { text }) => Math.max(most, /^ {0,3}(`{3,})/.exec(text)?.[1]?.length ?? 0), 2)
  const mark = '`'.repeat(longest + 1)
  const [opening] = lines
  const closing = lines.at(-1)
  if (opening === undefined || closing === undefined) return { lines, taken: lines.length }
  return {
    lines: [{ ...opening, text: mark + info }, ...inside, { ...closing, text: mark }],
    taken: lines.length,
  }
}
