/** A value that is no YAML → the text that its author meant: `[Draft] Kubernetes`, `"Ann", "Bob"`, `"never closed`. */

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

/** Whether what begins with a bracket is no list: the bracket closes on its line, and more follows. */
export function goesOnBehindBracket(text: string): boolean {
  const open = text.charAt(0)
  const close = closers[open]
  let depth = 0
  for (const [index, character] of [...text].entries()) {
    if (character === open) depth++
    if (character === close) depth--
    if (depth === 0) return /^\s*[^\s#]/.test([...text].slice(index + 1).join(''))
  }
  return false
}

const severalQuoted = /^(["'])(?:(?!\1).)+\1(?:\s*[,，、;；]\s*(["'])(?:(?!\2).)+\2)+$/

/** Quotes around the whole text, around each of several, or one that is never closed are YAML's; others are the author's. */
export function withoutQuotes(written: string): string {
  const text = written.trim()
  const quote = text.charAt(0)
  if (quote !== '"' && quote !== "'") return text
  if (severalQuoted.test(text)) return text.replace(/(["'])((?:(?!\1).)+)\1/g, '$2')
  const inside = text.slice(1)
  if (!inside.includes(quote)) return inside.trimStart()
  // Within `'It's so'` an apostrophe closes nothing.
  const isWhole = inside.endsWith(quote) && !new RegExp(`${quote}[\\s\\p{P}]`, 'u').test(inside.slice(0, -1))
  return isWhole ? inside.slice(0, -1) : text
}
