/** Tokens of Markdown → blocks of the model, each with the lines of the notes it comes from. */

import { type CalloutType, calloutType } from '../../model/callouts.js'
import type { Finding } from '../../model/finding.js'
import { pushAll } from '../../model/lists.js'
import type { Block, Heading, Inline, Lines, TableCell } from '../../model/notes.js'
import { once } from '../../model/once.js'
import { linesOf, plainText } from '../../model/text.js'
import type { Around as AroundHtml, Place } from '../html/around.js'
import { readHtmlBlocks } from '../html/blocks.js'
import type { HtmlNode } from '../html/node.js'
import { asCell } from '../html/tables.js'
import type { InlineRun } from '../inlineRun.js'
import type { Leaves } from '../inlines.js'
import { isBlank } from '../lines.js'
import type { Token } from '../markdown.js'
import { readCalloutMark } from '../repairs/calloutMarks.js'
import { joined } from '../textLines.js'
import { readAttributes } from './attributes.js'
import { asBlocks, type BoxPart, type Opened } from './boxes.js'
import { readFence, readIndented } from './code.js'
import type { FootnoteBook } from './footnotes.js'
import { isFormulaFence, readFormula } from './formulas.js'
import { isComment, readSpan } from './htmlBlock.js'
import { type ListSource, readDefinitions, readList } from './lists.js'
import { referredLabels } from './marks.js'
import { readParagraph } from './paragraphs.js'
import { type Around, type Reading, Scribe } from './scribe.js'
import { readTable } from './tables.js'

export interface BlocksRead {
  readonly blocks: readonly Block[]
  /** They still have to find their place. */
  readonly footnotes: FootnoteBook
  readonly findings: readonly Finding[]
}

/** Mail quotes mail that quotes mail; deeper quotes go on at this depth, as each takes room from the slide. */
const deepestQuote = 4

/** What may hold nothing but a line of text, and how that ends. */
const holders = new Map([
  ['list_item_open', 'list_item_close'],
  ['dd_open', 'dd_close'],
])

/** `[!NOTE]`, `[!tip]- Title`, `[!warning|red]`: the first line of a quote. */
const calloutHead = once(() => /^\[!([\p{L}][\p{L}\d_-]{0,30})(?:\|[^\]\n]{0,40})?\][-+]?[ \t]*([^\n]*)(?:\n|$)/u)

export const readBlocks = (reading: Reading): BlocksRead => new BlockReader(reading).read()

class BlockReader {
  private at = 0
  private readonly tokens: readonly Token[]
  private readonly scribe: Scribe
  /** The heading right above, until anything else comes. */
  private heading: string | undefined
  /** Text whose first line says what kind of callout it stands in: what is left of it, below that line. */
  private readonly shortened = new Map<Token, string>()
  private labels: ReadonlySet<string> | undefined
  /** Quotes that are open around what is being read. */
  private quotes = 0
  private readonly listSource: ListSource = {
    next: () => this.next(),
    text: (lines) => this.nextText(lines),
    linesOf: (token) => this.scribe.linesOf(token),
    written: (token) => this.reading.lines[token.map?.[0] ?? -1],
    itemUntil: (closer) => {
      const asides = this.scribe.pending
      this.scribe.pending = []
      const blocks = this.blocksUntil(closer, 'item')
      this.scribe.pending = asides
      return blocks
    },
  }

  constructor(private readonly reading: Reading) {
    this.tokens = reading.tokens.blocks
    this.scribe = new Scribe(reading)
  }

  read(): BlocksRead {
    const blocks = this.blocksUntil(undefined, 'page')
    this.scribe.finish()
    return { blocks, footnotes: this.scribe.footnotes, findings: this.scribe.findings }
  }

  private blocksUntil(closer: string | undefined, place: Place): readonly Block[] {
    const blocks: Block[] = []
    for (let token = this.next(); token !== undefined && token.type !== closer; token = this.next()) {
      for (const block of this.withAsides(this.readBlock(token, place)))
        if (block.kind !== 'cut' || place === 'page') blocks.push(block)
    }
    return blocks
  }

  /** The token that comes next, which is read by that. */
  private next(): Token | undefined {
    return this.tokens[this.at++]
  }

  private readBlock(token: Token, place: Place): readonly Block[] {
    const lines = this.scribe.linesOf(token)
    switch (token.type) {
      case 'heading_open':
        return this.readHeading(token, lines, place)
      case 'paragraph_open':
        return this.readText(lines, place)
      case 'reference_definition':
        return this.readReference(token, lines)
      case 'footnote_reference_open':
        return this.readFootnote(String(token.meta?.['label']))
    }
    this.beginContent(place)
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [readList(token, lines, this.listSource)]
      case 'blockquote_open':
        return this.readQuote(lines)
      case 'callout_open':
        return this.readCallout(token, lines)
      case 'fence':
        return isFormulaFence(token) && !isBlank(token.content)
          ? readFormula(token, lines)
          : readFence(token, lines, this.scribe)
      case 'code_block':
        return readIndented(token, lines, this.around(place))
      case 'html_block':
        return this.readHtml(token, lines, place)
      case 'table_open':
        return this.readTableRows(token, lines)
      case 'dl_open':
        return [readDefinitions(lines, this.listSource)]
      case 'hr': {
        const { box, slide } = this.reading.lines[token.map?.[0] ?? -1] ?? {}
        if (box) return 'opens' in box ? this.readBox(box.opens, lines, place) : []
        return place === 'page' ? [{ kind: 'cut', ...(slide ? { slide } : {}), lines }] : []
      }
      default:
        return []
    }
  }

  /** What stands up to the mark that closes it. */
  private readBox(box: Opened, lines: Lines, place: Place): readonly Block[] {
    const inside: BoxPart[] = []
    for (let token = this.next(); token !== undefined; token = this.next()) {
      const mark = this.reading.lines[token.map?.[0] ?? -1]?.box
      if (mark && 'closes' in mark) break
      if (mark?.opens.kind === 'column' && box.kind === 'columns')
        inside.push({ column: mark.opens, blocks: this.readBox(mark.opens, lines, 'column') })
      else inside.push({ blocks: this.withAsides(this.readBlock(token, box.kind === 'steps' ? place : 'column')) })
    }
    return asBlocks(box, inside, lines)
  }

  private readFootnote(written: string): readonly Block[] {
    const label = this.scribe.footnotes.open(written)
    const blocks = this.blocksUntil('footnote_reference_close', 'item')
    const lines = linesOf(blocks)
    if (lines) this.scribe.footnotes.define(label, blocks, lines)
    return []
  }

  private beginContent(place: Place): void {
    if (place !== 'page') return
    this.heading = undefined
    this.scribe.endEmptyHeadings()
  }

  /** The inline token that comes next, read; what is not for the slide waits in `pending`. */
  private nextInlines(lines: Lines): InlineRun {
    return this.scribe.inlines(this.nextContent(), lines)
  }

  private nextContent(): string {
    const token = this.next()
    return token?.type === 'inline' ? (this.shortened.get(token) ?? token.content) : ''
  }

  /** The same as one run, with the titles of its links kept. */
  private nextText(lines: Lines): readonly Inline[] {
    return this.joinedText(this.nextInlines(lines), lines)
  }

  private joinedText(run: InlineRun, lines: Lines): readonly Inline[] {
    this.scribe.keepTitles(run, [], lines)
    return joined(run.lines)
  }

  private readHeading(token: Token, lines: Lines, place: Place): readonly Block[] {
    const run = this.nextInlines(lines)
    this.at++
    const { inlines, attributes, unknown } = readAttributes(joined(run.lines))
    this.scribe.keepTitles(run, [], lines)
    for (const name of unknown)
      this.scribe.findings.push({ code: 'setting-unknown', place: { line: lines[0] }, facts: { name } })
    // Of a written slide: `## {background=a.jpg}` has no title, and asks for something.
    if (inlines.length === 0 && !(attributes && place === 'page' && this.reading.isWritten)) {
      if (place === 'page') this.scribe.noteEmptyHeading(lines)
      return []
    }
    this.beginContent(place)
    // A heading inside a quote or a list item opens no slide.
    if (place !== 'page' && place !== 'column')
      return [{ kind: 'paragraph', inlines: [{ kind: 'strong', children: inlines }], lines }]
    if (place === 'page') this.heading = plainText(inlines)
    const inferred = this.reading.lines[token.map?.[0] ?? -1]?.inferred
    const heading: Heading = {
      kind: 'heading',
      level: Number(token.tag.slice(1)),
      inlines,
      ...(inferred === undefined ? {} : { inferred }),
      ...(attributes === undefined ? {} : { attributes }),
      lines,
    }
    return [heading]
  }

  private readText(lines: Lines, place: Place): readonly Block[] {
    const inline = this.tokens[this.at]
    const above = inline && this.shortened.has(inline) ? 1 : 0
    const first = (this.tokens[this.at - 1]?.map?.[0] ?? 0) + above
    const flow = this.scribe.flow(this.nextContent(), lines)
    this.at++
    const alone = holders.get(this.tokens[this.at - 4]?.type ?? '') === this.tokens[this.at]?.type
    const lineOf = (offset: number): number => this.scribe.lineAt(first + offset)
    if ('run' in flow) return this.paragraph(flow.run, lines, place, { alone, lineOf })
    return readHtmlBlocks(flow.nodes, place, this.aroundHtml(flow.leaves, lines, { alone, lineOf }))
  }

  private paragraph(
    run: InlineRun,
    lines: Lines,
    place: Place,
    { alone, lineOf, flows = false }: { alone: boolean; lineOf: (offset: number) => number; flows?: boolean },
  ): readonly Block[] {
    const heading = place === 'page' ? this.heading : undefined
    this.beginContent(place)
    const blocks = readParagraph(run, {
      place: place === 'column' ? 'page' : place,
      repair: this.reading.repair,
      isWritten: this.reading.isWritten,
      breaksLines: this.reading.breaksLines,
      heading,
      flows,
      alone,
      lineOf,
      lastLine: lines[1],
      written: this.scribe.written,
      report: (finding) => this.scribe.findings.push(finding),
    })
    this.scribe.keepTitles(run, blocks, lines)
    return blocks
  }

  private readQuote(lines: Lines): readonly Block[] {
    const first = this.tokens[this.at]?.type === 'paragraph_open' ? this.tokens[this.at + 1] : undefined
    const [head, name = '', title = ''] = calloutHead().exec(first?.content ?? '') ?? []
    if (first === undefined || head === undefined) {
      this.quotes++
      const blocks = this.blocksUntil('blockquote_close', 'quote')
      this.quotes--
      return blocks.length === 0 || this.quotes >= deepestQuote ? blocks : [{ kind: 'quote', blocks, lines }]
    }
    this.shortened.set(first, first.content.slice(head.length))
    const type = calloutType(name)
    const said = type === undefined && title === '' ? name : title
    return this.callout(type ?? 'note', said, lines, 'blockquote_close')
  }

  /** What a repair set between two marks. */
  private readCallout({ content }: Token, lines: Lines): readonly Block[] {
    const { type, title } = readCalloutMark(content)
    if (type !== undefined) return this.callout(type, title, lines, 'callout_close')
    const blocks = this.blocksUntil('callout_close', 'quote')
    return blocks.length === 0 ? [] : [{ kind: 'quote', blocks, lines }]
  }

  private callout(type: CalloutType, written: string, lines: Lines, closer: string): readonly Block[] {
    const title = written === '' ? [] : this.joinedText(this.scribe.inlines(written, [lines[0], lines[0]]), lines)
    const asides = this.scribe.pending
    this.scribe.pending = []
    const blocks = this.blocksUntil(closer, 'quote')
    this.scribe.pending = asides
    if (blocks.length === 0 && title.length === 0) return []
    return [{ kind: 'callout', type, ...(title.length > 0 ? { title } : {}), blocks, lines }]
  }

  /** A block of HTML, with all that stands before what it opens is closed. */
  private readHtml(token: Token, lines: Lines, place: Place): readonly Block[] {
    const { readHtml } = this.reading
    const first = token.map?.[0] ?? 0
    if (isComment(token.content) || readHtml === undefined) {
      const run = this.scribe.inlines(token.content, lines)
      const lineOf = (offset: number): number => this.scribe.lineAt(first + offset)
      return run.lines.length === 0 ? [] : this.paragraph(run, lines, place, { alone: false, lineOf })
    }
    const block = (at: number, onPage: boolean) => {
      this.at = at
      const next = this.next()
      const blocks = next ? this.withAsides(this.readBlock(next, onPage ? place : 'item')) : []
      return { next: this.at, blocks }
    }
    const { pieces, lineIndices, said, next } = readSpan({ tokens: this.tokens, at: this.at - 1, block })
    this.at = next
    const lineOf = (line: number): number => this.scribe.lineAt(lineIndices[line] ?? lineIndices.at(-1) ?? first)
    const around = this.aroundHtml(this.scribe.htmlLeaves, lines, { alone: false, lineOf, said, flows: true })
    return readHtmlBlocks(readHtml(pieces), place, around)
  }

  private aroundHtml(
    leaves: Leaves,
    whole: Lines,
    {
      alone,
      lineOf,
      said = [],
      flows = false,
    }: {
      alone: boolean
      lineOf: (line: number) => number
      said?: readonly (readonly Block[])[]
      flows?: boolean
    },
  ): AroundHtml {
    const linesOf = (nodes: readonly HtmlNode[]): Lines => {
      const [from, to] = [nodes[0], nodes.at(-1)]
      if (from === undefined || to === undefined) return whole
      const first = lineOf(from.line)
      return [first, Math.max(first, lineOf(to.endLine))]
    }
    return {
      linesOf,
      paragraphs: (nodes, place) => {
        const lines = linesOf(nodes)
        const below = nodes[0]?.line ?? 0
        const run = this.scribe.run(nodes, leaves, lines)
        const blocks = this.paragraph(run, lines, place, { alone, flows, lineOf: (offset) => lineOf(below + offset) })
        return this.withAsides(blocks)
      },
      inlines: (nodes) => this.joinedText(this.scribe.run(nodes, leaves, linesOf(nodes)), linesOf(nodes)),
      said: (hole) => said[hole] ?? [],
      aside: (aside) => this.scribe.pending.push(aside),
      drop: (name, lines, withContent) =>
        withContent ? this.scribe.noteHidden(name, lines) : this.scribe.noteDropped(name, lines[0]),
    }
  }

  /** What waits goes behind them. */
  private withAsides(blocks: readonly Block[]): readonly Block[] {
    const asides = this.scribe.pending
    this.scribe.pending = []
    return [...blocks, ...asides]
  }

  /** What reading one block by itself needs of everything around it. */
  private around(place: Place): Around {
    return {
      scribe: this.scribe,
      repair: this.reading.repair,
      prose: (content, first) => this.proseBlocks(content, first, place),
    }
  }

  /** Lines of prose that Markdown took for something else → paragraphs, cut at blank lines. */
  private proseBlocks(content: readonly string[], first: number, place: Place): readonly Block[] {
    const blocks: Block[] = []
    let from = 0
    for (let index = 0; index <= content.length; index++) {
      if (index < content.length && !isBlank(content[index] ?? '')) continue
      if (index > from) {
        const start = from
        const lines: Lines = [this.scribe.lineAt(first + start), this.scribe.lineAt(first + index - 1)]
        const text = content.slice(start, index).map((line) => line.trim())
        const lineOf = (offset: number): number => this.scribe.lineAt(first + start + offset)
        pushAll(
          blocks,
          this.paragraph(this.scribe.inlines(text.join('\n'), lines), lines, place, { alone: false, lineOf }),
        )
      }
      from = index + 1
    }
    return blocks
  }

  private readTableRows(open: Token, lines: Lines): readonly Block[] {
    const tokens: Token[] = [open]
    for (let token = this.next(); token !== undefined && token.type !== 'table_close'; token = this.next())
      tokens.push(token)
    const cell = (text: string): TableCell => {
      const flow = this.scribe.flow(text, lines)
      if ('run' in flow) return { inlines: this.joinedText(flow.run, lines) }
      const lineOf = (): number => lines[0]
      const around = this.aroundHtml(flow.leaves, lines, { alone: false, lineOf })
      return asCell(readHtmlBlocks(flow.nodes, 'item', around), around)
    }
    return [readTable(tokens, { lines, cell, raw: (index) => this.reading.lines[index]?.text ?? '' })]
  }

  /** `[label]: address` says nothing by itself; one that nothing refers to is a comment, as in `[//]: # (for me)`. */
  private readReference(token: Token, lines: Lines): readonly Block[] {
    this.labels ??= referredLabels(this.tokens)
    if (this.labels.has(String(token.meta?.['label']))) return []
    const text = this.reading.written
      .slice(lines[0] - 1, lines[1])
      .join('\n')
      .trim()
    return [{ kind: 'aside', origin: 'comment', text, lines }]
  }
}
