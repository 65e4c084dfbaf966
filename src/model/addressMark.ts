/** The address of a slide → a short mark by which it is known again, and from which nobody reads it. */

/** The algorithm of Fowler, Noll and Vo: pages ask for it before anything is shown. */
export function addressMark(address: string): string {
  let mark = 0x811c9dc5
  for (let at = 0; at < address.length; at++) mark = Math.imul(mark ^ address.charCodeAt(at), 0x01000193)
  return (mark >>> 0).toString(36)
}
