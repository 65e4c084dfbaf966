/** What all slides of a file share, and what a writer of one of them has to know. */
import type { Link } from '../model/parts.js'
import type { Typefaces } from '../model/typefaces.js'
import type { Palette } from './colours.js'

export interface Style {
  readonly palette: Palette
  readonly typefaces: Typefaces
  /** BCP 47. */
  readonly lang: string
}

export interface Scene extends Style {
  /** The theme's families for titles (`mj`) or for all other text. */
  readonly fonts?: 'mj' | 'mn'
  /** Formulas are written as Office has them; otherwise as text. */
  readonly formulas?: boolean
  /** Gives the id of a reference to where a link leads. */
  readonly referenceTo: (link: Link) => string
}
