/** Somebody's words, and nothing else. */
import type { LayoutRule } from './layout.js'

export const quote: LayoutRule = { name: 'quote', suits: ({ only }) => only('quote') }
