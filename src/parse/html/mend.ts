/** Pieces of HTML as people write them → the same as HTML means them: what is no tag is text, what ends itself has an end. */
import type { HtmlPiece } from './node.js'
import { isKnown, tagPattern, voidNames } from './tags.js'

/** Their content is no HTML, or the speaker's; where they never end, all behind them is text. */
const swallowing = [
  'aside',
  'iframe',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'noembed',
  'noframes',
  'plaintext',
]

/** Of a tag that never ends, which HTML would take all behind it into. */
const unfinished = /<(?=\/?[a-z](?:[^<>]|<(?![a-z/!]))*$)/i

/** @param ended names of elements that end anywhere in the notes */
export function mendPieces(pieces: readonly HtmlPiece[], ended?: ReadonlySet<string>): readonly HtmlPiece[] {
  const closed = new Set<string>()
  for (const piece of pieces) {
    if (typeof piece !== 'string') continue
    for (const [, slash, name = ''] of piece.matchAll(tagPattern)) if (slash) closed.add(name.toLowerCase())
  }
  return pieces.map((piece) =>
    typeof piece !== 'string'
      ? piece
      : piece
          .replace(unfinished, '&lt;')
          .replace(tagPattern, (written, slash: string, name: string, attributes: string, ends: string) => {
            const lower = name.toLowerCase()
            const isPair = closed.has(lower) || ended?.has(lower)
            // `vector<int>`: no element, but a word of whoever wrote it.
            if (!slash && !isKnown(lower) && !isPair && !ends && !attributes.includes('='))
              return written.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
            // HTML would take all behind it for its content.
            const isEndless = !slash && !closed.has(lower) && swallowing.includes(lower)
            return (ends && !voidNames.has(lower)) || isEndless ? `${written}</${name}>` : written
          }),
  )
}
