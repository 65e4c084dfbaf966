/** Attributes that other tools read behind words, and fences of theirs around blocks → nothing, told once. */
import type { Finding } from '../../model/finding.js'
import { mayHaveAttributes, withoutAttributes } from '../attributeSigns.js'
import { headingLevel, type Line, type Repair } from '../lines.js'

const setIn = /^(?: {4}|\t)(?![ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])/

/** Headings ask for something of their slide there (slideAsks.ts). */
export const dropAttributes: Repair = (lines) => {
  if (!lines.some(({ text }) => mayHaveAttributes(text))) return { lines, findings: [] }
  const names = new Set<string>()
  const told = new Set<number>()
  const mended = lines.map((line, at): Line => {
    const { text } = line
    if ((line.verbatim && !line.isRow) || !mayHaveAttributes(text) || headingLevel(text) > 0 || setIn.test(text))
      return line
    if (/^ {0,3}=+[ \t]*$/.test(lines[at + 1]?.text ?? '') || /^ {0,3}:{3}/.test(text)) return line
    const without = withoutAttributes(text, lines[at - 1]?.text)
    if (without.dropped.length === 0) return line
    for (const name of without.dropped) names.add(name)
    told.add(line.line)
    return { ...line, text: without.text }
  })
  return { lines: mended, findings: unmet([...names], [...told]) }
}

export function unmet(names: readonly string[], lines: readonly number[]): readonly Finding[] {
  const [first] = lines
  if (first === undefined) return []
  return [{ code: 'directives-unmet', place: { line: first }, facts: { tool: '', names, lines } }]
}
