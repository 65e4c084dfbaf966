/** A finding with lines of the whole text → one for each of the files that the text is made of, with the lines that they have there. */
import type { Finding } from '../model/finding.js'
import { type NotesPart, spotIn } from '../model/joined.js'

export function inParts(finding: Finding, parts: readonly NotesPart[] | undefined): readonly Finding[] {
  const { place } = finding
  // Files other than the notes have lines of their own.
  const spot = place.file === undefined ? spotIn(parts, place.line) : undefined
  if (parts === undefined || spot === undefined) return [finding]
  const end = place.endLine === undefined ? undefined : spotIn(parts, place.endLine)
  const { endLine: _, ...begins } = place
  const own = { ...finding, place: { ...begins, ...spot, ...(end?.file === spot.file ? { endLine: end.line } : {}) } }
  const byFile = (lines: readonly number[]): readonly { place: Finding['place']; lines: readonly number[] }[] => {
    const found = new Map<string, number[]>()
    for (const line of lines) {
      const { file, line: there } = spotIn(parts, line) ?? spot
      const own = found.get(file)
      if (own) own.push(there)
      else found.set(file, [there])
    }
    return [...found].map(([file, all]) => {
      const lines = [...new Set(all)].sort((one, other) => one - other)
      return { place: { file, line: lines[0] ?? 1 }, lines }
    })
  }
  switch (own.code) {
    case 'directives-read':
    case 'directives-unmet':
      return byFile(own.facts.lines).map(({ place, lines }) => ({ ...own, place, facts: { ...own.facts, lines } }))
    case 'origin-read':
    case 'comment-dropped':
      return own.facts.lines.length === 0
        ? [own]
        : byFile(own.facts.lines).map(({ place, lines }) => ({ ...own, place, facts: { ...own.facts, lines } }))
    case 'speaker-notes':
      return byFile(own.facts.lines).map(({ place, lines }) => ({ ...own, place, facts: { ...own.facts, lines } }))
    case 'link-beside':
      return byFile(own.facts.lines).map(({ place, lines }) => ({ ...own, place, facts: { ...own.facts, lines } }))
    default:
      return [own]
  }
}
