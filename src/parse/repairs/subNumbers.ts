/** `2.1 words` below the item `2、…` of a list → a point in that item, its number said as it is written. */
import { isBlank, type Line, type Repair } from '../lines.js'
import { readMarker } from './markers.js'

const subNumber = /^([ \t]*)((\d{1,2})\.\d{1,2})[、.]?[ \t]+(?=\S)/

export const readSubNumbers: Repair = (lines) => {
  let parent: number | undefined
  const mended = lines.map((line): Line => {
    const { text } = line
    if (line.verbatim || isBlank(text)) return line
    const [whole = '', indent = '', number = '', first] = subNumber.exec(text) ?? []
    if (whole !== '' && parent !== undefined && Number(first) === parent) {
      const margin = indent.length < 3 ? '   ' : indent
      return { ...line, text: `${margin}- ${number} ${text.slice(whole.length)}` }
    }
    const marker = readMarker(text.trimStart())
    if (marker?.number !== undefined) parent = marker.number
    else if (/^\S/.test(text)) parent = undefined
    return line
  })
  return { lines: mended, findings: [] }
}
