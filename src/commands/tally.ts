/** What became of each of several notes → what is told of faults at once, and the exit code of them all. */
import { type ExitCode, exitCode, type UserError } from '../errors.js'
import type { FindingReport } from '../model/finding.js'
import { codeOf, tellFault } from './findings.js'
import type { Terminal } from './terminal.js'

export interface Tally {
  /** What is lost is told, and counts more than any finding. */
  fault(fault: UserError): void
  take(findings: readonly FindingReport[]): void
  fail(): void
  readonly code: ExitCode
}

export function openTally(terminal: Terminal): Tally {
  let worst: ExitCode = exitCode.fine
  const count = (code: ExitCode): void => {
    if (code > worst) worst = code
  }
  return {
    fault(fault) {
      tellFault(fault, terminal)
      count(fault.code)
    },
    take: (findings) => count(codeOf(findings)),
    fail: () => count(exitCode.findings),
    get code() {
      return worst
    },
  }
}
