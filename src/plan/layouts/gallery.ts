/** Several pictures in a row and nothing else: a grid by their shapes. */
import type { LayoutRule } from './layout.js'

export const gallery: LayoutRule = {
  name: 'gallery',
  suits: ({ blocks, only, cut }) => only('picture') && blocks.length > 1 && !cut,
}
