/** A look: how slides are arranged (layouts in HTML) and drawn (CSS), and in which fonts. */
import type { FontStyle } from './families.js'

export interface Template {
  readonly name: string
  /** One sentence for lists; '' when its template.yaml has none. */
  readonly description: string
  /** Layout's name → its HTML, written in Liquid. `content` serves every layout that has no file of its own. */
  readonly layouts: ReadonlyMap<string, string>
  /** CSS of all templates, then of the one this one extends, then its own. */
  readonly css: string
  readonly fonts: FontStyle
}

/** The code that travels with every deck: our runtime with reveal.js inside it. */
export interface Runtime {
  readonly script: string
  readonly css: string
  /** Whose code is in it, and what is allowed with it. */
  readonly licences: string
}
