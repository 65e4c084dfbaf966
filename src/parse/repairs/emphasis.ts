/** `**` that Markdown would show, as it is never closed or has a space inside → bold, where there is no doubt what is meant. */
import { hasWord } from '../../model/commonText.js'
import { headingLevel, isBlank, type Line, type Repair } from '../lines.js'
import { glue, isCjk } from '../scripts.js'

/** What may stand before the text of a line, then the opening mark. `***` is a rule, or more than bold. */
const opening = /^((?:\s|>|[-*+•·](?=\s)|#{1,6}|[（(]?\d{1,4}[.)）、])*)\*\*(?!\*)/u
const startsBlock = /^\s*(?:[-*+•·]\s|[（(]?\d{1,4}[.)）、]|#{1,6}|>|\||`{3}|~{3}|<)/u
const codeOrEscape = /\\.|(`+)(?!`).*?[^`]\1(?!`)/gu
/** `**foo* bar` */
const halfClosed = /^[^\s*](?:[^*]*[^\s*])?\*(?=[\s,.;:!?]|$)(?!.*\*)/u
// `**/*.test.ts`
const glob = /^[/.*]/

export const mendEmphasis: Repair = (lines) => {
  const changed: number[] = []
  const mended = lines.map((line, index): Line => {
    const text = line.isRow ? inCells(line.text) : line.verbatim ? undefined : mendedText(line.text, lines, index)
    if (text === undefined) return line
    changed.push(line.line)
    return { ...line, text }
  })
  const [first] = changed
  if (first === undefined) return { lines, findings: [] }
  return {
    lines: mended,
    findings: [{ code: 'bold-mended', place: { line: first }, facts: { count: changed.length } }],
  }
}

function mendedText(text: string, lines: readonly Line[], index: number): string | undefined {
  return closed(text, lines, index) ?? between(text) ?? (headingLevel(text) > 0 ? withinLine(text) : undefined)
}

function inCells(row: string): string | undefined {
  if (!row.includes('**')) return undefined
  const cell = (text: string): string => closed(text, [], 0) ?? withinLine(text) ?? text
  const mended = row
    .split(/(?<!\\)\|/)
    .map((text) => text.replace(/\S(?:.*\S)?/, cell))
    .join('|')
  return mended === row ? undefined : mended
}

/** A heading or a cell is all its text: what is not closed at its end never is. */
function withinLine(text: string): string | undefined {
  const pieces = asLong(text).split('**')
  const strays = pairs(pieces.slice(1)).flatMap((pair, mark) => (pair === 'stray' ? [mark] : []))
  const [mark, ...others] = strays
  if (mark === undefined || others.length > 0) return undefined
  const at = pieces.slice(0, mark + 1).join('**').length
  const [before, after] = [text.slice(0, at), text.slice(at + 2)]
  if (before.endsWith('*') || after.startsWith('*')) return undefined
  if (after.trim() === '') return /[^\s#]/.test(before) && !pointer.test(before) ? before.trimEnd() : undefined
  const opens = /^\S/.test(after) && (/(?:^|\s)$/.test(before) || isCjk([...before].at(-1) ?? ''))
  return opens && !glob.test(after) && !isCode(after) ? `${text.trimEnd()}**` : undefined
}

/** A pointer to a pointer. */
const pointer = /\b(?:[a-z]\w*_t|char|int|void|float|double|long|short|bool|[A-Z])\s?$/

/** Signs in code, and those that are escaped, close nothing; as long as it was, so that what is found stands where it is found. */
const asLong = (text: string): string => text.replace(codeOrEscape, (run) => 'x'.repeat(run.length))

/** @returns undefined where Markdown reads the line well, or where its marks are no bold */
function closed(text: string, lines: readonly Line[], index: number): string | undefined {
  const found = text.includes('**') ? opening.exec(text) : null
  if (found === null) return undefined
  const before = found[1] ?? ''
  const rest = text.slice(found[0].length)
  const pieces = asLong(rest).split('**')
  const [inside = '', ...later] = pieces
  const bold = inside === '' ? '' : rest.slice(0, inside.length).trim()
  if (bold === '' || glob.test(rest)) return undefined
  if (later.length === 0) {
    // `** point` is how wikis nest their lists.
    if (/^\s/.test(inside) || closesBelow(lines, index)) return undefined
    const half = halfClosed.exec(inside)?.[0]
    if (half !== undefined) return `${before}**${rest.slice(0, half.length)}*${rest.slice(half.length)}`
    return inside.includes('*') || isCode(rest) ? undefined : `${before}**${bold}**`
  }
  const after = rest.slice(inside.length + 2)
  const [first, second] = pairs(pieces)
  if (first === 'closed')
    return isGlued(inside, after) && later.length === 1 ? `${before}**${bold}** ${after}` : undefined
  // The second one begins bold text of its own: the first is a stray.
  if (second === 'closed') return before + rest
  if (isCode(rest) && /^\S/.test(after)) return undefined
  const between = /\s$/.test(inside) ? glue(bold, after) : ''
  return `${before}**${bold}**${between}${after}`
}

/**
 * What each mark is, as Markdown pairs them: a mark behind a space closes nothing, one before a space opens nothing.
 * @param pieces what stands behind each of the marks
 */
function pairs(pieces: readonly string[]): readonly ('closed' | 'closes' | 'stray')[] {
  const marks = pieces.map((): 'closed' | 'closes' | 'stray' => 'stray')
  const open: number[] = []
  pieces.forEach((piece, mark) => {
    const last = mark === 0 || /(?:^|\s)$/.test(pieces[mark - 1] ?? '') ? undefined : open.pop()
    if (last !== undefined) {
      marks[last] = 'closed'
      marks[mark] = 'closes'
    } else if (/^\S/.test(piece)) open.push(mark)
  })
  return marks
}

/** `**Speaker:**Bob`: no end of bold for Markdown, between a sign and a letter that is not Chinese. */
function isGlued(inside: string, after: string): boolean {
  const next = after[0] ?? ''
  return /[:;,.!?]$/.test(inside) && hasWord(next) && !isCjk(next)
}

/** `**kwargs` and what else may be an identifier; a Chinese line begins with the name of a product as often, and words of a sentence are none. */
function isCode(text: string): boolean {
  if (/^\w*(?:args|opts|options|params|config)\b/.test(text)) return true
  return /^[a-z_]/.test(text) && !words.test(text) && ![...text].some(isCjk)
}
const words = /^[a-z]+(?:[ -][a-z]+)+(?:[ -][\w'’]+)*[.!?]?$/i

/** Within Chinese there is no doubt what is meant: `文字** 有空格 **的字`, `文字__重点__文字`. */
function between(text: string): string | undefined {
  if (/[`\\]/.test(text)) return undefined
  const marks = text.split('**')
  const [before = '', inside = '', after = ''] = marks
  if (marks.length === 3 && isLoose(before, inside, after)) return `${before}**${inside.trim()}**${after}`
  const said = text.includes('__') ? text.replace(underlined, '**$1**') : text
  return said === text ? undefined : said
}

function isLoose(before: string, inside: string, after: string): boolean {
  if (inside.trim() === '' || !(/^\s/.test(inside) && /\s$/.test(inside))) return false
  return (
    isCjk([...before].at(-1) ?? '') && (after === '' || isCjk([...after][0] ?? '') || /^[，。！？、；：]/.test(after))
  )
}

const han = '[\\u3041-\\u30ff\\u3400-\\u9fff]'
const underlined = new RegExp(
  `(?:(?<=${han})__(?=${han})|(?<=^|[\\s，。！？、；：])__(?=${han}))([^_\\n]{1,200}?)(?<=${han})__(?![\\w_])`,
  'g',
)

/** Bold may go on over the lines of its paragraph. */
function closesBelow(lines: readonly Line[], from: number): boolean {
  for (const { text, verbatim } of lines.slice(from + 1)) {
    if (verbatim || isBlank(text) || startsBlock.test(text)) return false
    if (text.includes('**')) return true
  }
  return false
}
