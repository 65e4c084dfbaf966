/** Heights of entries (a slide and its text) → on which sheet each stands, and how far down. Pure arithmetic. */

/** Lengths in px. */
export interface Entry {
  /** Of the slide with its text; of more than one where the text goes on to further sheets. */
  readonly heights: readonly number[]
  /** Opens what follows, as a divider does: not to be the last of a sheet. */
  readonly opens: boolean
}

export interface Place {
  /** From 0. */
  readonly sheet: number
  readonly top: number
}

/**
 * An entry that fits whole in what is left of a sheet shares it; any other begins a new one.
 *
 * @returns a place for each height of each entry
 */
export function placeEntries(entries: readonly Entry[], room: number, gap: number): readonly (readonly Place[])[] {
  let sheet = 0
  let top = 0
  return entries.map(({ heights, opens }, index) => {
    const [height = 0, ...more] = heights
    const following = opens ? wholeHeight(entries[index + 1]) : 0
    const together = following > 0 && height + gap + following <= room ? height + gap + following : height
    if (top > 0 && (more.length > 0 || top + together > room)) {
      sheet += 1
      top = 0
    }
    return heights.map((part, number) => {
      if (number > 0) {
        sheet += 1
        top = 0
      }
      const place = { sheet, top }
      top += part + gap
      return place
    })
  })
}

/** 0 when it goes on to further sheets: then it begins one of its own, whatever is before it. */
const wholeHeight = (entry: Entry | undefined): number => (entry?.heights.length === 1 ? (entry.heights[0] ?? 0) : 0)
