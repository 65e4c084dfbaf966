/** Pieces of text, and marks that open and close around them → inlines, line by line, and what is said beside them. */
import type { Inline, MarkKind, SpeakerNote } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { isSafeLink } from './safeLink.js'
import { type TextLine, trimmed } from './textLines.js'

export interface InlineRun {
  readonly lines: readonly TextLine[]
  /** Speaker notes and titles of links: not for the slide. */
  readonly asides: readonly SpeakerNote[]
  /** Names of HTML's elements of which only the text is left. */
  readonly dropped: readonly string[]
  /** What comments hold. */
  readonly comments: readonly string[]
  /** Of those of which nothing is left. */
  readonly hidden: readonly string[]
  /** Titles of pictures. */
  readonly titles: ReadonlyMap<Inline, string>
}

export type Container = MarkKind | 'link' | 'abbreviation' | 'code' | 'plain'

interface Frame {
  readonly kind: Container
  /** Where it leads, or what it stands for. */
  readonly says: string
  /** What closes it. */
  readonly closer: string
  readonly children: Inline[]
}

/** Emphasis nested deeper than this goes on flat. */
const deepest = 40

export class RunBuilder {
  /** Ends of lines so far. */
  offset = 0
  readonly comments: string[] = []
  readonly dropped: string[] = []
  readonly hidden: string[] = []
  readonly titles = new Map<Inline, string>()
  private readonly asides: SpeakerNote[] = []
  private readonly lines: TextLine[] = []
  private readonly stack: Frame[] = []
  private current: Inline[] = []
  private lineOffset = 0

  /** Within a mark or a link. */
  get isInside(): boolean {
    return this.stack.length > 0
  }

  get isCode(): boolean {
    return this.stack.some(({ kind }) => kind === 'code')
  }

  /** Nothing stands in this line yet. */
  get isNewLine(): boolean {
    return !this.isInside && this.current.length === 0
  }

  finish(): InlineRun {
    while (this.isInside) this.closeTop()
    this.endLine()
    const { lines, asides, comments, dropped, hidden, titles } = this
    return { lines, asides, comments, dropped, hidden, titles }
  }

  push(inline: Inline): void {
    const target = this.stack.at(-1)?.children ?? this.current
    const last = target.at(-1)
    if (inline.kind === 'text') {
      if (inline.text === '') return
      if (last?.kind === 'text') {
        target[target.length - 1] = { kind: 'text', text: last.text + inline.text }
        return
      }
    }
    target.push(inline)
  }

  /** What was pushed last: of a new line, at the end of the one before. */
  last(): Inline | undefined {
    return (this.isNewLine ? this.lines.at(-1)?.inlines : (this.stack.at(-1)?.children ?? this.current))?.at(-1)
  }

  replaceLast(by: Inline): void {
    const last = this.last()
    const title = last && this.titles.get(last)
    if (title !== undefined) this.titles.set(by, title)
    const line = this.lines.at(-1)
    if (!this.isNewLine) (this.stack.at(-1)?.children ?? this.current).splice(-1, 1, by)
    else if (line) this.lines[this.lines.length - 1] = { ...line, inlines: [...line.inlines.slice(0, -1), by] }
  }

  /** @param closer what closeFrame will be asked for */
  openFrame(kind: Container, says: string, closer: string): void {
    const flat = this.stack.length >= deepest
    this.stack.push({ kind: flat ? 'plain' : kind, says, closer, children: [] })
  }

  openLink(href: string, closer: string): void {
    this.openFrame(isSafeLink(href) && href.trim() !== '' ? 'link' : 'plain', href.trim(), closer)
  }

  /** Closes the frame and those left open in it; a closer without an opener is nothing. */
  closeFrame(closer: string): void {
    if (!this.stack.some((frame) => frame.closer === closer)) return
    while (this.stack.at(-1)?.closer !== closer) this.closeTop()
    this.closeTop()
  }

  /** What is taken meanwhile stands in it. */
  within(kind: Container, says: string, take: () => void): void {
    const depth = this.stack.length
    this.openFrame(kind, says, '')
    take()
    while (this.stack.length > depth) this.closeTop()
  }

  private closeTop(): void {
    const frame = this.stack.pop()
    if (frame === undefined || frame.children.length === 0) return
    const { kind, says, children } = frame
    if (kind === 'plain') for (const child of children) this.push(child)
    else if (kind === 'link') this.push({ kind, href: says, children })
    else if (kind === 'abbreviation') this.push({ kind, title: says, children })
    else if (kind === 'code') this.push({ kind, text: plainText(children).replace(/\s+/g, ' ') })
    else this.push({ kind, children })
  }

  endLine(): void {
    const inlines = trimmed(this.current)
    if (inlines.length > 0) this.lines.push({ inlines, text: plainText(inlines).trim(), offset: this.lineOffset })
    this.current = []
    this.lineOffset = this.offset
  }

  addAside(text: string): void {
    if (text.trim() !== '') this.asides.push({ text: text.trim(), origin: 'written' })
  }
}
