/** Pandoc's examples, which count on through all of the notes (`(@good) This one.`, «as (@good) shows») → their numbers. */
import { indentOf, type Line, type Repair } from '../lines.js'

const opening = /^\(@([\w-]{0,60})\)(?=[ \t]+\S)/
const reference = /\(@([\w-]{1,60})\)/g

export const numberExamples: Repair = (lines) => {
  const numbers = new Map<string, number>()
  let count = 0
  const counted = lines.map((line): Line => {
    const { length } = indentOf(line.text)
    const found = line.verbatim || !line.text.includes('(@') ? null : opening.exec(line.text.slice(length))
    if (found === null) return line
    count++
    if (found[1]) numbers.set(found[1], count)
    return { ...line, text: `${line.text.slice(0, length)}(${count})${line.text.slice(length + found[0].length)}` }
  })
  if (count === 0) return { lines, findings: [] }
  const read = counted.map((line): Line => {
    if (line.verbatim || !line.text.includes('(@')) return line
    const text = line.text.replace(reference, (whole, name: string) => {
      const number = numbers.get(name)
      return number === undefined ? whole : `(${number})`
    })
    return { ...line, text }
  })
  return { lines: read, findings: [] }
}
