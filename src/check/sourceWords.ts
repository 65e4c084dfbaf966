/** The source of notes, line by line → the words a reader should find in the deck; Markdown's own signs are none. */
import { isDirective } from '../parse/repairs/indents.js'
import { withoutSpans } from './acrossLines.js'
import { wordsIn } from './wordList.js'

export interface SourceLine {
  /** From 1. */
  readonly line: number
  /** The words of the line, in one or more readings: where the text is ambiguous, any of them will do. */
  readonly readings: readonly (readonly string[])[]
}

/**
 * @param bodyLine the first line behind the front matter
 * @yields a line for every line with words, in order
 */
export function* sourceWords(text: string, bodyLine: number): Generator<SourceLine> {
  let fence: string | undefined
  const outside = withoutSpans(text).split('\n')
  for (const [at, raw] of text.split('\n').entries()) {
    if (at + 1 < bodyLine) continue
    const mark = fenceOf(raw)
    if (fence === undefined && mark !== undefined) {
      fence = mark
      continue
    }
    if (fence !== undefined && mark?.startsWith(fence) && /^[\s>]*[`~]+\s*$/.test(raw)) {
      fence = undefined
      continue
    }
    const line = outside[at] ?? ''
    // A fence that is never closed may have been read as text: both readings will do.
    const texts = fence === undefined ? readingsOf(line) : [raw, shown(line, ' ')]
    const readings = texts.map(wordsIn)
    if (readings[0]?.length) yield { line: at + 1, readings }
  }
}

const fenceOf = (line: string): string | undefined =>
  /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]

/** A tag inside a word may part it; `a）QPS` and `a. heap` may be items or begin with a letter. */
function readingsOf(raw: string): readonly string[] {
  const readings = [shown(raw, ' '), shown(raw, '')]
  const unlettered = raw.replace(/^([\s>]*)[（(]?[a-h][.)）、]\s*(?=\S)/, '$1')
  return unlettered === raw ? readings : [...readings, shown(unlettered, ' ')]
}

/** What says that something appears by itself (parse/blocks/steps.ts). */
const steps = /\{\s*\.(?:steps|fragment)\s*\}\s*$|<!--\s*\.element:.*?-->/g

/** What is left of a line when everything is gone that is only an instruction. */
function shown(raw: string, tag: string): string {
  if (/^\s{0,3}\[[^\]^]+\]:\s*\S/.test(raw) || isDirective(raw)) return ''
  return withoutTargets(
    raw
      .replace(/^\s{0,3}[[［]\^[^\]］]+[\]］][:：]/, ' ')
      .replace(marker, ' ')
      .replace(steps, ' ')
      .replace(/\{[^{}]*\}\s*$/, (braces) => (/^\s*[#＃]/.test(raw) ? ' ' : braces)),
  )
    .replace(/[[［]\^[^[\]［］\s]{1,100}[\]］]/g, ' ')
    .replace(/!\[\[[^[\]|\n]{1,400}(?:\|\d+(?:x\d+)?)?\]\]/g, ' ')
    .replace(/\[\[[^[\]|\n]{1,400}\|(?=[^[\]\n]{1,400}\]\])/g, ' [[')
    .replace(/<!--|-->/g, ' ')
    .replace(/<(?:br|wbr)\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi, tag)
    .replace(/[a-z0-9\u00c0-\u024f]{0,40}&#?[a-z0-9]{2,31};[a-z0-9\u00c0-\u024f]{0,40}/gi, ' ')
}

/** What stands before the text of a line: quote signs, list markers of all kinds, task boxes. */
const marker =
  /^(?:\s|>|[-*+•·・●○▪▫■□◦‣－—–](?![-*])|#{1,6}|[（(]?\p{N}{1,4}(?:[.)）、．:]|\.\))|[（(][一二三四五六七八九十百]+[)）]|[一二三四五六七八九十百]+、|[①-⓿]|[（(]?[A-Za-z][)）]\s|\[[ xX]\](?=\s)|\[!\w+\]){0,60}/u

/** `[text](target "title")` → `[text]`, `[text][reference]` → `[text]`. */
function withoutTargets(line: string): string {
  if (!line.includes('](') && !line.includes('][')) return line
  const closes = matchBrackets(line)
  let kept = ''
  let from = 0
  for (let at = line.indexOf(']'); at >= 0; at = line.indexOf(']', at + 1)) {
    const close = at >= from ? closes.get(at + 1) : undefined
    if (close === undefined) continue
    kept += `${line.slice(from, at + 1)} `
    from = close + 1
  }
  return kept + line.slice(from)
}

/** Where each bracket closes that does; each kind by itself, as text may hold a lone one of the other. */
function matchBrackets(line: string): ReadonlyMap<number, number> {
  const closes = new Map<number, number>()
  const open: Readonly<Record<string, number[]>> = { ')': [], ']': [] }
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at)
    if (character === '(') open[')']?.push(at)
    else if (character === '[') open[']']?.push(at)
    else {
      const opener = open[character]?.pop()
      if (opener !== undefined) closes.set(opener, at)
    }
  }
  return closes
}
