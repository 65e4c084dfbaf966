/** What typesets formulas: handed from stage to stage, as it is loaded only for notes that have some. */

export interface TypesetFormula {
  /** Made of nothing but what the typesetter writes. */
  readonly html: string
  /** Name of a face, `Main-Regular` → the characters that are drawn in it. */
  readonly faces: ReadonlyMap<string, string>
}

/** Why it can't be typeset, in the typesetter's words. */
export interface FormulaFault {
  readonly fault: string
}

export interface Formulary {
  readonly typeset: (tex: string, display: boolean) => TypesetFormula | FormulaFault
  /** The style sheet of what it makes. */
  readonly css: string
}
