/** Families of fonts under their own names, and their files, for a copy of the deck that is edited elsewhere. */

export interface FontFace {
  readonly bold: boolean
  readonly italic: boolean
  /** As an Embedded OpenType file. */
  readonly bytes: Uint8Array
}

export interface Typeface {
  /** As programs list it. */
  readonly name: string
  /** What a program looks for where it lacks the family; absent when it is not known. */
  readonly nature?: FontNature
  /** None where the font may not travel, or can't. */
  readonly faces: readonly FontFace[]
}

export interface FontNature {
  /** Ten numbers in hexadecimal that say what the letters look like; absent when the font does not say. */
  readonly panose?: string
  /** As Windows counts them: the width of letters in the lowest bits, the style in the next. */
  readonly pitchFamily: number
  /** From the highest letter to the lowest, as the font says it, in ems. */
  readonly height: number
  /** As Windows counts them, with a sign. */
  readonly charset: number
}

/** Which families a deck is set in. */
export interface Typefaces {
  readonly latin: Typeface
  /** '' where the reader's program knows better. */
  readonly eastAsian: Typeface
  readonly mono: Typeface
}
