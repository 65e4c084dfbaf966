/** What somebody wrote for themselves → the paragraphs that are said: parted by empty lines, and where a line opens a point. */
import { glue } from '../parse/scripts.js'

/** `- one`, `2. two`, `3、三`, `（四）`; `1.12` is a number. */
const point = /^(?:[-*+•·]\s|\d{1,2}(?:[)、）]|\.(?!\d))|[（(]?[一二三四五六七八九十]{1,3}[）)、])/u

/** Lines that were wrapped by hand are one paragraph again: on the speaker's desk they have another width. */
export function remarksOf(text: string): readonly string[] {
  const remarks: string[] = []
  let open = false
  for (const line of text.split('\n').map((each) => each.trim())) {
    const before = open && !point.test(line) ? remarks.pop() : undefined
    if (line !== '') remarks.push(before === undefined ? line : `${before}${glue(before, line)}${line}`)
    else if (before !== undefined) remarks.push(before)
    open = line !== ''
  }
  return remarks
}
