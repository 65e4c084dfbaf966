/** Code takes at least half of the height. */
import type { LayoutRule } from './layout.js'

export const code: LayoutRule = { name: 'code', suits: ({ share }) => share('code') >= 0.5 }
