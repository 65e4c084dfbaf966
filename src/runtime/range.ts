/** The page → one range that all who measure and cut text use in turn. */

let range: Range | undefined

/**
 * The browser keeps every range up to date with each change of the page, until it is collected: a range for each text makes
 * changing a long deck slow. Set both of its ends before use, and don't keep it.
 */
export const sharedRange = (): Range => {
  range ??= document.createRange()
  return range
}
