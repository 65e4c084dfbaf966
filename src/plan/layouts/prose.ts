/** Running text, and whatever no other layout wants. */
import type { LayoutRule } from './layout.js'

export const prose: LayoutRule = { name: 'prose', suits: () => true }
