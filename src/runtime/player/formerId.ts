/** The id of a slide in an earlier deck → the slide of this one that has its place: parts go, and titles come to be shared. Pure. */
import { most } from '../../model/lists.js'

/**
 * Ids are made in `plan/ids.ts`: `title`, `section_title` or `section_eyebrow_title`, and `_2` behind what is still equal;
 * `--2` is the second part of a slide.
 * @param ids of the slides there are, in order
 * @returns the last part that is left of the slide; else the first of those with its title that have the most in front in
 * common; undefined: no slide is called so
 */
export function slideOfEarlier(id: string, ids: readonly string[]): string | undefined {
  const [, planned = id, part = '1'] = /^(.+)--(\d{1,4})$/.exec(id) ?? []
  for (let earlier = Number(part); earlier > 0; earlier--) {
    const left = earlier > 1 ? `${planned}--${earlier}` : planned
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
