/** Lines of notes → the files that they ask for, in order. Reads nothing: whoever may read files does that. */
import { outsideOfCode } from '../slides/outsideOfCode.js'
import type { Ask, Asker, Asking, Placed } from './ask.js'
import { codeFile } from './codeFile.js'
import { excerpt } from './excerpt.js'
import { includeIn, shownLines } from './includeLines.js'
import { slidevPages } from './slidevPages.js'
import { bodyLineOf, withoutHead } from './withoutHead.js'

/** A new way to ask is a line here, and a file. */
const askers: readonly Asker[] = [slidevPages, codeFile, includeLine]

/** Without one of these, notes ask for nothing. */
export const mayAsk = /include|import|FILE:|8<-|!\[\[|\{!|^src:|^ {0,3}<<<[ \t]+\S|@\[code/im

export function asksIn(asking: Asking): readonly Ask[] {
  if (!asking.texts.some((text) => mayAsk.test(text))) return []
  const asks: Ask[] = []
  let free = 0
  for (const index of shownLines(asking.texts)) {
    if (index < free) continue
    for (const asker of askers) {
      const ask = asker(asking, index)
      if (ask === undefined) continue
      asks.push(ask)
      free = ask.at + ask.taken
      break
    }
  }
  return asks
}

function includeLine({ texts, tool }: Asking, at: number): Ask | undefined {
  const text = texts[at] ?? ''
  const found = includeIn(text)
  if (found === undefined) return undefined
  const { path, part, mayBeOther, language, deeper, isEmbedded } = found
  const own = (text: string): Placed => ({ text, line: 1, own: at })
  return {
    at,
    taken: 1,
    by: at,
    path,
    ...(mayBeOther ? { mayBeOther } : {}),
    place: (whole) => {
      const lines = excerpt(whole, part)
      if (lines === undefined) return undefined
      if (language !== undefined) return [own(`#+BEGIN_SRC ${language}`), ...lines, own('#+END_SRC')]
      const body = withoutHead(lines, bodyLineOf(whole))
      const above = isEmbedded && tool === undefined ? levelAbove(texts, at) : 0
      const lower = deeper ?? Math.max(0, above > 0 ? above + 1 - topLevel(body) : 0)
      // Blank lines around it: it is no part of the paragraphs above and below.
      return [own(''), ...closed(lower > 0 ? lowered(body, lower) : body), own('')]
    },
  }
}

const marks = /^(#{1,6})(?=[ \t])|^(={1,6})(?=[ \t])/

/** Lines from the nearest heading above, as far as that is looked for. */
const farthest = 2000

function levelAbove(texts: readonly string[], at: number): number {
  for (let index = at - 1; index >= Math.max(0, at - farthest); index--) {
    const level = marks.exec(texts[index] ?? '')?.[0].length
    if (level !== undefined) return level
  }
  return 0
}

const proseOf = (lines: readonly Placed[]): ReadonlySet<number> =>
  new Set(
    [
      ...outsideOfCode(
        lines.map(({ text }) => text),
        1,
      ),
    ].map(({ line }) => line - 1),
  )

function topLevel(lines: readonly Placed[]): number {
  const prose = proseOf(lines)
  const levels = lines.flatMap(({ text }, index) => (prose.has(index) ? (marks.exec(text)?.[0].length ?? []) : []))
  return levels.reduce((one, other) => Math.min(one, other), 6)
}

/** What is shown within other notes stands below the heading there. */
function lowered(lines: readonly Placed[], by: number): readonly Placed[] {
  const prose = proseOf(lines)
  return lines.map((line, index) => {
    const [mark = ''] = (prose.has(index) && marks.exec(line.text)) || []
    if (mark === '') return line
    const sign = mark[0] ?? '#'
    return { ...line, text: sign.repeat(Math.min(6, mark.length + by)) + line.text.slice(mark.length) }
  })
}

/** A fence that is still open at the end of a file ends there. */
function closed(lines: readonly Placed[]): readonly Placed[] {
  let open = ''
  for (const { text } of lines) {
    const [, mark = ''] = /^\s*(`{3,}|~{3,})/.exec(text) ?? []
    if (open === '') open = mark
    else if (mark.startsWith(open) && /^\s*[`~]+\s*$/.test(text)) open = ''
  }
  return open === '' ? lines : [...lines, { text: open, line: lines.at(-1)?.line ?? 1 }]
}
