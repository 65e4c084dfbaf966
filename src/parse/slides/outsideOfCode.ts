/** Lines → those of them that stand outside of fences. */
import { quoteOf } from '../lines.js'

const fence = /^\s*(`{3,}|~{3,})/

/** Lines of the body that are no code between fences. */
export function* outsideOfCode(
  lines: readonly string[],
  bodyLine: number,
): Generator<{ readonly text: string; readonly line: number }> {
  let open = ''
  for (let index = bodyLine - 1; index < lines.length; index++) {
    const text = lines[index] ?? ''
    const mark = fence.exec(text.slice(quoteOf(text).length))?.[1] ?? ''
    if (open === '') {
      if (mark !== '') open = mark
      else yield { text, line: index + 1 }
    } else if (mark.startsWith(open) && /^[\s>]*[`~]+\s*$/.test(text)) open = ''
  }
}
