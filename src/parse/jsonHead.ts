/** Front matter in JSON (Hugo's `{…}`, Hexo's lines before `;;;`, `---json`) → where it stands, as YAML, which reads JSON too. */

export interface JsonHead {
  /** Lines (from 0) of what is read, the last one excluded, and the first line behind all of it. */
  readonly from: number
  readonly to: number
  readonly body: number
  /** What is read, a line for each of these. */
  readonly text: string
}

/** @param start the first line (from 0) that says something */
export const jsonHead = (lines: readonly string[], start: number): JsonHead | undefined => {
  const first = (lines[start] ?? '').trim()
  if (/^(?:---json|;;;)$/.test(first)) return closedBy(lines, start + 1, first === ';;;' ? ';;;' : '---')
  if (first.startsWith('"')) return closedBy(lines, start, ';;;')
  if (first !== '{') return undefined
  const end = lines.findIndex((line, index) => index > start && /^\}[ \t]*(?:;;;)?[ \t]*$/.test(line))
  if (end < 0) return undefined
  const behind = (lines[end + 1] ?? '').trim()
  return made(lines, start, end + 1, behind === ';;;' ? end + 2 : end + 1)
}

function closedBy(lines: readonly string[], from: number, fence: string): JsonHead | undefined {
  const close = lines.findIndex((line, index) => index >= from && line.trim() === fence)
  return close < 0 ? undefined : made(lines, from, close, close + 1)
}

function made(lines: readonly string[], from: number, to: number, body: number): JsonHead | undefined {
  const text = lines
    .slice(from, to)
    .map((line) => line.replace(/\t/g, ' ').replace(/;;;[ \t]*$/, ''))
    .join('\n')
  const isOpen = /^\s*\{/.test(text)
  // Hexo leaves out the braces.
  const whole = isOpen ? text : `{${text.trimEnd().replace(/,$/, '')}}`
  return { from, to, body, text: whole }
}
