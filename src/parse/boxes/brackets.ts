/** remark's `.left-column[ … ]` and `.pull-left[ … ]`: a class, and between brackets what it is about. */
import type { Box, Piece, Spelling } from './box.js'

const names =
  'left-column|right-column|pull-left|pull-right|left-col|right-col|column|col(?:-\\d{1,2})?|(?:left|right)-(\\d{1,2})'
const opening = new RegExp(`^ {0,3}\\.(?:${names})\\[`)

export const brackets: Spelling = {
  name: 'brackets',
  needs: '[',
  sign: new RegExp(`${opening.source}|^ {0,3}\\.[\\w-]+(?:\\.[\\w-]+)*\\[[ \\t]*$`),
  read(text) {
    const found = opening.exec(text)
    if (found !== null)
      return [{ kind: 'opens', box: boxOf(found), written: text }, ...insideOf(text.slice(found[0].length))]
    if (/^ {0,3}\][ \t]*$/.test(text)) return [{ kind: 'ends', written: text }]
    if (/^ {0,3}\.[\w-]+(?:\.[\w-]+)*\[[ \t]*$/.test(text))
      return [{ kind: 'opens', box: { kind: 'plain' }, written: text }]
    // `…]` ends what was opened above, unless the line has brackets of its own.
    const end = /^([^[\]]*)\][ \t]*$/.exec(text)
    return end
      ? [
          { kind: 'text', text: end[1] ?? '' },
          { kind: 'ends', written: text },
        ]
      : undefined
  },
}

const boxOf = ([written, percent]: RegExpExecArray): Box => ({
  kind: 'column',
  ...(percent ? { width: Number(percent) / 100 } : {}),
  ...(/left/.test(written) ? { isFirst: true } : {}),
})

/** What stands behind the bracket, up to the one that closes it. */
function insideOf(text: string): readonly Piece[] {
  let depth = 1
  for (const [at, sign] of [...text].entries()) {
    if (sign === '[') depth++
    if (sign === ']') depth--
    if (depth > 0) continue
    const behind = text.slice(at + 1).trim()
    return [
      { kind: 'text', text: text.slice(0, at) },
      { kind: 'ends', written: ']' },
      ...(behind === '' ? [] : [{ kind: 'text' as const, text: behind }]),
    ]
  }
  return text.trim() === '' ? [] : [{ kind: 'text', text }]
}
