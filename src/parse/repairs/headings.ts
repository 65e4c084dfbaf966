/** Heading marks that miss their space or are full-width → headings that CommonMark reads. */
import type { Finding } from '../../model/finding.js'
import { isBlank, type Line, type Repair } from '../lines.js'
import { isCjk } from '../scripts.js'

const marks = /^( {0,3})([#＃]+)([ \t\u00a0\u2002\u2003\u3000]*)(.*)$/u

/** `###标题`, `＃ 标题`, `##　标题`: two marks or more always, a single `#` only where it can't be a hash tag. */
export const spaceHeadings: Repair = (lines) => {
  const singles = lines.filter((line) => line.verbatim === undefined && isSingle(line.text)).length
  const firstLine = lines.findIndex((line) => !isBlank(line.text))
  const findings: Finding[] = []
  const mended = lines.map((line, index): Line => {
    if (line.verbatim) return line
    const match = marks.exec(line.text)
    if (match === null) return line
    const [, indent = '', hashes = '', gap = '', rest = ''] = match
    const wellFormed = /^#{1,6}$/.test(hashes) && (/^[ \t]/.test(gap) || rest === '')
    if (wellFormed && !/[\u00a0\u2002\u2003\u3000]/.test(gap)) return line
    if (hashes.length === 1 && gap === '') {
      if (!isSingle(line.text) || (singles < 2 && index !== firstLine)) return line
    }
    if (rest !== '') findings.push({ code: 'heading-space', place: { line: line.line }, facts: { text: rest.trim() } })
    return { ...line, text: `${indent}${'#'.repeat(Math.min(6, hashes.length))} ${rest}` }
  })
  return { lines: mended, findings }
}

/** A `#x` that reads as a heading: Chinese next, a capital, or several words; no second `#`, which would be a tag. */
const isSingle = (text: string): boolean => {
  const rest = /^ {0,3}[#＃]([^#＃\s][^#＃]*)$/u.exec(text)?.[1]
  if (rest === undefined) return false
  const first = rest[0] ?? ''
  if (/[\d!/]/.test(first) || /^\.\s/.test(rest)) return false
  return isCjk(first) || /\p{Lu}/u.test(first) || /\S\s+\S/.test(rest)
}
