/** Source and deck → whether every word of the notes is somewhere in the deck, or named in a finding. */
import type { Deck } from '../model/deck.js'
import type { Finding, FindingCode } from '../model/finding.js'
import type { Source } from '../model/notes.js'
import { saidWords } from './saidWords.js'
import { sourceWords } from './sourceWords.js'

export interface Coverage {
  /** Words of the notes. */
  readonly words: number
  /** Those that are nowhere in the deck, with their line. */
  readonly lost: readonly { readonly word: string; readonly line: number }[]
  /** Those of each line that the deck shows, in order. */
  readonly lines: readonly LineWords[]
  /** A `word-lost` for each line that lost words. */
  readonly findings: readonly Finding[]
}

export interface LineWords {
  readonly line: number
  readonly words: readonly string[]
}

/** Findings that say: what stands here is not shown as written. Repairs are none of them. */
const excusing: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'front-matter-broken',
  'front-matter-unclosed',
  'heading-repeated',
  'html-dropped',
  'characters-dropped',
  'placeholder',
  'names-nothing',
  'picture-refused',
  'slide-hidden',
  'part-hidden',
  'include-unread',
])

/**
 * Compares word for word, each as often as the notes have it; a word that is missing is put down to the last line that
 * has it. Linear in the length of the notes.
 * @param deck planned from these notes, with all findings
 * @param bodyLine the first line behind the front matter, which is settings, not words
 */
export function coverage(source: Source, deck: Deck, bodyLine = 1): Coverage {
  const steps = coverageSteps(source, deck, bodyLine)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** The same, line by line, for whoever has other things to do in between. */
export function* coverageSteps(source: Source, deck: Deck, bodyLine: number): Generator<void, Coverage> {
  const left = saidWords(deck)
  const excused = excusedLines(deck.findings)
  const lost: { word: string; line: number }[] = []
  const findings: Finding[] = []
  const lines: LineWords[] = []
  let words = 0
  for (const { line, readings, repaired } of sourceWords(source.text, bodyLine)) {
    yield
    words += readings[0]?.length ?? 0
    // Its words may be nowhere: it must not use up what other lines say.
    if (excused.has(line)) continue
    const first = bestOf(readings, left)
    const { reading, missing } = first.missing.length === 0 ? first : bestOf([...readings, ...repaired()], left)
    take(left, reading)
    lines.push({ line, words: reading })
    if (missing.length === 0) continue
    for (const word of missing) lost.push({ word, line })
    findings.push({ code: 'word-lost', place: { line }, facts: { words: missing.join(' ') } })
  }
  return { words, lost, lines, findings }
}

interface Compared {
  readonly reading: readonly string[]
  readonly missing: readonly string[]
}

/** The reading of which the least is missing; the first of these. */
function bestOf(readings: readonly (readonly string[])[], left: ReadonlyMap<string, number>): Compared {
  let best: Compared | undefined
  for (const reading of readings) {
    const missing = missingFrom(left, reading)
    if (best === undefined || missing.length < best.missing.length) best = { reading, missing }
    if (missing.length === 0) break
  }
  return best ?? { reading: [], missing: [] }
}

function missingFrom(left: ReadonlyMap<string, number>, words: readonly string[]): readonly string[] {
  const needed = new Map<string, number>()
  return words.filter((word) => {
    const count = (needed.get(word) ?? 0) + 1
    needed.set(word, count)
    return count > (left.get(word) ?? 0)
  })
}

function take(left: Map<string, number>, words: readonly string[]): void {
  for (const word of words) left.set(word, Math.max(0, (left.get(word) ?? 0) - 1))
}

function excusedLines(findings: readonly Finding[]): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const finding of findings) {
    const { code, place } = finding
    if (
      finding.code === 'speaker-notes' ||
      finding.code === 'comment-dropped' ||
      finding.code === 'origin-read' ||
      finding.code === 'directives-read' ||
      finding.code === 'directives-unmet'
    )
      for (const line of finding.facts.lines) lines.add(line)
    // Of most tags the text is kept.
    if (!excusing.has(code) || (finding.code === 'html-dropped' && !finding.facts.withContent)) continue
    for (let line = place.line; line <= (place.endLine ?? place.line); line += 1) lines.add(line)
  }
  return lines
}
