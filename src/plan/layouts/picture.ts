/** One picture, or several with the author's cuts between them: each gets all the room. */
import type { LayoutRule } from './layout.js'

export const picture: LayoutRule = {
  name: 'picture',
  suits: ({ blocks, only, cut }) => only('picture') && (blocks.length === 1 || cut),
}
