/** Another way to write notes than Markdown: how it is told from others, and what of it is what in Markdown. */
import { asComment, type Line } from '../lines.js'

export interface Origin {
  /** As people call it. */
  readonly name: string
  /** Where it is nowhere in the text, that is something else. */
  readonly sign: RegExp
  /** @param texts lines outside of fences: has some of them a sign that no Markdown has? */
  readonly is: (texts: readonly string[]) => boolean
  /** It has no lines: whole pages stand in one. */
  readonly takesLongLines?: true
  /** Writes each line as Markdown has it. */
  readonly write: (lines: readonly Line[], pen: Pen) => void
  /** Marks beside the words of a line, which Markdown would show as words. */
  readonly marks: readonly RegExp[]
}

/** Takes lines down one by one, and knows which of the notes said nothing to a reader. */
export class Pen {
  readonly lines: Line[] = []
  readonly dropped: number[] = []

  put(text: string, line: Line, more: Partial<Line> = {}): void {
    this.lines.push({ ...line, ...more, text })
  }

  /** What only tells a program something. */
  drop(line: Line): void {
    this.dropped.push(line.line)
  }

  /** What stands in a fence: every line as it is. */
  code(
    language: string,
    inside: readonly Line[],
    around: { readonly first: Line; readonly last: Line; readonly indent?: string },
  ): void {
    const { first, last, indent = '' } = around
    const longest = inside.reduce((most, { text }) => Math.max(most, /^\s*(`{3,})/.exec(text)?.[1]?.length ?? 0), 2)
    const mark = '`'.repeat(longest + 1)
    this.put(`${indent}${mark}${language}`, first)
    for (const line of inside) this.put(line.text, line)
    this.put(`${indent}${mark}`, last)
  }

  /** Nobody but the author reads it: a comment of HTML. */
  comment(inside: readonly Line[]): void {
    for (const line of inside) if (line.text.trim() !== '') this.put(asComment(line.text), line)
  }
}

/** The texts of a line outside of code, changed; code and addresses in `[…](…)` stay. */
export function outsideCode(text: string, change: (piece: string) => string): string {
  return text
    .split(/(`+[^`]*`+)/)
    .map((piece) => (piece.startsWith('`') ? piece : change(piece)))
    .join('')
}

/** Index of the first line from here on that is such; the end where none is, or within so many lines. */
export function endOfBlock(lines: readonly Line[], from: number, end: RegExp, most = 600): number | undefined {
  for (let at = from; at < Math.min(lines.length, from + most); at++) if (end.test(lines[at]?.text ?? '')) return at
  return undefined
}

/** Kinds of boxes in other tools → those of Markdown's callouts. */
export const boxKind = (name: string): string => {
  const kind = name.toLowerCase()
  return kind === 'attention' || kind === 'error'
    ? 'warning'
    : kind === 'seealso' || kind === 'admonition'
      ? 'note'
      : kind
}
