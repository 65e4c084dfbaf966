/** Code as esbuild writes it → the same in ASCII: V8 keeps it at a byte a letter, and it is read without being decoded. */

/**
 * esbuild escapes letters in strings. It leaves them in regular expressions, and in what `String.raw` is given, as an escape
 * means something else there; and nothing else holds any: identifiers are English, and comments are left out.
 */
export function inAscii(code) {
  const withoutRaw = code.replace(/String\.raw`[^`]*`/g, (raw) =>
    raw.replace(FOREIGN, (letter) => `\${"${escaped(letter)}"}`),
  )
  // Where it is escaped already, one more backslash would make it another letter.
  if (/\\[^\0-\x7f]/.test(withoutRaw)) throw new Error('A letter behind a backslash can’t be written in ASCII.')
  return withoutRaw.replace(FOREIGN, escaped)
}

const FOREIGN = /[^\0-\x7f]/g

/** Letters of two units are two escapes, which mean one letter where a regular expression reads Unicode. */
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
