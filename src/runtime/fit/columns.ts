/** Widths of a table's columns and the room → which columns stand together on one slide. Pure arithmetic. */

/**
 * Columns that find no room go to a further table; each repeats the first column, which says what a row is about.
 *
 * @param widths px, one a column
 * @param room px
 * @returns columns of each table, by index from 0, in order; undefined when even two columns are too wide side by side
 */
export function columnGroups(widths: readonly number[], room: number): readonly (readonly number[])[] | undefined {
  const first = widths[0] ?? 0
  const groups: number[][] = []
  let group: number[] = []
  let used = first
  for (let column = 1; column < widths.length; column++) {
    const width = widths[column] ?? 0
    if (first + width > room) return undefined
    if (used + width > room) {
      groups.push([0, ...group])
      group = []
      used = first
    }
    group.push(column)
    used += width
  }
  if (group.length > 0) groups.push([0, ...group])
  return groups
}
