/** Lines with columns and steps in them, however they are spelled → the same lines with marks that the reader of blocks knows. */
import { fenceStarts } from '../fences.js'
import { isBlank, type Line, type Repair } from '../lines.js'
import type { BoxMark, Piece, Spelling } from './box.js'
import { settleBoxes } from './settle.js'
import { multiColumn } from './signs.js'
import { spellings } from './spellings.js'
import { type BoxNode, growBoxes, type Spot } from './tree.js'

export const markBoxes: Repair = (lines) => {
  const known = spellings.filter(({ needs, sign }) => lines.some(({ text }) => text.includes(needs) && sign.test(text)))
  if (known.length === 0) return { lines, findings: [] }
  const settings = known.includes(multiColumn) ? settingsIn(lines) : new Set<Line>()
  const marked = marksIn(
    lines.filter((line) => !settings.has(line)),
    known,
  )
  const [first] = settings
  if (first === undefined) return { lines: marked, findings: [] }
  const facts = { tool: 'Multi-Column Markdown', lines: [...settings].map(({ line }) => line) }
  return { lines: marked, findings: [{ code: 'comment-dropped', place: { line: first.line }, facts }] }
}

/** Fences by which Obsidian's columns say how they look. */
function settingsIn(lines: readonly Line[]): ReadonlySet<Line> {
  const settings = new Set<Line>()
  const starts = fenceStarts(lines)
  let isInside = false
  for (const [index, line] of lines.entries()) {
    if (starts.has(index)) isInside = /^[`~]{3,}[ \t]*(?:column-)?settings[ \t]*$/.test(line.text)
    if (!line.isCode) isInside = false
    if (isInside) settings.add(line)
  }
  return settings
}

function marksIn(lines: readonly Line[], known: readonly Spelling[]): readonly Line[] {
  const { roots, pieces } = growBoxes(lines, known)
  const isApart = (one: BoxNode, other: BoxNode): boolean => {
    for (let at = one.end.line + 1; at < other.start.line; at++) if (!isBlank(lines[at]?.text ?? '')) return true
    const [from, to] = [one.end, other.start]
    return (
      hasText(pieces.get(from.line), from.piece + 1, from.line === to.line ? to.piece : undefined) ||
      (from.line !== to.line && hasText(pieces.get(to.line), 0, Math.max(0, to.piece)))
    )
  }
  const script = new Script()
  for (const node of settleBoxes(roots, isApart)) script.add(node)
  return script.isEmpty ? lines : script.write(lines, pieces)
}

const hasText = (pieces: readonly Piece[] | undefined, from: number, to?: number): boolean =>
  (pieces ?? []).slice(from, to).some(({ kind }) => kind === 'text')

/** What is to be written where. */
class Script {
  /** By line, and by piece on it: the marks that stand there. */
  private readonly marks = new Map<number, Map<number, BoxMark[]>>()
  /** Spots of boxes that say something, or nothing: their signs are not shown. */
  private readonly silent = new Set<string>()
  /** First and last line of what is set in, with the columns that it is set in by. */
  private readonly setIn: { readonly first: number; readonly last: number }[] = []

  get isEmpty(): boolean {
    return this.silent.size === 0
  }

  add(node: BoxNode, isInside = false): void {
    const { box, start, end, children, spelling } = node
    const says = box.kind !== 'plain' && box.kind !== 'foreign'
    if (says) this.mark(start, { opens: box })
    // Tags that say nothing of columns are somebody else's; the signs of the other spellings are never words.
    const isSilent = says || (box.kind === 'plain' && (isInside || spelling.name !== 'tags'))
    if (isSilent) for (const { line, piece } of [start, end]) this.silent.add(`${line}:${piece}`)
    if (says && spelling.name === 'tags') this.setIn.push({ first: start.line + 1, last: end.line })
    for (const child of children) this.add(child, isInside || says)
    if (says) this.mark(end, { closes: true })
  }

  private mark({ line, piece }: Spot, mark: BoxMark): void {
    const onLine = this.marks.get(line) ?? new Map<number, BoxMark[]>()
    this.marks.set(line, onLine)
    const here = onLine.get(piece) ?? []
    onLine.set(piece, here)
    here.push(mark)
  }

  write(lines: readonly Line[], pieces: ReadonlyMap<number, readonly Piece[]>): readonly Line[] {
    const written: Line[] = []
    const margins = this.marginsOf(lines, pieces)
    for (const [index, line] of lines.entries()) {
      this.writeMarks(line, this.marks.get(index)?.get(-1), written)
      const parts = pieces.get(index) ?? []
      const isOurs = parts.some((_, piece) => this.silent.has(`${index}:${piece}`))
      if (isOurs) this.writePieces(index, line, parts, written)
      else written.push(setOut(line, margins.get(index) ?? 0))
    }
    const last = lines.at(-1)
    if (last) this.writeMarks(last, this.marks.get(lines.length)?.get(-1), written)
    return written
  }

  private writePieces(index: number, line: Line, pieces: readonly Piece[], written: Line[]): void {
    for (const [at, piece] of pieces.entries()) {
      const marks = this.marks.get(index)?.get(at)
      if (marks) this.writeMarks(line, marks, written)
      if (piece.kind === 'text') written.push({ text: piece.text.trim(), line: line.line })
      else if (this.silent.has(`${index}:${at}`)) written.push({ text: '', line: line.line })
      else written.push({ ...line, text: piece.written })
    }
  }

  private writeMarks({ line }: Line, marks: readonly BoxMark[] | undefined, written: Line[]): void {
    for (const box of marks ?? [])
      written.push({ text: '', line }, { text: '***', line, verbatim: true, box }, { text: '', line })
  }

  /** What stands in tags is often set in below them, and would be code. */
  private marginsOf(
    lines: readonly Line[],
    pieces: ReadonlyMap<number, readonly Piece[]>,
  ): ReadonlyMap<number, number> {
    const margins = new Map<number, number>()
    for (const { first, last } of this.setIn) {
      let least = Number.POSITIVE_INFINITY
      for (let at = first; at < last; at++) {
        const text = lines[at]?.text ?? ''
        if (!isBlank(text) && !pieces.has(at)) least = Math.min(least, text.length - text.trimStart().length)
      }
      // Inner boxes come later, and say it more closely.
      for (let at = first; at < last; at++) margins.set(at, Number.isFinite(least) ? least : 0)
    }
    return margins
  }
}

const setOut = (line: Line, margin: number): Line =>
  margin === 0 || isBlank(line.text.slice(0, margin)) === false ? line : { ...line, text: line.text.slice(margin) }
