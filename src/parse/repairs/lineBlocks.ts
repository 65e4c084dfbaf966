/** Pandoc's lines of verse (`| Roses are red`) → lines of one paragraph that end where they end. */
import type { Line, Repair } from '../lines.js'

const verse = /^ {0,3}\|(?: +([^|\n]*[^|\s]))?[ \t]*$/
const isVerse = (line: Line | undefined): boolean => line !== undefined && !line.verbatim && verse.test(line.text)

/** One alone is the edge of a table, or a sign. */
export const readLineBlocks: Repair = (lines) => {
  if (!lines.some(({ text }) => verse.test(text))) return { lines, findings: [] }
  const read = lines.map((line, at): Line => {
    const [isBefore, isAfter] = [isVerse(lines[at - 1]), isVerse(lines[at + 1])]
    if (!isVerse(line) || (!isBefore && !isAfter)) return line
    const said = verse.exec(line.text)?.[1] ?? ''
    return { ...line, text: isAfter && said !== '' ? `${said}\\` : said }
  })
  return { lines: read, findings: [] }
}
