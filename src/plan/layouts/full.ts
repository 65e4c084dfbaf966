/** A picture to the edges of the slide: only where the notes ask for it, since it takes the title's place. */
import type { LayoutRule } from './layout.js'

export const full: LayoutRule = { name: 'full', suits: () => false }
