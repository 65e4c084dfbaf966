/** Markers and indents nested beyond any sense → as deep as a page can hold, so that reading needs no endless stack. */
import { indentOf, type Line } from '../lines.js'

/** More markers than this in front of one line's text, or more columns of indent, are dropped. */
const mostMarkers = 200
const mostColumns = 1000

const shallow = /^(?:[^\S\n]|[>*+-]|\d{1,9}[.)]){0,400}/

export const limitDepth = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line) => {
    const prefix = shallow.exec(line.text)?.[0] ?? ''
    if (prefix.length < mostMarkers) return line
    const indent = indentOf(line.text)
    if (indent.columns > mostColumns) {
      return { ...line, text: ' '.repeat(mostColumns) + line.text.slice(indent.length) }
    }
    const all = /^(?:[^\S\n]|[>*+-]|\d{1,9}[.)])*/.exec(line.text)?.[0] ?? ''
    const markers = all.slice(indent.length)
    if (markers.length <= mostMarkers || line.verbatim) return line
    // A long row of one sign is a rule, not a nest.
    if (/^([*-])\1*\s*$/.test(markers) && all.length === line.text.length) return { ...line, text: '---' }
    return { ...line, text: line.text.slice(0, indent.length + mostMarkers) + line.text.slice(all.length) }
  })
