/** `talkback outline`: prints how some notes become slides, and everything there is to say about them. */
import { outlineOf, outlineText } from '../check/outline.js'
import { formatFinding, reportFindings } from '../check/report.js'
import type { ExitCode } from '../errors.js'
import { planNotes } from '../pipeline.js'
import { codeOf } from './findings.js'
import type { Terminal } from './terminal.js'

export interface OutlineOptions {
  readonly json: boolean
  /** Path of a config file. */
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
}

export async function run(file: string, options: OutlineOptions, terminal: Terminal): Promise<ExitCode> {
  const { json, ...request } = options
  const { deck } = await planNotes({ notes: file, ...request })
  const findings = reportFindings(deck.findings, file)
  if (json) terminal.result(JSON.stringify(outlineOf(deck), null, 2))
  else terminal.result(outlineText(deck).trimEnd())
  // In JSON they are part of the result.
  if (!json && !terminal.quiet) for (const report of findings) terminal.tell(formatFinding(report, terminal.paint))
  return codeOf(findings)
}
