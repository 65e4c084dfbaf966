/** What somebody wrote for themselves → the paragraphs that are said: parted by empty lines, and where a line opens a point. */
import { glue } from '../parse/scripts.js'

/** `- one`, `2. two`, `3、三`, `（四）`, and the row of a table; `1.12` is a number. */
const point = /^(?:[-*+•·]\s|\||\d{1,2}(?:[)、）]|\.(?!\d))|[（(]?[一二三四五六七八九十]{1,3}[）)、])/u

/** Lines that were wrapped by hand are one paragraph again: on the speaker's desk they have another width. */
export function remarksOf(text: string): readonly string[] {
  const remarks: string[][] = []
  let open: string[] | undefined
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') open = undefined
    else if (open !== undefined && !point.test(line)) open.push(glue(open.at(-1) ?? '', line), line)
    else {
      open = [line]
      remarks.push(open)
    }
  }
  return remarks.map((pieces) => pieces.join(''))
}
