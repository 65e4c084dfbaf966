/** The flow of a slide, an article or a sheet in the page → boxes, each with the place where a cut before it goes. Only reads. */

import { isComposed } from '../fit/composed.js'
import { lineHeightOf } from '../fit/measure.js'
import { bandsOf, isSideBySide } from '../fit/sideBySide.js'
import { groupsIn } from '../fit/spans.js'
import { GOES_ON } from '../fit/tallTables.js'
import type { Held, Joint } from './box.js'
import { codeGrades } from './codeGrades.js'
import { introducesNext } from './introduces.js'
import type { PlacedBox } from './placedBox.js'
import { startsInside } from './starts.js'

/** How a flow is read. */
export interface Reading {
  /** Where paragraphs are cut. Sentences without an end go on line by line. */
  readonly grain: 'sentences' | 'lines'
  /** What is taller is cut between lines, whatever it is, px. */
  readonly tallest: number
  /** Items say their text again on a part that goes on with what is nested in them. */
  readonly again: boolean
}

/** Class of a piece that needs all of a slide: a part that starts there says nothing again. */
export const ALONE = 'alone'
/** An item's text is said again on the next part up to this many lines; longer ones would take the room of what is new. */
const REPEATED_LINES = 2.5
/** Only the nearest items are said again: in a very deep list, all of them would fill the slide. */
const REPEATED_LEVELS = 3
/** A paragraph of fewer lines is not cut between sentences. */
const SENTENCES_FROM = 2.5
/** What style sheets put between the head and the rest of a row that was torn across its cells, px. */
const ABOVE_TORN_ROW = 9
/** A line of code that takes more than this share of what may stay whole leaves too little room for those around it. */
const TALLEST_CODE = 0.5
/** Of a line's height: letters of several fonts don't stand on the very same height. */
const TOLERANCE = 0.25
/** Fewer lines of code than this, alone, look like something left over. */
const FEW_CODE_LINES = 3

/** @param flow element whose children are its blocks */
export function boxesOf(flow: Element, reading: Reading): readonly PlacedBox[] {
  const walk = new Walk(flow.getBoundingClientRect().top, lineHeightOf(flow), reading)
  walk.blocks(flow, 'block')
  return walk.boxes
}

/** It has text in it, and no lines that could go on elsewhere. */
export const isOnePiece = (element: Element): boolean => element.matches('figure.diagram, div.formula')

/** Something around boxes that a cut would tear. */
interface Around {
  /** Its edges from the top of the flow; its padding, and what else a part that goes on with it has above. */
  readonly top: number
  readonly bottom: number
  readonly above: number
  readonly below: number
  /** Its height, where it is an item, a table or a block of code. */
  readonly within?: number
  /** What it says again. */
  readonly again?: Element
  /** A box in it came already: a cut now tears it. */
  begun: boolean
}

interface Piece {
  readonly node: Node
  readonly offset?: number
  readonly edge?: number
  readonly across?: readonly (Element | undefined)[]
  /** In the window, px. */
  readonly top: number
  readonly bottom: number
  readonly joint: Joint
  readonly lone?: boolean
  readonly grade?: number
  readonly lead?: number
  readonly held?: Held | undefined
}

class Walk {
  readonly boxes: PlacedBox[] = []
  private readonly around: Around[] = []
  private depth = 0
  private pendingCut = false

  /** @param line height of one, px */
  constructor(
    private readonly origin: number,
    private readonly line: number,
    private readonly reading: Reading,
  ) {}

  /** @param first joint of the first of them and what stands before them all */
  blocks(container: Element, first: Joint, between: Joint = 'block', lone = false): void {
    let joint = first
    for (const child of container.children) {
      this.block(child, joint, lone && joint === first)
      joint = between
    }
  }

  private block(element: Element, joint: Joint, lone = false): void {
    if (element.matches('.footnote, .lost')) this.keepLast()
    if (isOnePiece(element) || isComposed(element)) {
      this.piece(element, { joint, lone })
      return
    }
    switch (element.localName) {
      case 'hr':
        this.pendingCut = true
        return
      case 'ul':
      case 'ol':
        this.items(element, joint, lone)
        return
      case 'pre':
        this.code(element, joint, lone)
        return
      case 'table':
        this.table(element, joint, lone)
        return
      case 'blockquote':
      case 'aside':
      case 'dl':
      case 'dd':
      case 'div':
      case 'nav':
        if (isSideBySide(element)) this.sideBySide(element, joint)
        else this.inside(element, {}, () => this.blocks(element, joint, 'item', lone))
        return
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
      case 'dt':
        this.whole(element, { joint: 'group', lone, held: 'heading' })
        return
      case 'p':
        this.paragraph(element, joint, lone)
        return
      default:
        this.whole(element, { joint, lone })
    }
  }

  /** Footnotes, and what says that a picture is not there, are never alone: what stands above them comes along. */
  private keepLast(): void {
    const last = this.boxes.at(-1)
    if (last && !this.pendingCut) this.boxes[this.boxes.length - 1] = { ...last, held: 'introduction' }
  }

  private items(list: Element, joint: Joint, lone: boolean): void {
    const items = [...list.children]
    for (const [index, item] of items.entries()) {
      const apart = items.length > 2 && (index === 1 || index === items.length - 1)
      this.item(item, index === 0 ? joint : 'item', index === 0 ? lone : apart)
    }
  }

  /** What an item's text says holds for what is nested in it: a part that starts there says it again. */
  private item(item: Element, joint: Joint, lone: boolean): void {
    const { height } = item.getBoundingClientRect()
    const [text, next] = item.children
    const said = this.reading.again && text?.localName === 'p' && next ? text.getBoundingClientRect() : undefined
    this.inside(item, { within: height }, () => {
      if (text) this.block(text, joint, lone)
      this.depth++
      if (text && next && said && said.height < this.line * REPEATED_LINES) {
        const above = next.getBoundingClientRect().top - said.top
        this.around.push({ top: said.top, bottom: Infinity, above, below: 0, again: text, begun: true })
        for (const other of [...item.children].slice(1)) this.block(other, 'item')
        this.around.pop()
      } else for (const other of [...item.children].slice(1)) this.block(other, 'item')
      this.depth--
    })
  }

  private paragraph(paragraph: Element, joint: Joint, lone: boolean): void {
    const { top, bottom, height } = paragraph.getBoundingClientRect()
    const introduces = paragraph.classList.contains('introduces')
    const held: Held | undefined =
      introduces || introducesNext(paragraph, height, this.line) ? 'introduction' : undefined
    const first = { joint: introduces && joint === 'block' ? 'group' : joint, lone } as const
    const bySentences = this.reading.grain === 'sentences'
    const starts = bySentences && height > this.line * SENTENCES_FROM ? startsInside(paragraph, 'sentences') : []
    if (bySentences && starts.length === 0 && height <= this.reading.tallest) {
      this.push({ ...first, node: paragraph, top, bottom, held })
      return
    }
    if (!bySentences || starts.length === 0) {
      this.lines(paragraph, { ...first, held })
      return
    }
    this.push({ ...first, node: paragraph, top, bottom: starts[0]?.endsBefore ?? bottom })
    for (const [index, { node, offset, top: own }] of starts.entries()) {
      const next = starts[index + 1]
      const ends = next ? { bottom: next.endsBefore } : { bottom, held }
      this.push({ node, offset, joint: 'sentence', top: own, ...ends })
    }
  }

  private code(block: Element, joint: Joint, lone: boolean): void {
    const lines = [...block.querySelectorAll('.line')]
    const grades = codeGrades(lines.map(({ textContent }) => textContent ?? ''))
    this.inside(block, { within: block.getBoundingClientRect().height }, () => {
      for (const [index, line] of lines.entries()) {
        const few = Math.min(index, lines.length - index) < FEW_CODE_LINES
        const between = { joint: 'code', lone: few, grade: grades[index] ?? 0 } as const
        this.whole(line, index === 0 ? { joint, lone } : between, this.reading.tallest * TALLEST_CODE)
      }
    })
  }

  private table(table: Element, joint: Joint, lone: boolean): void {
    const { height } = table.getBoundingClientRect()
    const head = table.querySelector('thead')
    const lead = head?.getBoundingClientRect().height ?? 0
    const rows = groupsIn(table)
    this.inside(table, { within: height }, () => {
      if (head) this.whole(head, { joint, lone, held: 'head' })
      for (const [index, [row, last]] of rows.entries()) {
        const goesOn = row.classList.contains(GOES_ON)
        const between = { joint: goesOn ? 'slice' : 'row', lone: Math.min(index, rows.length - index) < 2 } as const
        const opens = index === 0 && !head ? { joint, lone } : between
        this.piece(row, { ...opens, lead: lead + (goesOn ? ABOVE_TORN_ROW : 0) }, last)
      }
    })
  }

  /** Cut at one height in all columns, as a row of a table is. */
  private sideBySide(columns: Element, joint: Joint): void {
    for (const [index, { top, bottom, starts }] of bandsOf(columns).entries()) {
      this.push({ node: columns, top, bottom, ...(index === 0 ? { joint } : { joint: 'item', across: starts }) })
    }
  }

  /** One piece, unless it is too tall: then it is cut between its own parts, or its lines. */
  private whole(element: Element, more: Omit<Piece, 'node' | 'top' | 'bottom'>, tallest = this.reading.tallest): void {
    const isTall = element.getBoundingClientRect().height > tallest
    if (!isTall || element.textContent?.trim() === '') this.piece(element, more)
    else if (element.matches('figure:not(.row), .row.apart')) this.blocks(element, more.joint, 'line')
    else this.lines(element, more)
  }

  private piece(element: Element, more: Omit<Piece, 'node' | 'top' | 'bottom'>, last = element): void {
    const { top } = element.getBoundingClientRect()
    this.push({ ...more, node: element, top, bottom: last.getBoundingClientRect().bottom })
  }

  /** Line by line. Where each begins in the text is looked for when it is cut there. */
  private lines(element: Element, { held, ...first }: Omit<Piece, 'node' | 'top' | 'bottom'>): void {
    const { top, bottom } = element.getBoundingClientRect()
    const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(element)
    const pitch = Number.parseFloat(lineHeight) || this.line
    const starts = lineTops(
      element,
      top + Number.parseFloat(paddingTop),
      bottom - Number.parseFloat(paddingBottom),
      pitch,
    )
    this.push({
      ...first,
      node: element,
      top,
      bottom: starts[0] ?? bottom,
      held: starts.length === 0 ? held : undefined,
    })
    for (const [index, start] of starts.entries()) {
      const isLast = index === starts.length - 1
      const ends = isLast ? { bottom, held } : { bottom: starts[index + 1] ?? bottom }
      const { lead = 0 } = first
      const lone = index === 0 || isLast
      this.push({ node: element, edge: start + pitch * TOLERANCE, joint: 'line', lone, lead, top: start, ...ends })
    }
  }

  /** What has a ground or lines of its own reaches to its edges in every part: each has its padding above and below. */
  private inside(element: Element, { within }: { readonly within?: number }, walk: () => void): void {
    const { paddingTop, paddingBottom } = getComputedStyle(element)
    const [above, below] = [Number.parseFloat(paddingTop), Number.parseFloat(paddingBottom)]
    if (above === 0 && below === 0 && within === undefined) {
      walk()
      return
    }
    const { top, bottom } = element.getBoundingClientRect()
    this.around.push({ top, bottom, above, below, begun: false, ...(within !== undefined && { within }) })
    walk()
    this.around.pop()
  }

  private push({ offset = 0, top, bottom, lead = 0, held, across, ...piece }: Piece): void {
    let [upper, lower, above] = [top, bottom, lead]
    const isAlone = piece.node instanceof Element && piece.node.classList.contains(ALONE)
    const again: Element[] = []
    let within: number | undefined
    for (const each of this.around.toReversed()) {
      if (each.begun) {
        within ??= each.within
        const isSaid = each.again === undefined || (!isAlone && again.length < REPEATED_LEVELS)
        if (isSaid) above += each.above
        if (isSaid && each.again) again.unshift(each.again)
      } else if (each.above > 0 || each.below > 0) upper = Math.min(upper, each.top)
      if (each.above > 0 || each.below > 0) lower = Math.min(lower + each.below, each.bottom)
      each.begun = true
    }
    this.boxes.push({
      ...piece,
      offset,
      top: upper - this.origin,
      bottom: lower - this.origin,
      lead: above,
      depth: piece.joint === 'item' ? this.depth : 0,
      again,
      forced: this.pendingCut,
      ...(within !== undefined && { within }),
      ...(held && { held }),
      ...(across && { across }),
    })
    this.pendingCut = false
  }
}

/** Upper edges of an element's lines, save the first; px of the window. */
function lineTops(element: Element, top: number, bottom: number, pitch: number): readonly number[] {
  const count = Math.max(1, Math.round((bottom - top) / pitch))
  // Something in it makes some lines higher than others.
  if (Math.abs(bottom - top - count * pitch) > pitch * TOLERANCE)
    return startsInside(element, 'lines').map((start) => start.top)
  return Array.from({ length: count - 1 }, (_, index) => top + (index + 1) * pitch)
}
