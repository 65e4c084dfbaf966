/** What the talk leaves behind, where the notes end with it. */
import { namesTakeaways } from '../takeaways.js'
import type { LayoutRule } from './layout.js'

export const closing: LayoutRule = {
  name: 'closing',
  suits: ({ blocks, title, last }) => last && blocks.length > 0 && namesTakeaways(title),
}
