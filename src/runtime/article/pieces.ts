/** The article's flow in the page → the pieces that pages are made of, each with the place where a cut before it goes. */
import { groupsIn } from '../fit/spans.js'
import { GOES_ON } from '../fit/tallTables.js'
import { type HeadedPiece, holdStragglers } from './stragglers.js'

export interface PlacedPiece extends HeadedPiece {
  readonly node: Element
  /** Which line of the node it is, from 0; 0 is also a node that is never cut. */
  readonly line: number
  /** Text whose lower edge is above this stands on lines before; px of the window. */
  readonly edge: number
}

// What a cut costs (see Piece.cost): before a piece, by what stands before it, or by what it tears.
const AFTER_HEADING = 1
const AFTER_INTRODUCTION = 0.1
const LONE_LINE = 0.04
const BETWEEN_ROWS = 0.002
const WITHIN_ROW = 0.01
const LONELY_ITEM = 0.004
const headings = 'h1, h2, h3, h4, h5, h6, dt, .lead'
/** A line before a list, whatever it ends in, and the line of an item before what the item shows. */
const beforeItsOwn = ':has(+ :is(ul, ol)), li > :has(+ :is(table, pre, figure))'
/** Code that is short is understood as a whole. */
const IN_SHORT_CODE = 0.05
const SHORT_CODE = 14

/**
 * Reads the pieces of a flow. Only reads: the page's layout is not touched.
 *
 * @param tallest what is taller is cut between lines, whatever it is, px
 * @param footOf height of the footnotes that an element holds, by the `.mark` of each
 */
export function piecesOf(flow: Element, tallest: number, footOf: (mark: Element) => number): readonly PlacedPiece[] {
  const walk = new Walk(flow.getBoundingClientRect().top, tallest, footOf)
  for (const block of flow.children) walk.block(block, 0)
  return holdStragglers(walk.pieces, Number.parseFloat(getComputedStyle(flow).lineHeight))
}

/** A page that contents fill by more than this, they have to themselves. */
const contentsAtMost = 0.72

/** Begins the text on a page of its own where little of it would find room below the contents. */
export function openText(pieces: readonly PlacedPiece[], flow: Element, pageHeight: number): readonly PlacedPiece[] {
  const contents = flow.querySelector(':scope > nav')
  if (!contents) return pieces
  const end = contents.getBoundingClientRect().bottom - flow.getBoundingClientRect().top
  if (end % pageHeight < pageHeight * contentsAtMost) return pieces
  const first = pieces.findIndex(({ top }) => top >= end)
  return pieces.map((piece, index) => (index === first ? { ...piece, forced: true } : piece))
}

class Walk {
  readonly pieces: PlacedPiece[] = []
  /** Padding of the panels around, and heads of the tables, that the next page has once more. */
  private lead = 0
  /** What a cut right here costs because of what was said last. */
  private stuck = 0

  constructor(
    private readonly origin: number,
    private readonly tallest: number,
    private readonly footOf: (mark: Element) => number,
  ) {}

  block(element: Element, cost: number): void {
    switch (element.localName) {
      case 'ul':
      case 'ol':
        this.items(element, cost)
        return
      case 'pre':
        this.code(element, cost)
        return
      case 'table':
        this.table(element, cost)
        return
      case 'blockquote':
      case 'div':
      case 'dl':
      case 'dd':
      case 'li':
      case 'nav':
        this.panel(element, () => this.children(element, cost))
        return
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
      case 'dt':
        this.whole(element, cost)
        this.stuck = AFTER_HEADING
        return
      case 'p':
        this.paragraph(element, cost)
        return
      default:
        this.whole(element, cost)
    }
  }

  private children(element: Element, cost: number): void {
    let before = cost
    for (const child of element.children) {
      this.block(child, before)
      before = 0
    }
  }

  private items(list: Element, cost: number): void {
    const items = [...list.children]
    items.forEach((item, index) => {
      const lonely = items.length > 2 && (index === 1 || index === items.length - 1)
      this.block(item, index === 0 ? cost : lonely ? LONELY_ITEM : 0)
    })
  }

  /** What has ground or lines of its own reaches to its edges, on every page that it stands on. */
  private panel(element: Element, walkInside: () => void): void {
    const { top, bottom } = element.getBoundingClientRect()
    const { paddingTop, paddingBottom } = getComputedStyle(element)
    const [above, below] = [Number.parseFloat(paddingTop), Number.parseFloat(paddingBottom)]
    const first = this.pieces.length
    this.lead += above
    walkInside()
    this.lead -= above
    if (above === 0 && below === 0) return
    for (let index = first; index < this.pieces.length; index++) {
      const piece = this.pieces[index]
      if (!piece) continue
      const opens = index === first
      this.pieces[index] = {
        ...piece,
        top: opens ? Math.min(piece.top, top - this.origin) : piece.top,
        lead: opens ? piece.lead - above : piece.lead,
        bottom: Math.min(piece.bottom + below, bottom - this.origin),
      }
    }
  }

  private paragraph(paragraph: Element, cost: number): void {
    const lines = this.text(paragraph, cost)
    const leads = paragraph.classList.contains('introduces') || (lines === 1 && paragraph.matches(beforeItsOwn))
    if (leads) this.stuck = AFTER_INTRODUCTION
  }

  /** @returns how many lines there are */
  private text(element: Element, cost: number): number {
    const { top, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const [above, below] = [Number.parseFloat(style.paddingTop), Number.parseFloat(style.paddingBottom)]
    const pitch = Number.parseFloat(style.lineHeight)
    const lines = Math.max(1, Math.round((height - above - below) / pitch))
    const start = top + above
    if (lines === 1) {
      this.piece(element, cost)
      return lines
    }
    const feet = this.feetByLine(element, start, pitch, lines)
    for (let line = 0; line < lines; line++) {
      const lone = line === 1 || line === lines - 1
      const from = line === 0 ? top : start + line * pitch
      const to = line === lines - 1 ? top + height : start + (line + 1) * pitch
      const piece = { node: element, line, foot: feet[line] ?? 0, edge: start + (line + 0.25) * pitch }
      this.push({ ...piece, top: from, bottom: to, cost: line === 0 ? cost : lone ? LONE_LINE : 0 })
    }
    return lines
  }

  private feetByLine(element: Element, start: number, pitch: number, lines: number): readonly number[] {
    const feet: number[] = []
    for (const mark of element.querySelectorAll('.mark')) {
      const { top, bottom } = mark.getBoundingClientRect()
      const line = Math.min(lines - 1, Math.max(0, Math.floor(((top + bottom) / 2 - start) / pitch)))
      feet[line] = (feet[line] ?? 0) + this.footOf(mark)
    }
    return feet
  }

  private code(block: Element, cost: number): void {
    const lines = block.querySelectorAll('.line')
    const between = lines.length <= SHORT_CODE ? IN_SHORT_CODE : BETWEEN_ROWS
    this.panel(block, () => {
      lines.forEach((line, index) => {
        this.whole(line, index === 0 ? cost : between)
      })
    })
  }

  private table(table: Element, cost: number): void {
    const head = table.querySelector('thead')
    if (head) {
      this.piece(head, cost)
      this.stuck = AFTER_HEADING
    }
    const lead = head?.getBoundingClientRect().height ?? 0
    this.lead += lead
    groupsIn(table).forEach(([row, last], index) => {
      const before = row.classList.contains(GOES_ON) ? WITHIN_ROW : BETWEEN_ROWS
      this.piece(row, index === 0 ? (head ? 0 : cost) : before, last)
    })
    this.lead -= lead
  }

  /** One piece, unless it fills pages: then it is cut between its own parts, or its lines. */
  private whole(element: Element, cost: number): void {
    const tall = element.getBoundingClientRect().height > this.tallest
    if (!tall || element.matches('img, svg, .row:not(.apart)')) this.piece(element, cost)
    else if (element.localName === 'figure') this.children(element, cost)
    else this.text(element, cost)
  }

  /** @param last of those that stand below it and stay with it */
  private piece(element: Element, cost: number, last = element): void {
    const { top } = element.getBoundingClientRect()
    const { bottom } = last.getBoundingClientRect()
    let foot = 0
    for (let each: Element | null = element; each; each = each === last ? null : each.nextElementSibling)
      for (const mark of each.querySelectorAll('.mark')) foot += this.footOf(mark)
    this.push({ node: element, line: 0, foot, top, bottom, edge: top, cost })
  }

  private push(piece: Omit<PlacedPiece, 'lead' | 'heading'>): void {
    this.pieces.push({
      ...piece,
      heading: piece.node.matches(headings),
      top: piece.top - this.origin,
      bottom: piece.bottom - this.origin,
      lead: this.lead,
      cost: Math.max(piece.cost, this.stuck),
    })
    this.stuck = 0
  }
}
