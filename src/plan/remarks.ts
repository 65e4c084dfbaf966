/** What somebody wrote for themselves → the paragraphs that are said: parted by empty lines, and where a line opens a point. */
import { glue } from '../parse/scripts.js'

/** `- one`, `2. two`, `3、三`, `（四）`; `1.12` is a number. */
const point = /^(?:[-*+•·]\s|\d{1,2}(?:[)、）]|\.(?!\d))|[（(]?[一二三四五六七八九十]{1,3}[）)、])/u
const fence = /^(`{3,}|~{3,})[^`]*$/

/**
 * Lines that were wrapped by hand are one paragraph again: on the speaker's desk they have another width. Code in fences and
 * the rows of a table keep theirs (model/remarks.ts).
 */
export function remarksOf(text: string): readonly string[] {
  const remarks: string[][] = []
  let open: 'text' | 'table' | undefined
  const begin = (kind: typeof open, line: string): void => {
    open = kind
    remarks.push([line])
  }
  const lines = text.split('\n')
  const unclosed = new Set<string>()
  for (let index = 0; index < lines.length; index++) {
    const raw = lines[index] ?? ''
    const line = raw.trim()
    const end = fence.test(line) ? endOfCode(lines, index, unclosed) : -1
    if (end > 0) {
      remarks.push([`${dedented(lines.slice(index + 1, end)).join('\n')}\n`])
      open = undefined
      index = end
    } else if (line === '') open = undefined
    else if (line.startsWith('|')) {
      if (open === 'table') remarks.at(-1)?.push('\n', line)
      else begin('table', line)
    } else if (open === 'text' && !point.test(line)) {
      const said = remarks.at(-1)
      said?.push(glue(said.at(-1) ?? '', line), line)
    } else begin('text', line)
  }
  return remarks.map((pieces) => pieces.join(''))
}

/**
 * @param unclosed marks that stand alone on none of the lines below; gathered here, as the next fence would look in vain again
 * @returns -1 where the fence is never closed, or holds nothing
 */
function endOfCode(lines: readonly string[], start: number, unclosed: Set<string>): number {
  const mark = fence.exec(lines[start]?.trim() ?? '')?.[1] ?? ''
  if (unclosed.has(mark)) return -1
  let end = start + 1
  while (end < lines.length && lines[end]?.trim() !== mark) end++
  if (end === lines.length) {
    unclosed.add(mark)
    return -1
  }
  return lines.slice(start + 1, end).some((line) => line.trim() !== '') ? end : -1
}

function dedented(lines: readonly string[]): readonly string[] {
  const indent = lines
    .filter((line) => line.trim() !== '')
    .reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity)
  return lines.map((line) => line.slice(indent).trimEnd())
}
