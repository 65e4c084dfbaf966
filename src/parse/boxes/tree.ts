/** Lines with boxes in them → a tree of boxes, each with the places where it opens and ends. */
import { isBlank, type Line } from '../lines.js'
import { type Slides, slidesIn } from '../speaker/slides.js'
import type { Box, Piece, Spelling } from './box.js'

/** A piece of a line; piece -1 is the place before the line. */
export interface Spot {
  readonly line: number
  readonly piece: number
}

export interface BoxNode {
  readonly box: Box
  readonly spelling: Spelling
  readonly start: Spot
  readonly end: Spot
  readonly children: readonly BoxNode[]
}

export interface BoxTree {
  readonly roots: readonly BoxNode[]
  /** By index of the line. */
  readonly pieces: ReadonlyMap<number, readonly Piece[]>
}

/** One that is still open. */
interface Growing {
  box: Box
  readonly spelling: Spelling
  readonly start: Spot
  end: Spot
  readonly children: Growing[]
}

/** Boxes in boxes; nobody lays out as many. */
const deepest = 24
/** Level of a rule in Slides. */
const rule = 7
const endOfSlide = /^ {0,3}<!--[ \t]*end_slide[ \t]*-->/

export const growBoxes = (lines: readonly Line[], spellings: readonly Spelling[]): BoxTree =>
  new Grower(lines, spellings).grow()

class Grower {
  private readonly slides: Slides
  private readonly hasRules: boolean
  private readonly pieces = new Map<number, readonly Piece[]>()
  private readonly roots: Growing[] = []
  private readonly open: Growing[] = []
  /** Boxes that are open and not counted. */
  private tooDeep = 0
  /** Level of the heading above the outermost box that is open. */
  private level = 0
  /** A heading came that no box reaches over. */
  private isTorn = false
  /** Where the slide begins, below its heading. */
  private slideStart = 0

  constructor(
    private readonly lines: readonly Line[],
    private readonly spellings: readonly Spelling[],
  ) {
    this.slides = slidesIn(lines)
    this.hasRules = lines.some((line, index) => this.slides.level(index) === rule || endOfSlide.test(line.text))
  }

  grow(): BoxTree {
    let hasText = false
    for (const [index, line] of this.lines.entries()) {
      const level = this.slides.level(index)
      if (level === rule || endOfSlide.test(line.text)) {
        this.closeAll(index)
        this.slideStart = index + 1
        hasText = false
      } else if (level > 0) {
        this.meetHeading(index, level)
        if (!hasText || !this.hasRules) this.slideStart = index + 1
      }
      hasText ||= level !== rule && !isBlank(line.text)
      const read = this.read(line)
      if (read === undefined) continue
      this.pieces.set(index, read.pieces)
      for (const [piece, one] of read.pieces.entries()) this.take(one, { line: index, piece }, read.spelling)
    }
    this.closeAll(this.lines.length)
    return { roots: this.roots, pieces: this.pieces }
  }

  private read({ text, verbatim, isCode, isRow }: Line) {
    if (isCode || isRow || text.length > 4000) return undefined
    for (const spelling of this.spellings) {
      if ((verbatim && !spelling.inComments) || !spelling.sign.test(text) || this.isIndentedCode(text)) {
        if (spelling.name !== 'brackets' || !this.isOpen(spelling)) continue
      }
      const pieces = spelling.read(text)
      if (pieces !== undefined) return { pieces, spelling }
    }
    return undefined
  }

  private isOpen(spelling: Spelling): boolean {
    return this.open.some((node) => node.spelling === spelling)
  }

  private isIndentedCode(text: string): boolean {
    return this.open.length === 0 && /^(?: {4}|\t)/.test(text)
  }

  private take(piece: Piece, spot: Spot, spelling: Spelling): void {
    if (piece.kind === 'opens') this.opens(piece.box, spot, spelling)
    if (piece.kind === 'ends') this.ends(piece.all === true, spot, spelling)
  }

  private opens(box: Box, spot: Spot, spelling: Spelling): void {
    if (this.open.length === 0) {
      this.level = this.slides.above(spot.line)
      this.isTorn = false
    }
    if (spelling.untilSlideEnds && box.kind === 'column') {
      const at = this.open.findLastIndex((node) => node.spelling === spelling && node.box.kind === 'column')
      if (at >= 0) this.close(at, spot)
      else if (spelling.name === 'slots' && !/left|default/.test(this.lines[spot.line]?.text ?? ''))
        this.leftOf(spot, spelling)
    }
    if (this.open.length >= deepest) {
      this.tooDeep++
      return
    }
    const node: Growing = { box, spelling, start: spot, end: spot, children: [] }
    this.siblings().push(node)
    this.open.push(node)
  }

  /** What stands on the slide above the first that is named. */
  private leftOf(spot: Spot, spelling: Spelling): void {
    const before = { line: this.slideStart, piece: -1 }
    this.siblings().push({
      box: { kind: 'column' },
      spelling,
      start: before,
      end: { line: spot.line, piece: -1 },
      children: [],
    })
  }

  private ends(all: boolean, spot: Spot, spelling: Spelling): void {
    if (this.tooDeep > 0) {
      this.tooDeep--
      return
    }
    const isOurs = (node: Growing): boolean => node.spelling === spelling
    const at = all ? this.open.findIndex(isOurs) : this.open.findLastIndex(isOurs)
    if (at >= 0) this.close(at, spot)
  }

  private siblings(): Growing[] {
    return this.open.at(-1)?.children ?? this.roots
  }

  /** @param at index of the outermost that ends here */
  private close(at: number, spot: Spot, isEnded = true): void {
    for (const node of this.open.splice(at)) {
      node.end = spot
      // It would take the headings of further slides along. Tags hold whole pages, other signs what stands side by side.
      if (this.isTorn && (!isEnded || node.spelling.name === 'tags')) node.box = { kind: 'plain' }
    }
  }

  private closeAll(line: number): void {
    if (this.open.length > 0) this.close(0, { line, piece: -1 }, false)
  }

  private meetHeading(index: number, level: number): void {
    if (this.hasRules || level > this.level || this.open.length === 0) return
    if (this.open.every((node) => node.spelling.untilSlideEnds)) this.closeAll(index)
    else this.isTorn = true
  }
}
