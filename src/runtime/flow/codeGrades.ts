/** Lines of code → how bad a cut before each of them is, from 0 between two pieces to about 1 where what belongs together is torn. Pure: no page, no browser. */
import { least } from '../../model/lists.js'

const TOP_LEVEL = 0.3
const PER_LEVEL = 0.12
const mostLevels = 4
const BEHIND_BLANK = -0.25
/** As good as behind it, but that the next part begins with nothing. */
const BEFORE_BLANK = 0.25
/** `}`, `)`, `end` and the like would stand alone, apart from what they end. */
const BEFORE_CLOSER = 0.5
/** `spec:` or `if (…) {` would stand alone, apart from what they open. */
const BEHIND_OPENER = 0.3
/** A comment says something of what comes next. */
const BEHIND_COMMENT = 0.3
const BEFORE_DOCUMENT = -0.25

const closer = /^(?:[)\]}>]|end\b|else\b|elif\b|except\b|catch\b|finally\b|fi\b|done\b|esac\b|<\/|\*\/)/
const comment = /^(?:\/\/|#(?!include)|\/?\*|--\s|@|<!--|"""|%)/
/** Between two documents in one file. */
const documentEnd = /^(?:---|===|\.\.\.)\s*$/

/** @returns one a line; that of the first means nothing */
export function codeGrades(lines: readonly string[]): readonly number[] {
  const indents = lines.map(indentOf)
  const levels = levelsIn(indents.filter((_, index) => lines[index]?.trim() !== ''))
  const unit = least(steps(levels), 8)
  const [base = 0] = levels
  const grades = lines.map((line, index) => {
    const text = line.trim()
    const before = lines[index - 1]?.trim() ?? ''
    const indent = indents[index] ?? 0
    let grade = TOP_LEVEL + PER_LEVEL * Math.min(mostLevels, Math.round((indent - base) / unit))
    if (before === '') grade += BEHIND_BLANK
    else if (comment.test(before) && !documentEnd.test(before)) grade += BEHIND_COMMENT
    else if (indent > (indents[index - 1] ?? 0)) grade += BEHIND_OPENER
    if (closer.test(text)) grade += BEFORE_CLOSER
    if (documentEnd.test(text)) grade += BEFORE_DOCUMENT
    if (documentEnd.test(before)) grade += BEHIND_OPENER
    return Math.max(0, grade)
  })
  for (let index = lines.length - 1; index >= 0; index--) {
    if (lines[index]?.trim() === '') grades[index] = (grades[index + 1] ?? 0) + BEFORE_BLANK
  }
  return grades
}

const indentOf = (line: string): number => {
  let columns = 0
  for (const character of line) {
    if (character === '\t') columns += 4
    else if (character === ' ') columns += 1
    else break
  }
  return columns
}

/** Each indent once, the smallest first. */
const levelsIn = (indents: readonly number[]): readonly number[] =>
  [...new Set(indents)].sort((one, other) => one - other)

/** How far lines go in, one from another. */
const steps = (levels: readonly number[]): readonly number[] =>
  levels.slice(1).map((level, index) => level - (levels[index] ?? 0))
