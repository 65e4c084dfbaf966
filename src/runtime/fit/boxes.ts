/** The flow of one slide → boxes for `paginate`, each with the place in the page where a cut before it would go. */

import { codeCosts } from './codeCosts.js'
import { firstBelow, type TextPlace } from './lines.js'
import type { Box } from './paginate.js'
import { bandsOf, isSideBySide } from './sideBySide.js'
import { groupsIn } from './spans.js'
import { type Grain, startsInside } from './starts.js'
import { GOES_ON } from './tallTables.js'

/** A box and where it starts. */
export interface PlacedBox extends Box {
  readonly node: Node
  /** Character offset, where the box starts inside the text node. */
  readonly offset: number
  /** Texts of the items around it, outermost first, which a part that starts here says again. */
  readonly again: readonly Element[]
  /** Where it starts in each of the columns side by side that its node is; nowhere in those that end above. */
  readonly across?: readonly (Element | undefined)[]
}

// What a cut before a box costs, by what it would tear apart.
const BETWEEN_BLOCKS = 0
const BEFORE_HEADING = -0.4
const BETWEEN_ITEMS = 0.15
const PER_DEPTH = 0.25
/** An item's text is said again on the next part up to this many lines; longer ones would take the room of what is new. */
const REPEATED_LINES = 2.5
/** Only the nearest items are said again: in a very deep list, all of them would fill the slide. */
const REPEATED_LEVELS = 3
/** A first or last item torn from the rest of its list. */
const LONELY_ITEM = 0.6
const BETWEEN_ROWS = 0.2
/** A row that is taller than a slide was torn across its cells. */
const WITHIN_ROW = 0.5
/** What deck.css puts between the head and the rest of such a row, px. */
const ABOVE_TORN_ROW = 9
const BETWEEN_SENTENCES = 0.5
const BETWEEN_LINES = 1
/** A line of code that takes more than this share of what may stay whole leaves too little room for those around it. */
const TALLEST_CODE = 0.5
/** Of a line's height: letters of several fonts don't stand on the very same height. */
const TOLERANCE = 0.25

/**
 * Reads the boxes of a flow that has to be cut. Only reads: the page's layout is not touched.
 *
 * @param flow element whose children are the slide's blocks
 * @param line height of one line of body text, px
 * @param tallest what may stay whole, px: taller text without an end of a sentence goes on line by line
 */
export function boxesOf(flow: Element, line: number, grain: Grain, tallest: number): readonly PlacedBox[] {
  const origin = flow.getBoundingClientRect().top
  const boxes: PlacedBox[] = []
  const walk = new Walk(origin, line, grain, tallest, boxes)
  for (const block of flow.children) walk.block(block, BETWEEN_BLOCKS, 0)
  return boxes
}

/** It has text in it, and no lines that could go on elsewhere. */
export const isOnePiece = (element: Element): boolean => element.matches('figure.diagram, div.formula')

interface More {
  readonly keepsNext?: boolean
  readonly lead?: number
  readonly tallest?: number
  /** The last element of those that are one box. */
  readonly last?: Element
}

class Walk {
  constructor(
    private readonly origin: number,
    private readonly line: number,
    private readonly grain: Grain,
    private readonly tallest: number,
    private readonly boxes: PlacedBox[],
  ) {}

  block(element: Element, cost: number, depth: number): void {
    if (element.matches('.footnote')) this.keepLast()
    if (isOnePiece(element)) {
      this.add(element, cost, { tallest: Number.POSITIVE_INFINITY })
      return
    }
    switch (element.localName) {
      case 'hr':
        this.pendingCut = true
        return
      case 'ul':
      case 'ol':
        this.list(element, cost, depth)
        return
      case 'pre':
        this.code(element, cost)
        return
      case 'table':
        this.table(element, cost)
        return
      case 'blockquote':
      case 'aside':
      case 'dl':
      case 'dd':
      case 'div':
        if (isSideBySide(element)) this.sideBySide(element, cost)
        else this.panel(element, () => this.container(element, cost, depth))
        return
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
      case 'dt':
        this.add(element, Math.min(cost, BEFORE_HEADING), { keepsNext: true })
        return
      case 'p':
        this.text(element, cost)
        return
      default:
        this.add(element, cost)
    }
  }

  private pendingCut = false

  /** Footnotes are never alone on a slide: what stands above them comes along. */
  private keepLast(): void {
    const last = this.boxes.at(-1)
    if (last && !this.pendingCut) this.boxes[this.boxes.length - 1] = { ...last, keepsNext: true }
  }

  /** Texts of the items that the walk is inside of, and the height each takes, with the gap below it. */
  private around: readonly { readonly text: Element; readonly height: number }[] = []

  private list(list: Element, cost: number, depth: number): void {
    const items = [...list.children]
    items.forEach((item, index) => {
      const lonely = items.length > 2 && (index === 1 || index === items.length - 1)
      const between = BETWEEN_ITEMS + depth * PER_DEPTH + (lonely ? LONELY_ITEM : 0)
      this.item(item, index === 0 ? cost : between, depth + 1)
    })
  }

  /** What an item's text says holds for what is nested in it: a part that starts there says it again. */
  private item(item: Element, cost: number, depth: number): void {
    const outside = this.around
    const [first, ...others] = item.children
    if (first) this.block(first, cost, depth)
    if (first?.localName === 'p' && others[0]) {
      const { top, height } = first.getBoundingClientRect()
      const untilNext = others[0].getBoundingClientRect().top - top
      if (height < this.line * REPEATED_LINES) {
        this.around = [...outside, { text: first, height: untilNext }].slice(-REPEATED_LEVELS)
      }
    }
    for (const other of others) this.block(other, BETWEEN_ITEMS + depth * PER_DEPTH, depth)
    this.around = outside
  }

  private container(container: Element, cost: number, depth: number): void {
    let before = cost
    for (const child of container.children) {
      // What follows the first block of an item or quote belongs to it: a cut there costs more than between items.
      this.block(child, before, depth)
      before = BETWEEN_ITEMS + depth * PER_DEPTH
    }
  }

  private text(paragraph: Element, cost: number): void {
    const rect = paragraph.getBoundingClientRect()
    const keepsNext = paragraph.classList.contains('introduces') || introducesList(paragraph, rect.height, this.line)
    const fine = this.grain === 'lines'
    const sentences = !fine && rect.height > this.line * 2.5 ? startsInside(paragraph, 'sentences') : []
    const endless = sentences.length === 0 && rect.height > this.tallest
    const starts = fine || endless ? startsInside(paragraph, 'lines') : sentences
    if (starts.length === 0) {
      this.add(paragraph, cost, { keepsNext })
      return
    }
    const tops = [rect.top, ...starts.map((start) => start.top)]
    const bottoms = [...starts.map((start) => start.endsBefore), rect.bottom]
    this.push({ node: paragraph, offset: 0, cost, top: rect.top, bottom: bottoms[0] ?? rect.bottom, keepsNext: false })
    starts.forEach((start, index) => {
      this.push({
        node: start.node,
        offset: start.offset,
        cost: fine || endless ? BETWEEN_LINES : BETWEEN_SENTENCES,
        top: tops[index + 1] ?? rect.top,
        bottom: bottoms[index + 1] ?? rect.bottom,
        keepsNext: keepsNext && index === starts.length - 1,
      })
    })
  }

  private code(block: Element, cost: number): void {
    const lines = [...block.querySelectorAll('.line')]
    const costs = codeCosts(lines.map(({ textContent }) => textContent ?? ''))
    this.panel(block, () => {
      const tallest = this.tallest * TALLEST_CODE
      for (const [index, line] of lines.entries()) this.add(line, index === 0 ? cost : (costs[index] ?? 0), { tallest })
    })
  }

  /** What has a ground or lines of its own reaches to its edges in every part: each has its padding above and below. */
  private panel(panel: Element, walkInside: () => void): void {
    const { paddingTop, paddingBottom } = getComputedStyle(panel)
    const [above, below] = [Number.parseFloat(paddingTop), Number.parseFloat(paddingBottom)]
    const first = this.boxes.length
    walkInside()
    if (above === 0 && below === 0) return
    const { top, bottom } = panel.getBoundingClientRect()
    for (let index = first; index < this.boxes.length; index++) {
      const box = this.boxes[index]
      if (!box) continue
      const opens = index === first
      this.boxes[index] = {
        ...box,
        top: opens ? Math.min(box.top, top - this.origin) : box.top,
        lead: opens ? box.lead : box.lead + above,
        bottom: Math.min(box.bottom + below, bottom - this.origin),
      }
    }
  }

  /** Cut at one height in all columns, as a row of a table is. */
  private sideBySide(columns: Element, cost: number): void {
    for (const [index, { top, bottom, starts }] of bandsOf(columns).entries()) {
      const at = index === 0 ? { cost } : { cost: BETWEEN_ITEMS, across: starts }
      this.push({ node: columns, offset: 0, top, bottom, keepsNext: false, ...at })
    }
  }

  private table(table: Element, cost: number): void {
    const head = table.querySelector('thead')
    const headHeight = head?.getBoundingClientRect().height ?? 0
    if (head) this.add(head, cost, { keepsNext: true })
    let before = head ? BETWEEN_ROWS : cost
    for (const [row, last] of groupsIn(table)) {
      const goesOn = row.classList.contains(GOES_ON)
      this.add(row, goesOn ? WITHIN_ROW : before, { lead: headHeight + (goesOn ? ABOVE_TORN_ROW : 0), last })
      before = BETWEEN_ROWS
    }
  }

  private add(
    element: Element,
    cost: number,
    { keepsNext = false, lead = 0, tallest = this.tallest, last }: More = {},
  ): void {
    const { top } = element.getBoundingClientRect()
    const { bottom } = (last ?? element).getBoundingClientRect()
    const starts = !last && bottom - top > tallest ? linesInside(element, top, bottom) : []
    const whole = { node: element, offset: 0, cost, top, bottom: starts[0]?.top ?? bottom, lead }
    this.push({ ...whole, keepsNext: keepsNext && starts.length === 0 })
    for (const [index, start] of starts.entries()) {
      const next = starts[index + 1]
      const box = { ...start, cost: BETWEEN_LINES, bottom: next?.top ?? bottom, lead }
      this.push({ ...box, keepsNext: keepsNext && !next })
    }
  }

  private push(box: {
    readonly node: Node
    readonly offset: number
    readonly cost: number
    readonly top: number
    readonly bottom: number
    readonly keepsNext: boolean
    readonly lead?: number
    readonly across?: PlacedBox['across']
  }): void {
    this.boxes.push({
      node: box.node,
      offset: box.offset,
      top: box.top - this.origin,
      bottom: box.bottom - this.origin,
      lead: (box.lead ?? 0) + this.around.reduce((sum, { height }) => sum + height, 0),
      again: this.around.map(({ text }) => text),
      cost: box.cost,
      forced: this.pendingCut,
      keepsNext: box.keepsNext,
      ...(box.across && { across: box.across }),
    })
    this.pendingCut = false
  }
}

/** Where the lines of an element start, save the first: code, or a term, without an end. */
function linesInside(element: Element, top: number, bottom: number): readonly (TextPlace & { readonly top: number })[] {
  const pitch = Number.parseFloat(getComputedStyle(element).lineHeight)
  if (!Number.isFinite(pitch)) return []
  const edges = Array.from({ length: Math.ceil((bottom - top) / pitch) - 1 }, (_, index) => top + (index + 1) * pitch)
  return edges.flatMap((edge) => {
    const start = firstBelow(element, edge + pitch * TOLERANCE)
    return start ? [{ ...start, top: edge }] : []
  })
}

/** A line right before a list introduces it, whatever it ends in: an item's text before nested items, a lone line before points. */
function introducesList(paragraph: Element, height: number, line: number): boolean {
  const next = paragraph.nextElementSibling?.localName
  if (next !== 'ul' && next !== 'ol') return false
  return paragraph.parentElement?.localName === 'li' || height < line * 1.5
}
