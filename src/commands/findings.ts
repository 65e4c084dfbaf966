/** Tells findings to people, and turns them into an exit code. */
import { counted } from '../check/phrases.js'
import { countBySeverity, findingLine, formatFinding } from '../check/report.js'
import { type ExitCode, exitCode, type UserError } from '../errors.js'
import type { FindingCode, FindingReport } from '../model/finding.js'
import type { Terminal } from './terminal.js'

/** Hints of pictures, which `talkback outline` says nothing of, as it reads none. */
const ofPictures: ReadonlySet<FindingCode> = new Set(['pictures-root', 'pictures-kept', 'drawing-drawn'])

/** What the author made of the notes is right, and Talkback reads it so. */
export const isRepair = ({ severity, code }: FindingReport): boolean => severity === 'hint' && !ofPictures.has(code)

/** Errors and warnings in full, hints of pictures in a line, and how many repairs there are: nothing is to be done about them. */
export function tellFindings(reports: readonly FindingReport[], file: string, terminal: Terminal): void {
  for (const report of reports) {
    if (report.severity === 'error' || (report.severity === 'warning' && !terminal.quiet))
      terminal.tell(formatFinding(report, terminal.paint))
    else if (ofPictures.has(report.code) && !terminal.quiet) terminal.tell(findingLine(report, terminal.paint))
  }
  const repairs = reports.filter(isRepair).length
  if (repairs > 0 && !terminal.quiet)
    terminal.tell(terminal.paint.dim(`${counted(repairs, 'repair')}; see talkback outline ${file}`))
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
