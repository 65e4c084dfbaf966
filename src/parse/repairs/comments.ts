/** Obsidian's comments, `%% for me only %%` → HTML comments: kept for the speaker, never shown. */
import { isBlank, type Line, type Repair } from '../lines.js'

const oneLine = /^\s*%%(?!%)\s*(.*\S)\s*(?<!%)%%\s*$/
const mark = /^\s*%%\s*$/
/** A comment reaches no further: a lone `%%` far above another is no pair. */
const mostLines = 60

export const hideComments: Repair = (lines) => {
  const mended: Line[] = []
  let hiddenTo = -1
  lines.forEach((line, index) => {
    if (line.verbatim || line.text.length > 2000) mended.push(line)
    else if (index <= hiddenTo) mended.push(hidden(line, line.text))
    else if (mark.test(line.text)) {
      const end = closing(lines, index)
      hiddenTo = end ?? hiddenTo
      mended.push(end === undefined ? line : { ...line, text: '' })
    } else {
      const text = oneLine.exec(line.text)?.[1]
      mended.push(text === undefined ? line : hidden(line, text))
    }
  })
  return { lines: mended, findings: [] }
}

/** Line by line, so that nothing in between can end the comment early. */
const hidden = (line: Line, text: string): Line =>
  isBlank(text) || mark.test(text)
    ? { ...line, text: '' }
    : { ...line, text: `<!-- ${text.replace(/-->/g, '->')} -->`, verbatim: true }

const closing = (lines: readonly Line[], open: number): number | undefined => {
  const place = lines.slice(open + 1, open + mostLines).findIndex((line) => mark.test(line.text))
  return place < 0 ? undefined : open + 1 + place
}
