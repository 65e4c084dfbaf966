/** `12 € (TODO: ask Ann)` → `12 €`, and what is still open about it: brackets behind words that only say what is to be done. */
import type { Inline } from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import { openParts } from '../placeholders.js'
import { trimmed } from '../textLines.js'

/**
 * @param take is handed each of them, as it is said
 * @param hasStates as openParts
 */
export function withoutOpenParts(
  inlines: readonly Inline[],
  take: (open: string) => void,
  hasStates: boolean,
): readonly Inline[] {
  // Code shows a word, it does not say it: its letters are others here.
  const said = inlines.map((inline) =>
    inline.kind === 'code' ? 'x'.repeat(inline.text.length) : inline.kind === 'break' ? '\n' : plainText([inline]),
  )
  const whole = said.join('')
  const parts = openParts(whole, hasStates)
  if (parts.length === 0) return inlines
  for (const { from, to } of parts) take(whole.slice(from, to).trim())
  const kept: Inline[] = []
  let start = 0
  for (const [index, inline] of inlines.entries()) {
    const end = start + (said[index]?.length ?? 0)
    const touching = parts.filter(({ from, to }) => from < end && to > start)
    if (touching.length === 0) kept.push(inline)
    else if (inline.kind === 'text') kept.push({ kind: 'text', text: without(inline.text, start, touching) })
    else if ('children' in inline && !touching.some(({ from, to }) => from <= start && to >= end))
      kept.push({ ...inline, children: withoutOpenParts(inline.children, () => {}, hasStates) })
    start = end
  }
  return trimmed(kept)
}

/** @param start of the text, in what the parts are counted in */
function without(text: string, start: number, parts: ReturnType<typeof openParts>): string {
  let kept = ''
  let at = 0
  for (const { from, to } of parts) {
    kept += text.slice(at, Math.max(at, from - start))
    at = Math.max(at, Math.min(text.length, to - start))
  }
  return kept + text.slice(at)
}
