/** `talkback check`: what a reader of some notes' decks would trip over. */
import { checkSummary, groupedFindings } from '../check/checkText.js'
import { type ExitCode, exitCode } from '../errors.js'
import { findNotes } from '../io/findNotes.js'
import type { FindingReport } from '../model/finding.js'
import { type CheckRequest, checkDecks } from '../pipeline.js'
import type { Terminal } from './terminal.js'

export interface CheckOptions {
  /** A JSON document for each of the notes, in turn. */
  readonly json: boolean
  /** Warnings count like errors. */
  readonly strict: boolean
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly offline: boolean
  readonly refresh: boolean
  /** Path of a browser to use. */
  readonly browser?: string | undefined
}

export async function run(
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { json, strict, browser, ...common } = options
  const requests = (await findNotes(files)).map((notes): CheckRequest => ({ notes, ...common }))
  const surroundings = { signal, onStage: terminal.stage, browser }
  const counts = ({ severity }: FindingReport): boolean => severity === 'error' || (strict && severity === 'warning')
  let failed = false
  let next = 0
  for await (const checked of checkDecks(requests, surroundings)) {
    const { findings } = checked
    failed ||= findings.some(counts)
    const file = requests[next++]?.notes ?? ''
    if (json) terminal.result(JSON.stringify(checked, null, 2))
    else {
      const told = terminal.quiet ? findings.filter(counts) : findings
      for (const line of groupedFindings(told, terminal.paint)) terminal.tell(line)
      terminal.result(checkSummary(file, checked))
    }
  }
  return failed ? exitCode.findings : exitCode.fine
}
