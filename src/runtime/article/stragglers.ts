/** Pieces of a flow → the same, where a cut that leaves a line or two of a section alone costs what that looks like. Pure arithmetic. */
import type { Piece } from './cutPages.js'

/** A piece that may be a heading. */
export interface HeadedPiece extends Piece {
  readonly heading: boolean
}

/** What a cut costs (see Piece.cost) that leaves so few lines below a heading, or above the next one: at most these. */
const FEW = [
  { lines: 1.5, cost: 0.05 },
  { lines: 2.6, cost: 0.015 },
] as const

/**
 * A heading with one line below it at the foot of a page, or the last line of a section at the head of one, is overlooked.
 *
 * @param line height of one, px
 */
export function holdStragglers<P extends HeadedPiece>(pieces: readonly P[], line: number): readonly P[] {
  const ends = endsOfSections(pieces)
  let begin = Number.NEGATIVE_INFINITY
  return pieces.map((piece, index) => {
    const before = pieces[index - 1]
    if (before?.heading) begin = piece.top
    if (!before || before.heading || piece.heading) return piece
    const cost = costOf(Math.min(before.bottom - begin, (ends[index] ?? piece.bottom) - piece.top) / line)
    return cost > piece.cost ? { ...piece, cost } : piece
  })
}

/** By piece: lower edge of the section that it is in. */
function endsOfSections(pieces: readonly HeadedPiece[]): readonly number[] {
  let end = 0
  const ends = pieces.toReversed().map((piece, index, reversed) => {
    const after = reversed[index - 1]
    if (!after || after.heading) end = piece.bottom
    return end
  })
  return ends.reverse()
}

const costOf = (lines: number): number => FEW.find((few) => lines <= few.lines)?.cost ?? 0
