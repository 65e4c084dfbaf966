/** Tells findings to people, and turns them into an exit code. */
import { counted } from '../check/phrases.js'
import { countBySeverity, formatFinding } from '../check/report.js'
import { type ExitCode, exitCode, type UserError } from '../errors.js'
import type { FindingReport } from '../model/finding.js'
import type { Terminal } from './terminal.js'

/** Errors and warnings in full, and how many hints there are: repairs are many, and nothing is to be done about them. */
export function tellFindings(reports: readonly FindingReport[], file: string, terminal: Terminal): void {
  for (const report of reports) {
    if (report.severity === 'error' || (report.severity === 'warning' && !terminal.quiet))
      terminal.tell(formatFinding(report, terminal.paint))
  }
  const { hint } = countBySeverity(reports)
  if (hint > 0 && !terminal.quiet)
    terminal.tell(terminal.paint.dim(`${counted(hint, 'repair')}; see talkback outline ${file}`))
}

/** Once some is mended and nothing is new: how many are left. */
export const restLine = (notes: string, left: number): string =>
  left === 0 ? `${notes} is fine again.` : `${notes}: ${counted(left, 'finding')} left.`

export function codeOf(reports: readonly FindingReport[]): ExitCode {
  return countBySeverity(reports).error > 0 ? exitCode.findings : exitCode.fine
}

/** One sentence, and what to do about it on the next line. */
export function tellFault({ message, hint }: UserError, terminal: Terminal): void {
  terminal.tell(terminal.paint.error(message))
  terminal.tell(`  ${hint}`)
}
