/**
 * Text with emoji → the same text in pieces, each emoji apart.
 *
 * Fonts for text have none. Each program takes them from its own system, as with those that are typed there; but LibreOffice
 * draws what stands beside them in the same run over one another, or not at all.
 */

const ONE = String.raw`\p{RGI_Emoji}`
/** With all that is joined to it: tones of skin, members of a family, the halves of a flag. */
const EMOJI = new RegExp(String.raw`(${ONE}[${ONE}\p{Emoji_Modifier}\u200d\ufe0f]*)`, 'v')

/** Programs on other systems know it by this name, too, and take theirs. */
export const EMOJI_TYPEFACE = 'Segoe UI Emoji'

export interface Piece {
  readonly text: string
  readonly emoji: boolean
}

export const piecesOf = (text: string): readonly Piece[] =>
  text
    .split(EMOJI)
    .map((piece, index) => ({ text: piece, emoji: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
