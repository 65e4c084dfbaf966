/** A finding with lines of the whole text → one for each of the files that the text is made of, with the lines that they have there. */
import type { Finding } from '../model/finding.js'
import { type NotesPart, spotIn } from '../model/joined.js'

export function inParts(finding: Finding, parts: readonly NotesPart[] | undefined): readonly Finding[] {
  const { place } = finding
  // Files other than the notes have lines of their own.
  const spot = place.file === undefined ? spotIn(parts, place.line) : undefined
  if (spot === undefined) return [finding]
  const spotAt = (line: number) => spotIn(parts, line) ?? spot
  const end = place.endLine === undefined ? undefined : spotAt(place.endLine)
  const { endLine: _, ...begins } = place
  const own = { ...finding, place: { ...begins, ...spot, ...(end?.file === spot.file ? { endLine: end.line } : {}) } }

  const byFile = (lines: readonly number[]): ReadonlyMap<string, readonly number[]> => {
    const found = new Map<string, number[]>()
    for (const { file, line } of lines.map(spotAt)) {
      const there = found.get(file)
      if (there) there.push(line)
      else found.set(file, [line])
    }
    return new Map([...found].map(([file, all]) => [file, [...new Set(all)].sort((one, other) => one - other)]))
  }
  const parted = <Facts extends { readonly lines: readonly number[] }>(facts: Facts) =>
    facts.lines.length === 0
      ? [{ place: own.place, facts }]
      : [...byFile(facts.lines)].map(([file, lines]) => ({
          place: { file, line: lines[0] ?? 1 },
          facts: { ...facts, lines },
        }))

  switch (own.code) {
    case 'directives-read':
    case 'directives-unmet':
      return parted(own.facts).map((there) => ({ ...own, ...there }))
    case 'origin-read':
    case 'comment-dropped':
      return parted(own.facts).map((there) => ({ ...own, ...there }))
    case 'speaker-notes':
      return parted(own.facts).map((there) => ({ ...own, ...there }))
    case 'link-beside':
      return parted(own.facts).map((there) => ({ ...own, ...there }))
    case 'site-tags': {
      const { tags } = own.facts
      return [...byFile(tags.flatMap(({ lines }) => lines))].map(([file, all]) => ({
        ...own,
        place: { file, line: all[0] ?? 1 },
        facts: {
          tags: tags.flatMap(({ name, lines }) => {
            const there = byFile(lines).get(file)
            return there === undefined ? [] : [{ name, lines: there }]
          }),
        },
      }))
    }
    case 'repeated-lines': {
      const { file, line } = spotAt(own.facts.first)
      return [{ ...own, facts: { ...own.facts, first: line, ...(file === spot.file ? {} : { file }) } }]
    }
    default:
      return [own]
  }
}
