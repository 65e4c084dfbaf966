/** Text → its letters, each with the marks above and below it: what one font has to draw as one. */

// Accents, points and the like that are characters of their own. Not the frame of keycaps: that is an emoji's.
const MARKS = [
  '\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u064b-\\u065f\\u1ab0-\\u1aff\\u1dc0-\\u1dff',
  '\\u20d0-\\u20dc\\u20e1-\\u20f0\\u3099\\u309a\\ufe20-\\ufe2f',
].join('')
const mark = new RegExp(`[${MARKS}]`)
const letter = new RegExp(`[^][${MARKS}]*`, 'gu')
/** A letter with marks, or a Korean syllable taken apart, as macOS writes them in file names. */
const apart = new RegExp(`[^${MARKS}][${MARKS}]+|[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?`, 'gu')
const mayBeApart = new RegExp(`[${MARKS}\\u1100-\\u1112]`)

/** In the order of the text, each as often as it is there. */
export const lettersIn = (text: string): readonly string[] => (mark.test(text) ? (text.match(letter) ?? []) : [...text])

/**
 * Letters and marks put together where Unicode has one character for both: fonts have a glyph for that one, drawn by hand.
 * Everything else stays as it is, such as ideographs that Unicode takes for variants of others.
 */
export const composed = (text: string): string =>
  mayBeApart.test(text) ? text.replace(apart, (letter) => letter.normalize('NFC')) : text
