/** Heights of entries (a slide and its text) → on which sheet each stands, and how far down. Plain arithmetic. */

/** Lengths in px. */
export interface Entry {
  /** Of the slide with all of its text. */
  readonly height: number
  /** Room that it may begin in when it can't have as much: for the slide, and a few lines. */
  readonly least: number
  /** Opens what follows, as a divider does: not to be the last of a sheet. */
  readonly opens: boolean
  /** Tears it, each time anew, so that it begins in this room and goes on to further sheets: the height on each. */
  tear(room: number): readonly number[]
}

export interface Place {
  /** From 0. */
  readonly sheet: number
  readonly top: number
  readonly bottom: number
}

/** Share of a sheet that is rather filled with part of an entry than left blank. */
const WORTH_TEARING = 0.27

/**
 * An entry that fits whole in what is left of a sheet shares it. One that does not begins there and goes on, where much would
 * be left blank or it has to go on in any case; any other begins a new sheet.
 *
 * @returns a place for each sheet that an entry stands on
 */
export function placeEntries(entries: readonly Entry[], room: number, gap: number): readonly (readonly Place[])[] {
  let sheet = 0
  let top = 0
  return entries.map((entry, index) => {
    const next = entry.opens ? entries[index + 1] : undefined
    const opened = next ? gap + Math.min(next.height, next.least) : 0
    const left = room - top
    const needed = entry.height + (entry.height + opened <= room ? opened : 0)
    const goesOn = entry.height > left && left >= beginsIn(entry, room)
    if (top > 0 && needed > left && !goesOn) {
      sheet += 1
      top = 0
    }
    let heights = entry.height <= room - top ? [entry.height] : entry.tear(room - top)
    // It may begin with what can't be torn, and has no room there.
    if (top > 0 && (heights[0] ?? 0) > room - top) {
      sheet += 1
      top = 0
      heights = entry.tear(room)
    }
    return heights.map((part, number) => {
      if (number > 0) {
        sheet += 1
        top = 0
      }
      const place = { sheet, top, bottom: top + part }
      top += part + gap
      return place
    })
  })
}

/** Room that an entry begins in, though it goes on to the next sheet. */
const beginsIn = ({ height, least }: Entry, room: number): number =>
  height > room ? least : Math.max(least, room * WORTH_TEARING)
