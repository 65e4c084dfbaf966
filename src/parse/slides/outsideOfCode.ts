/** Lines → those of them that stand outside of fences. */
import { fencedLines } from '../fences.js'

/** Lines of the body that are no code between fences. */
export function* outsideOfCode(
  lines: readonly string[],
  bodyLine: number,
): Generator<{ readonly text: string; readonly line: number }> {
  const body = lines.slice(bodyLine - 1)
  for (const [index, fenced] of fencedLines(body).entries())
    if (fenced === undefined) yield { text: body[index] ?? '', line: bodyLine + index }
}
