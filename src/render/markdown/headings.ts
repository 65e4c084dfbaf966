/** Lines of Markdown → the same, so that none of them is taken for a heading that somebody forgot to mark. */
import { toLines } from '../../parse/lines.js'
import { readMarker } from '../../parse/repairs/markers.js'
import { mendLines } from '../../parse/repairs/table.js'
import { separator } from './context.js'
import { byNumber } from './escape.js'

/** Each round may bring forth a few that stood in the shadow of others. */
const mostRounds = 8

/**
 * All headings are marked by now; what reading would infer beyond them is text. Lists then close their numbers with a
 * bracket, and other lines get a comment right above, as headings stand free.
 *
 * @param write gives the lines, with numbers closed or not
 * @param titled the front matter gives the title
 */
export function holdHeadings(write: (closedNumbers: boolean) => readonly string[], titled: boolean): readonly string[] {
  const open = write(false)
  const inferred = inferredIn(open, titled)
  let lines = inferred.some(({ at }) => isItem(open[at])) ? write(true) : open
  for (let round = 0; round < mostRounds; round++) {
    const found = new Map(inferredIn(lines, titled).map(({ at, from }) => [at, from]))
    if (found.size === 0) return lines
    lines = lines.flatMap((line, at) => {
      const from = found.get(at) ?? found.get(at - 1)
      if (from === 'speaker line') return [line.replace(/[:：]/, (colon) => (colon === ':' ? '\\:' : byNumber(colon)))]
      return found.has(at) && !isItem(line) ? [`${/^ */.exec(line)?.[0]}${separator}`, line] : [line]
    })
  }
  return lines
}

const isItem = (line = ''): boolean => readMarker(line.trimStart()) !== undefined

function inferredIn(
  lines: readonly string[],
  titled: boolean,
): readonly { readonly at: number; readonly from: string }[] {
  const { findings } = mendLines(toLines(lines.join('\n'), 1), { repair: true, infer: true, titled, isWritten: false })
  return findings.flatMap(({ code, place, facts }) =>
    code === 'heading-inferred' ? [{ at: place.line - 1, from: facts.from }] : [],
  )
}
