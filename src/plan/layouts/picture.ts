/** Nothing but pictures: they get all the room. */
import type { LayoutRule } from './layout.js'

export const picture: LayoutRule = { name: 'picture', suits: ({ only }) => only('picture') }
