/** A paragraph's text → its sentences, in Chinese, Japanese and English alike. */

/** Ends a sentence wherever it stands. */
const wideEnds = '。！？｡'
/** End a sentence only with a space, Chinese or nothing behind them: `3.5`, `node.js`, `Really?!`. */
const narrowEnds = '.!?'
/** Belong to the sentence that they follow: more marks, closing quotes and brackets. */
const trailing = /[。！？｡.!?…」』”’）)】》\]"']/u
const wideLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。「『（【《“]/u

const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '【': '】',
  '「': '」',
  '『': '』',
  '《': '》',
  '“': '”',
  '"': '"',
}
const closers = new Set(Object.values(pairs))

/** A quotation longer than this many characters may be cut inside: it would not fit a slide in one piece. */
const longestWhole = 240

const abbreviation =
  /(?:^|[\s(（"“])(?:e\.g|i\.e|etc|cf|vs|dr|mr|mrs|ms|prof|st|no|fig|vol|ch|sec|approx|ca|est|dept|inc|ltd|co|corp|jr|sr|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|[a-z]|(?:[a-z]\.)+[a-z])$/iu
/** `1. One` at the beginning of a line is a number, not a sentence. */
const onlyNumber = /^\s*\p{N}+$/u

/**
 * Cuts a text behind its sentences; never inside brackets or quotes, nor behind `e.g.` or in `3.5`.
 * @returns the pieces in order, blanks behind a sentence kept with it; joined they are the text again
 */
export function sentences(text: string): string[] {
  const closes = matchPairs(text)
  const pieces: string[] = []
  let start = 0
  let at = 0
  while (at < text.length) {
    const close = closes.get(at)
    if (close !== undefined && close - at <= longestWhole) {
      at = close + 1
      if (!narrowEnds.includes(text.charAt(close - 1)) || !/^\s+[^\s\p{Ll}]/u.test(text.slice(at, at + 8))) continue
      // “Like this.” And a new sentence.
      at = skip(text, at, /\s/u, closes)
      pieces.push(text.slice(start, at))
      start = at
      continue
    }
    const character = text.charAt(at)
    at += 1
    const wide = wideEnds.includes(character)
    if (!wide && !narrowEnds.includes(character)) continue
    const end = skip(text, at, trailing, closes)
    if (!wide && !endsHere(text, start, at - 1, end)) continue
    at = skip(text, end, /\s/u, closes)
    pieces.push(text.slice(start, at))
    start = at
  }
  if (start < text.length) pieces.push(text.slice(start))
  return pieces
}

/** Whether the `.`, `!` or `?` at `mark`, with the closing marks up to `end`, ends the sentence begun at `start`. */
function endsHere(text: string, start: number, mark: number, end: number): boolean {
  const next = text.charAt(end)
  if (next !== '' && !/\s/u.test(next) && !wideLetter.test(next)) return false
  if (text.charAt(mark) !== '.' || end > mark + 1) return true
  // Long enough for any abbreviation, short enough that long texts stay linear.
  const before = text.slice(Math.max(start, mark - 16), mark)
  if (abbreviation.test(before) || onlyNumber.test(text.slice(start, mark).slice(0, 8))) return false
  // `approx. ten` goes on; a new sentence begins with a capital, a digit or a script without capitals.
  return !/^\s+\p{Ll}/u.test(text.slice(end, end + 8))
}

function skip(text: string, from: number, what: RegExp, closes: ReadonlyMap<number, number>): number {
  let at = from
  // A straight quote may open the next sentence as well as close this one.
  while (at < text.length && what.test(text.charAt(at)) && !closes.has(at)) at += 1
  return at
}

/** Where each bracket or quote that opens is closed; what is never closed opens nothing. */
export function matchPairs(text: string): Map<number, number> {
  const closes = new Map<number, number>()
  const open: { readonly at: number; readonly closer: string }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const last = open.at(-1)
    if (last && character === last.closer) {
      open.pop()
      closes.set(last.at, at)
      continue
    }
    const closer = pairs[character]
    if (closer !== undefined) open.push({ at, closer })
    else if (closers.has(character)) {
      const match = open.findLastIndex((each) => each.closer === character)
      const opener = open[match]
      if (opener === undefined) continue
      open.length = match
      closes.set(opener.at, at)
    }
  }
  return closes
}
