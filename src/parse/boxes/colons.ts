/** `::: {.columns}` and `::: {.column width="40%"}`, as Pandoc, Quarto and Talkback itself have them; `::: incremental`. */
import { attributesIn } from '../attributeList.js'
import type { Box, Spelling } from './box.js'
import { shareIn } from './looks.js'

const fence = /^ {0,3}:{3,}[ \t]*(?:\{([^{}]{0,400})\}|([\w-]+)(?:[ \t]+([\d.]{1,6}%))?)[ \t]*(?::+[ \t]*)?$/
const end = /^ {0,3}:{3,}[ \t]*$/

export const colons: Spelling = {
  name: 'colons',
  needs: ':::',
  sign: /^ {0,3}:{3,}/,
  read(text) {
    if (end.test(text)) return [{ kind: 'ends', written: text }]
    const found = fence.exec(text)
    if (found === null) return undefined
    const [, attributes, name, words] = found
    const classes = name ? [name] : attributesIn(attributes ?? '').classes
    return [{ kind: 'opens', box: boxOf(classes, attributes ?? words ?? ''), written: text }]
  },
}

/** @param words `width="40%"`, or `40%` alone */
function boxOf(classes: readonly string[], words: string): Box {
  const has = (name: RegExp): boolean => classes.some((each) => name.test(each))
  // Quarto's: each block a column, so many in a row.
  const across = /(?:^|\s)layout-ncol\s*=\s*"?([1-6])/.exec(words)?.[1]
  if (across !== undefined) return { kind: 'columns', each: true, across: Number(across) }
  if (has(/^(?:columns|cols)$/i)) return { kind: 'columns' }
  if (has(/^(?:column|col)$/i)) {
    const width = shareIn(/width\s*[=:]\s*"?([^"\s;]+)/.exec(words)?.[1] ?? words.trim())
    return { kind: 'column', ...(width === undefined ? {} : { width }) }
  }
  if (has(/^incremental$/i)) return { kind: 'steps', of: 'points' }
  if (has(/^fragment$/i)) return { kind: 'steps', of: 'whole' }
  // Of a split, `::: block` holds what stands in one column.
  if (has(/^block$/i)) return { kind: 'column' }
  return { kind: has(/^nonincremental$/i) ? 'plain' : 'foreign' }
}
