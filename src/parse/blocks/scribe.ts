/** What reading blocks needs at hand: lines to look up, text to read, and a place for all that is no block. */

import type { Finding } from '../../model/finding.js'
import type { Aside, Block, Cut, Lines } from '../../model/notes.js'
import { placeOf } from '../../model/text.js'
import { visitInlines } from '../../model/visit.js'
import { type Drawing, withDrawings } from '../html/drawings.js'
import type { HtmlNode, ReadHtml } from '../html/node.js'
import { withPrefix } from '../html/prefixed.js'
import { treeOfTokens } from '../html/tokens.js'
import type { InlineRun } from '../inlineRun.js'
import { type FootnoteMarks, type Leaves, readInlines, readNodes } from '../inlines.js'
import { isBlank, type Line } from '../lines.js'
import { plainTokens, type Token, type Tokens } from '../markdown.js'
import { readComment } from '../speaker/comments.js'
import { joined } from '../textLines.js'
import { FootnoteBook, type FootnoteMark } from './footnotes.js'

export interface Reading {
  /** The lines that the tokens were read from. */
  readonly lines: readonly Line[]
  /** The notes as they were written, line 1 first. */
  readonly written: readonly string[]
  readonly tokens: Tokens
  /** In the order of the marks in the lines. */
  readonly drawings: readonly Drawing[]
  /** Absent where the notes hold no HTML. */
  readonly readHtml: ReadHtml | undefined
  readonly repair: boolean
  /** Comments are the presenter's notes (slides/dialects.ts). */
  readonly isPresented: boolean
  /** The author's own slides: nothing is made of their lines but what they are. */
  readonly isWritten: boolean
  /** Where a line ends, it ends on the slide. */
  readonly breaksLines: boolean
  /** Labels of footnotes that are referred to above the lines. */
  readonly marked: readonly string[]
}

/** What reading one block by itself needs of everything around it. */
export interface Around {
  readonly scribe: Scribe
  readonly repair: boolean
  /** Reads lines of prose that Markdown took for something else; `first` is the index of the first among all lines. */
  readonly prose: (content: readonly string[], first: number) => readonly Block[]
}

/** A run of text: lines, or a tree where tags stand in it. */
export type Flow = { readonly run: InlineRun } | { readonly nodes: readonly HtmlNode[]; readonly leaves: Leaves }

/** `[^a-z]` and `[^0-9]` are patterns. */
const isRange = /^(?:[a-z\d]-[a-z\d])+$/i

/** Beside Chinese, or before words with a space or a capital. */
const openBold =
  /(?<!\*)\*\*(?!\*|\w*(?:args|opts|options|params)\b)(?=\s?[\u3041-\u30ff\u3400-\u9fff]|[A-Z][a-z]|[a-z]+ [a-z])|[\u3041-\u30ff\u3400-\u9fff]\*\*(?!\*)/

function note(places: Map<string, number[]>, what: string, [first, last]: Lines): void {
  const known = places.get(what) ?? []
  for (let line = first; line <= last; line++) known.push(line)
  places.set(what, known)
}

export class Scribe {
  readonly findings: Finding[] = []
  readonly footnotes: FootnoteBook
  /** Asides of the block being read, and cuts that comments are; they follow it. */
  pending: (Aside | Cut)[] = []
  /** Of the last line of code that was numbered. */
  lastNumber = 0
  private readonly lastSolid: readonly number[]
  private emptyHeadings: { line: number; endLine: number; count: number } | undefined
  private readonly droppedTags = new Map<string, number>()
  private droppedAt = 0
  private readonly droppedComments = new Map<string, number[]>()
  private readonly spellings = new Map<string, number[]>()
  private footnoteDepth = 0

  constructor(private readonly reading: Reading) {
    let last = 0
    this.lastSolid = reading.lines.map((line, index) => {
      if (!isBlank(line.text.slice(0, 200)) || line.text.length > 200) last = index
      return last
    })
    this.footnotes = new FootnoteBook(reading.tokens.blocks, (index) => this.lineAt(index))
    for (const label of reading.marked) this.footnotes.mark(label, 0)
  }

  /** Tells what was counted on the way. */
  finish(): void {
    this.endEmptyHeadings()
    for (const [tool, lines] of this.droppedComments)
      this.findings.push({ code: 'comment-dropped', place: { line: lines[0] ?? 1 }, facts: { tool, lines } })
    for (const [spelling, lines] of this.spellings)
      this.findings.push({ code: 'speaker-notes', place: { line: lines[0] ?? 1 }, facts: { spelling, lines } })
    if (this.droppedTags.size === 0) return
    const count = [...this.droppedTags.values()].reduce((sum, one) => sum + one, 0)
    const tag = [...this.droppedTags.keys()].slice(0, 5).map(withPrefix).join(', ')
    this.findings.push({ code: 'html-dropped', place: { line: this.droppedAt }, facts: { tag, count } })
  }

  /** Lines of the notes that a block token stands for, without the blank ones after it. */
  linesOf(token: Token): Lines {
    if (token.map === null) return [1, 1]
    const first = this.lineAt(token.map[0])
    return [
      first,
      Math.max(first, this.lineAt(this.lastSolid[Math.max(token.map[0], token.map[1] - 1)] ?? token.map[0])),
    ]
  }

  /** Line of the notes for a line that Markdown read. */
  lineAt(index: number): number {
    return this.reading.lines[index]?.line ?? this.reading.lines.at(-1)?.line ?? 1
  }

  readonly written = (line: number): string => this.reading.written[line - 1] ?? ''

  /** Reads a run of text; what in it is not for the slide waits in `pending`. */
  inlines(text: string, lines: Lines): InlineRun {
    const flow = this.flow(text, lines)
    return 'run' in flow ? flow.run : this.run(flow.nodes, flow.leaves, lines)
  }

  /** The same, where tags may make more of it than a run. */
  flow(text: string, lines: Lines): Flow {
    const tokens = this.reading.tokens.inline(text)
    for (const token of tokens) if (token.type === 'code_inline') token.content = this.asCode(token.content)
    const nodes = this.reading.readHtml ? treeOfTokens(tokens, this.reading.readHtml) : undefined
    const { drawings } = this.reading
    if (nodes)
      return { nodes, leaves: { tokens, drawings, text: (node) => plainTokens(node.text.replaceAll('\n', '')) } }
    const run = this.kept(readInlines(tokens, this.marksAt(lines)), lines)
    if (text.includes('[^') && !text.includes('\\[^')) this.reportUndefined(run, lines[0])
    if (text.includes('**') && !text.includes('\\*')) this.reportOpen(run, lines[0])
    return { run }
  }

  /** Nodes that stand in a line. */
  run(nodes: readonly HtmlNode[], leaves: Leaves, lines: Lines): InlineRun {
    return this.kept(readNodes(nodes, leaves, this.marksAt(lines)), lines)
  }

  /** For a block of HTML, which holds no tokens: the text between its tags is read as Markdown. */
  get htmlLeaves(): Leaves {
    const { drawings, tokens } = this.reading
    return { tokens: [], drawings, text: ({ written }) => tokens.inline(written) }
  }

  /** What is code shows drawings as they are written. */
  readonly asCode = (text: string): string => withDrawings(text, this.reading.drawings)

  private marksAt(lines: Lines): FootnoteMarks {
    return {
      named: (label) => this.footnotes.mark(label, lines[0]),
      inPlace: (note) => this.footnoteInPlace(note, lines),
    }
  }

  private kept(run: InlineRun, lines: Lines): InlineRun {
    for (const aside of run.asides) this.pending.push({ kind: 'aside', ...aside, lines })
    for (const comment of run.comments) this.takeComment(comment, lines)
    for (const tag of run.dropped) this.noteDropped(tag, lines[0])
    for (const tag of run.hidden) this.noteHidden(tag, lines)
    return run
  }

  private takeComment(text: string, lines: Lines): void {
    if (text.trim() === '') return
    const comment = readComment(text, this.reading.isPresented)
    if (comment.kind === 'note') {
      if (comment.text !== '') this.pending.push({ kind: 'aside', origin: comment.origin, text: comment.text, lines })
      if (comment.spelling !== undefined) note(this.spellings, comment.spelling, [lines[0], lines[0]])
    }
    if (comment.kind === 'step') this.pending.push({ kind: 'aside', origin: 'comment', text: comment.text, lines })
    if (comment.kind === 'cut') this.pending.push({ kind: 'cut', lines })
    if (comment.kind === 'dropped') note(this.droppedComments, comment.tool, lines)
  }

  noteHidden(tag: string, lines: Lines): void {
    this.findings.push({ code: 'html-dropped', place: placeOf(lines), facts: { tag, count: 1, withContent: true } })
  }

  /** Titles of pictures that stand inside text; a picture of its own carries its title as caption. */
  keepTitles(run: InlineRun, blocks: readonly Block[], lines: Lines): void {
    const shown = new Set(blocks.map((block) => (block.kind === 'picture' ? block.caption : '')))
    for (const title of run.titles.values())
      if (!shown.has(title)) this.pending.push({ kind: 'aside', origin: 'written', text: title, lines })
  }

  /** Keeps the text of a footnote written in place. */
  private footnoteInPlace(text: string, lines: Lines): FootnoteMark | undefined {
    if (this.footnoteDepth > 1) return undefined
    const mark = this.footnotes.markInPlace()
    this.footnoteDepth++
    const inlines = joined(this.inlines(text, lines).lines)
    this.footnoteDepth--
    this.footnotes.define(mark.label, [{ kind: 'paragraph', inlines, lines }], lines)
    return mark
  }

  /** What looks like the mark of a footnote, and nothing says what it means. */
  private reportUndefined(run: InlineRun, line: number): void {
    const inText = (text: string): void => {
      for (const [, label = ''] of text.matchAll(/\[\^([\p{L}\p{N}][\p{L}\p{N}_-]{0,39})\]/gu))
        if (!isRange.test(label)) this.findings.push({ code: 'footnote-undefined', place: { line }, facts: { label } })
    }
    for (const { inlines } of run.lines)
      visitInlines(inlines, (inline) => inline.kind === 'text' && inText(inline.text))
  }

  /** Bold that is never closed, or closed behind a space, once a paragraph; powers, `**kwargs` and patterns of files are none. */
  private reportOpen({ lines }: InlineRun, line: number): void {
    const text = lines.flatMap(({ inlines }) =>
      inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.text] : [])),
    )
    const open = text.find((said) => openBold.test(said))
    if (open !== undefined)
      this.findings.push({ code: 'bold-open', place: { line }, facts: { text: open.trim().slice(0, 80) } })
  }

  noteDropped(tag: string, line: number): void {
    if (this.droppedTags.size === 0) this.droppedAt = line
    this.droppedTags.set(tag, (this.droppedTags.get(tag) ?? 0) + 1)
  }

  noteEmptyHeading(lines: Lines): void {
    this.emptyHeadings ??= { line: lines[0], endLine: lines[1], count: 0 }
    this.emptyHeadings.count++
    this.emptyHeadings.endLine = lines[1]
  }

  endEmptyHeadings(): void {
    const run = this.emptyHeadings
    if (run === undefined) return
    const place = run.count === 1 ? { line: run.line } : placeOf([run.line, run.endLine])
    this.findings.push({ code: 'heading-empty', place, facts: { count: run.count } })
    this.emptyHeadings = undefined
  }
}
