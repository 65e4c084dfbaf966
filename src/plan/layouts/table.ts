/** Tables take at least half of the height. */
import type { LayoutRule } from './layout.js'

export const table: LayoutRule = { name: 'table', suits: ({ share }) => share('table') >= 0.5 }
