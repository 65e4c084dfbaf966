/** Findings → lines for people: the worst first, those of one kind together with one hint, and a line of summary. */
import type { FindingReport, Severity } from '../model/finding.js'
import type { CheckJson } from './checkDeck.js'
import { counted } from './phrases.js'
import { countBySeverity, findingLine, type Paint } from './report.js'

const order: readonly Severity[] = ['error', 'warning', 'hint']

/** Groups are set apart by an empty line. */
export function groupedFindings(reports: readonly FindingReport[], paint: Paint): readonly string[] {
  const groups = new Map<string, FindingReport[]>()
  for (const severity of order) {
    for (const report of reports.filter((each) => each.severity === severity)) {
      const key = `${report.code}\n${report.hint}`
      groups.set(key, [...(groups.get(key) ?? []), report])
    }
  }
  return [...groups.values()].flatMap((group) => [
    ...group.map((report) => findingLine(report, paint)),
    `  ${paint.dim(group[0]?.hint ?? '')}`,
    '',
  ])
}

/** `notes/x.md  62 slides  0 errors, 3 warnings, 14 hints` */
export function checkSummary(file: string, { slides, findings }: CheckJson): string {
  const counts = countBySeverity(findings)
  const found = order.map((severity) => counted(counts[severity], severity)).join(', ')
  return `${file}  ${counted(slides.length, 'slide')}  ${found}`
}
