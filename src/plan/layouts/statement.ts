/** A title alone, or with one very short line: said large. */
import { displayWidth, plainText } from '../../model/text.js'
import type { LayoutRule } from './layout.js'

const widest = 40

export const statement: LayoutRule = {
  name: 'statement',
  suits: ({ blocks }) => {
    const [first, ...others] = blocks
    if (!first) return true
    return others.length === 0 && first.kind === 'paragraph' && displayWidth(plainText(first.inlines)) <= widest
  },
}
