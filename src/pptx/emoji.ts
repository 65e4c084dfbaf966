/**
 * Text with emoji → the same text in pieces, each emoji apart.
 *
 * Fonts for text have none. Each program takes them from its own system, as with those that are typed there; but LibreOffice
 * draws what stands beside them in the same run over one another, or not at all.
 */

const ONE = String.raw`\p{RGI_Emoji}`
/** With all that is joined to it: tones of skin, members of a family, the halves of a flag. */
const emoji = (): RegExp => new RegExp(String.raw`(${ONE}[${ONE}\p{Emoji_Modifier}\u200d\ufe0f]*)`, 'v')

/** Made once, and only for text that holds one of these: the list of all emoji takes as long to be made ready as a deck. */
let known: RegExp | undefined
const mayBeIn = /[\u00a9\u00ae\u2000-\u2bff\u3000-\u303f\u3200-\u32ff\ud800-\udbff]/

/** Programs on other systems know it by this name, too, and take theirs. */
export const EMOJI_TYPEFACE = 'Segoe UI Emoji'

export interface Piece {
  readonly text: string
  readonly emoji: boolean
}

export function piecesOf(text: string): readonly Piece[] {
  if (!mayBeIn.test(text)) return text === '' ? [] : [{ text, emoji: false }]
  known ??= emoji()
  return text
    .split(known)
    .map((piece, index) => ({ text: piece, emoji: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
