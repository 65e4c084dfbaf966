/** Lists take at least half of the height. */
import type { LayoutRule } from './layout.js'

export const points: LayoutRule = { name: 'points', suits: ({ share }) => share('list', 'definitions') >= 0.5 }
