/** `.class[text]`, over one line or several → the text. Those that stand side by side are read by boxes/brackets.ts. */
import type { Line } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'

/** Right behind a word as well. */
const opening = /(?<![.\\])(?:\.[a-z][\w-]{0,40}){1,6}\[/gi

const sideBySide =
  /^\.(?:left-col(?:umn)?|right-col(?:umn)?|pull-left|pull-right|col(?:umn)?(?:-\d{1,2})?|(?:left|right)-\d{1,2})\[/i

/** Brackets are counted from one box to its end; one that never closes is text. */
export function withoutBoxes(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => text.includes('['))) return lines
  const masked = lines.map(({ text, isCode }) => (isCode ? '' : withoutCode(text)))
  const gone = new Map<number, { from: number; to: number }[]>()
  /** Boxes and other brackets that are open; a box has the place of its sign. */
  const open: ({ line: number; from: number; to: number } | undefined)[] = []
  for (const [at, text] of masked.entries()) {
    const starts = new Map([...text.matchAll(opening)].map((found) => [found.index + found[0].length - 1, found.index]))
    for (let column = text.search(/[[\]]/); column >= 0 && column < text.length; column++) {
      if (text[column] === '[') {
        const from = starts.get(column)
        open.push(
          from === undefined || sideBySide.test(text.slice(from)) ? undefined : { line: at, from, to: column + 1 },
        )
      } else if (text[column] === ']') {
        const box = open.pop()
        if (box === undefined) continue
        const places = (line: number) => gone.get(line) ?? gone.set(line, []).get(line) ?? []
        places(box.line).push({ from: box.from, to: box.to })
        places(at).push({ from: column, to: column + 1 })
      }
    }
  }
  if (gone.size === 0) return lines
  return lines.map((line, at) => {
    const places = gone.get(at)
    if (places === undefined) return line
    let text = ''
    let done = 0
    for (const { from, to } of places.sort((one, other) => one.from - other.from)) {
      text += line.text.slice(done, from)
      done = to
    }
    return { ...line, text: text + line.text.slice(done) }
  })
}
