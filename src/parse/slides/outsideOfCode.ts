/** Lines → those of them that stand outside of fences. */
import { fenceReader } from '../fences.js'

/** Lines of the body that are no code between fences, one by one: what is not asked for is not read. */
export function* outsideOfCode(
  lines: readonly string[],
  bodyLine: number,
): Generator<{ readonly text: string; readonly line: number }> {
  const fencedAt = fenceReader()
  for (let line = bodyLine; line <= lines.length; line++) {
    const text = lines[line - 1] ?? ''
    if (fencedAt(text) === undefined) yield { text, line }
  }
}
