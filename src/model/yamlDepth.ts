/** The text of YAML → whether it is nested deeper than anybody writes: what reads it goes into itself, and V8 dies of that. */

const DEEPEST = 200

/** Brackets that are open, wherever they stand; points within points on a line; and how far lines are set in. */
export function isTooDeep(text: string): boolean {
  if (new RegExp(`(?:[-?:][ \\t]+){${DEEPEST}}|^[ \\t]{${5 * DEEPEST}}`, 'm').test(text)) return true
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '[' || letter === '{') depth++
    else if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1)
    if (depth > DEEPEST) return true
  }
  return false
}
