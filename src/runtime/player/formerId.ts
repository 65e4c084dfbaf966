/** The id of a slide in an earlier deck → the slide of this one that it is, or that has its place: parts go, and titles come to be shared. Pure. */
import { addressMark } from '../../model/addressMark.js'
import { most } from '../../model/lists.js'

/**
 * Ids are made in `plan/ids.ts`: `title`, `section_title` or `section_eyebrow_title`, and `_2` behind what is still equal;
 * `--2` is the second part of a slide.
 * @param ids of the slides there are, in order
 * @param earlier marks of addresses that slides had in decks before this one → the ids of these slides now
 * @returns the last part that is left of the slide; else the first of those with its title that have the most in front in
 * common; undefined: no slide is called so
 */
export function slideOfEarlier(
  id: string,
  ids: readonly string[],
  earlier: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  const [, named = id, part = '1'] = /^(.+)--(\d{1,4})$/.exec(id) ?? []
  const planned = earlier.get(addressMark(named)) ?? named
  for (let count = Number(part); count > 0; count--) {
    const left = count > 1 ? `${planned}--${count}` : planned
    if (ids.includes(left)) return left
  }
  const title = titleIn(planned)
  const namesakes = ids.filter((each) => titleIn(each) === title)
  const inCommon = namesakes.map((each) => commonStart(each, planned))
  return namesakes[inCommon.indexOf(most(inCommon))]
}

/** Titles hold no `_`, but for the one in front of a digit: `_2018-in-review`. */
const titleIn = (id: string): string => id.replace(/(?<=[^_])_\d+$/u, '').replace(/^.*_/u, '')

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
