/** What other tools put around blocks (columns, one of them, what appears step by step), whatever they write for it. */

export interface Breadth {
  /** Share of the width, 0 to 1; or how many parts of it. */
  readonly width?: number
  readonly parts?: number
  /** It begins a row of its own. */
  readonly isFirst?: true
  /** Side by side are those that name the same row. */
  readonly row?: string
}

export type Box =
  /** `each`: every block in it is a column; `parts`: relative widths of the columns; `across`: so many in a row. */
  | { readonly kind: 'columns'; readonly each?: true; readonly parts?: readonly number[]; readonly across?: number }
  | ({ readonly kind: 'column' } & Breadth)
  /** `points`: those of its lists one after another; `whole`: all of it at once. */
  | { readonly kind: 'steps'; readonly of: 'points' | 'whole' }
  /** It means nothing by itself: what is in it is shown. Right in columns, it is one. */
  | ({ readonly kind: 'plain' } & Breadth)
  /** Somebody else reads it; it only has the same ends. */
  | { readonly kind: 'foreign' }

/** What a line is made of, once boxes are looked for in it. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'opens'; readonly box: Box; readonly written: string }
  /** The innermost box of its spelling; `all`: every one. */
  | { readonly kind: 'ends'; readonly all?: true; readonly written: string }

/** One way to write boxes. */
export interface Spelling {
  readonly name: string
  /** Text that every line with such a box holds: looked for first, as that takes no time. */
  readonly needs: string
  /** Which of those lines are read closely. */
  readonly sign: RegExp
  /** Boxes go on until the slide does, unless something ends them before. */
  readonly untilSlideEnds?: true
  /** In comments, which other repairs leave alone. */
  readonly inComments?: true
  /** @returns undefined for a line that has none */
  readonly read: (text: string) => readonly Piece[] | undefined
}

/** At the end of a line in the notes, or where one begins. */
export type BoxMark =
  | { readonly opens: Exclude<Box, { readonly kind: 'plain' | 'foreign' }> }
  | { readonly closes: true }
