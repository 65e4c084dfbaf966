/** Where slides would like to stand in the margin → where they stand: none over another, none off the page. Pure arithmetic. */

/** Lengths in px. */
export interface Want {
  readonly top: number
  readonly height: number
}

/** Whether what stands at `top` in the margin would stand over any of these: what it shows is in the text, too. */
export const isClear = (top: number, height: number, taken: readonly Want[]): boolean =>
  taken.every((area) => top + height <= area.top || area.top + area.height <= top)

/**
 * Each stands beside its heading, or as near to it as the ones above and below let it.
 *
 * @returns the upper edge of each; undefined where a page has no room left for it
 */
export function placeInMargin(
  wants: readonly Want[],
  room: { readonly height: number; readonly gap: number },
): readonly (number | undefined)[] {
  const tops: (number | undefined)[] = []
  let free = 0
  for (const { top, height } of wants) {
    const at = Math.max(top, free)
    const fits = usedBy(tops, wants) + height <= room.height
    tops.push(fits ? at : undefined)
    if (fits) free = at + height + room.gap
  }
  // What stuck out below moves up, and pushes up what is above it.
  let floor = room.height
  for (let index = wants.length - 1; index >= 0; index--) {
    const top = tops[index]
    const height = wants[index]?.height ?? 0
    if (top === undefined) continue
    const moved = Math.max(0, Math.min(top, floor - height))
    tops[index] = moved
    floor = moved - room.gap
  }
  return tops

  function usedBy(placed: readonly (number | undefined)[], all: readonly Want[]): number {
    return placed.reduce<number>(
      (sum, top, index) => (top === undefined ? sum : sum + (all[index]?.height ?? 0) + room.gap),
      0,
    )
  }
}
