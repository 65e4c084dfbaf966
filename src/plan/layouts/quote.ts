/** Somebody's words, whose they are, and nothing else. */
import { isAttribution } from '../attribution.js'
import type { LayoutRule } from './layout.js'

export const quote: LayoutRule = {
  name: 'quote',
  suits: ({ blocks }) => {
    const last = blocks.at(-1)
    const words = last && isAttribution(last) ? blocks.slice(0, -1) : blocks
    return words.length > 0 && words.every(({ kind }) => kind === 'quote')
  },
}
