/** A text with links, definitions and tags that go on over the end of a line → spaces in their place; lines stay where they are. */

/** Where what is not shown may begin: a target, a label, a tag, or at the start of a line a definition. */
const opening = /\]\(|\]\[|<\/?[a-z]|^[ \t>]*(?:[-*+][ \t]+)?\[(?![\^[\]])/gim

const gap = /[ \t]*(?:\n[ \t>]*)?/y
const pointed = /<[^<>\n]*>/y
const title = /"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'|\([^()\\]*(?:\\.[^()\\]*)*\)/sy
const label = /[^[\]]{1,999}\]/y
const tag = /<\/?[a-z][a-z0-9-]*\s[^<>]*>/iy
const lineEnd = /[ \t]*(?=\n|$)/y
const blankLine = /\n[ \t>]*\n/
/** So deep may parentheses stand in an address, as in markdown-it: it also keeps this linear. */
const deepest = 32

/** Only what holds a line end goes: what stands on one line is read there (sourceWords.ts). */
export function withoutSpans(text: string): string {
  let kept = ''
  let from = 0
  for (const { index, 0: found } of text.matchAll(opening)) {
    if (index < from) continue
    const end = endOf(text, index, found)
    const span = end === undefined ? '' : text.slice(index, end)
    if (!span.includes('\n') || blankLine.test(span)) continue
    kept += text.slice(from, index) + span.replace(/[^\n]/g, ' ')
    from = index + span.length
  }
  return kept + text.slice(from)
}

function endOf(text: string, start: number, found: string): number | undefined {
  const inside = start + found.length
  if (found === '](') return endOfTarget(text, inside)
  if (found === '][') return after(label, text, inside)
  return found.startsWith('<') ? after(tag, text, start) : endOfDefinition(text, inside)
}

/** `http://example.com "Title")` */
function endOfTarget(text: string, start: number): number | undefined {
  const address = endOfAddress(text, past(gap, text, start))
  const rest = past(gap, text, address)
  const close = rest > address ? past(gap, text, past(title, text, rest)) : rest
  return text[close] === ')' ? close + 1 : undefined
}

/** `label]: http://example.com "Title"`, up to the end of a line. */
function endOfDefinition(text: string, start: number): number | undefined {
  const colon = after(label, text, start)
  if (colon === undefined || text[colon] !== ':') return undefined
  const address = past(gap, text, colon + 1)
  const end = endOfAddress(text, address)
  // `[Note]:` above a word would be a definition too, and the word would be lost: that is to be told.
  if (!/[/.#:]/.test(text.slice(address, end))) return undefined
  const rest = past(gap, text, end)
  const titled = rest > end ? after(title, text, rest) : undefined
  return (titled === undefined ? undefined : after(lineEnd, text, titled)) ?? after(lineEnd, text, end)
}

/** Of an address, which may be none; parentheses in it come in pairs. */
function endOfAddress(text: string, start: number): number {
  const end = after(pointed, text, start)
  if (end !== undefined) return end
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '(') depth++
    if (character === ')') depth--
    if (depth < 0 || depth > deepest || /\s/.test(character)) return at
  }
  return text.length
}

/** Where a pattern ends that begins there, if it does. */
function after(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : undefined
}

const past = (pattern: RegExp, text: string, start: number): number => after(pattern, text, start) ?? start
