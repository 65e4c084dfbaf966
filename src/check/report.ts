/** Turns findings into sentences: reports for `--json`, lines for people. */
import type { Finding, FindingCode, FindingFacts, FindingReport, Place, Severity } from '../model/finding.js'
import type { NotesPart } from '../model/joined.js'
import { inParts } from './inParts.js'
import { oneLine } from './phrases.js'
import { words } from './words.js'

type FindingOf<Code extends FindingCode> = {
  readonly [Each in Code]: { readonly code: Each; readonly place: Place; readonly facts: FindingFacts[Each] }
}[Code]

/** Puts colour on a piece of text, or gives it back as it is. */
export type Paint = Readonly<Record<Severity | 'dim', (text: string) => string>>

const asItIs = (text: string): string => text
export const plain: Paint = { error: asItIs, warning: asItIs, hint: asItIs, dim: asItIs }

/**
 * @param file path of the notes as the user gave it
 * @param parts of notes that are several files
 * @returns one report each, in the order of the notes, then of other files; equal ones only once
 */
export function reportFindings(
  findings: readonly Finding[],
  file: string,
  parts?: readonly NotesPart[],
): readonly FindingReport[] {
  const reports = new Map<string, FindingReport>()
  for (const finding of findings.flatMap((each) => inParts(each, parts))) {
    const report = reportOne(finding, file)
    reports.set([report.file, report.line, report.column, report.code, report.message].join('\n'), report)
  }
  const elsewhere = (report: FindingReport) => (report.file === file ? '' : report.file)
  return [...reports.values()].sort(
    (a, b) => compare(elsewhere(a), elsewhere(b)) || a.line - b.line || a.column - b.column,
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

function reportOne<Code extends FindingCode>(finding: FindingOf<Code>, file: string): FindingReport {
  const { severity, message, hint } = words[finding.code]
  return {
    code: finding.code,
    severity,
    file: finding.place.file ?? file,
    line: finding.place.line,
    column: finding.place.column ?? 1,
    message: oneLine(message(finding.facts)),
    hint: oneLine(hint(finding.facts)),
  }
}

/** `notes/x.md:12:1  warning  message`, and the hint on a line of its own. */
export function formatFinding(report: Omit<FindingReport, 'code'>, paint: Paint = plain): string {
  return `${findingLine(report, paint)}\n  ${paint.dim(report.hint)}`
}

/** `notes/x.md:12:1  warning  message` */
export function findingLine(report: Omit<FindingReport, 'code'>, paint: Paint = plain): string {
  const place = paint.dim(`${report.file}:${report.line}:${report.column}`)
  const severity = paint[report.severity](report.severity)
  return `${place}  ${severity}  ${report.message}`
}

/** How many findings there are of each severity. */
export function countBySeverity(reports: readonly FindingReport[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, hint: 0 }
  for (const report of reports) counts[report.severity]++
  return counts
}
