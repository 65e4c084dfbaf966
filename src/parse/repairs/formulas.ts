/** Formulas set off by lines of `$$` → fences of `math`: their signs are TeX's, not Markdown's. */
import { headingLevel, type Line, type Repair } from '../lines.js'

const mark = /^\s*\$\$\s*$/
/** Nobody writes a longer formula; a lone `$$` further up is none. */
const mostLines = 40

export const fenceFormulas: Repair = (lines) => {
  const mended: Line[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    const end = opens(line) ? closing(lines, index) : undefined
    if (end === undefined) {
      mended.push(line)
      index++
      continue
    }
    for (; index <= end; index++) {
      const inside = lines[index]
      if (inside === undefined) break
      const text = inside === line ? '```math' : index === end ? '```' : inside.text
      mended.push({ ...inside, text, verbatim: true })
    }
  }
  return { lines: mended, findings: [] }
}

const opens = (line: Line): boolean => !line.verbatim && mark.test(line.text)

const closing = (lines: readonly Line[], open: number): number | undefined => {
  for (let index = open + 1; index < Math.min(lines.length, open + mostLines); index++) {
    const line = lines[index]
    if (line === undefined || line.verbatim || headingLevel(line.text) > 0) return undefined
    if (mark.test(line.text)) return index > open + 1 ? index : undefined
  }
  return undefined
}
