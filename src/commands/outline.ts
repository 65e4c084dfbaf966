/** `talkback outline`: prints how some notes become slides, and everything there is to say about them. */
import { outlineOf, outlineText } from '../check/outline.js'
import { formatFinding, reportFindings } from '../check/report.js'
import { type ExitCode, exitCode, UserError } from '../errors.js'
import { findNotes } from '../io/findNotes.js'
import { planNotes } from '../pipeline.js'
import { decksOf } from './decksOf.js'
import { codeOf } from './findings.js'
import type { Terminal } from './terminal.js'

export interface OutlineOptions {
  readonly json: boolean
  /** One deck of all notes. */
  readonly join?: boolean
  /** Path of a config file. */
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
}

export async function run(files: readonly string[], options: OutlineOptions, terminal: Terminal): Promise<ExitCode> {
  const { json, join = false, ...common } = options
  if (!join && files.length > 1)
    throw new UserError(
      'Too many arguments: several notes are one outline with --join alone.',
      'Name one file, or add --join.',
      exitCode.usage,
    )
  const [request] = join
    ? decksOf(join, (notes, _, joined) => ({ notes, joined, ...common }))(await findNotes(files))
    : [{ notes: files[0] ?? '', ...common }]
  if (request === undefined) return exitCode.usage
  const { deck } = await planNotes({ ...request, words: true })
  const findings = reportFindings(deck.findings, request.notes, deck.parts)
  if (json) terminal.result(JSON.stringify(outlineOf(deck), null, 2))
  else terminal.result(outlineText(deck).trimEnd())
  // In JSON they are part of the result.
  if (!json && !terminal.quiet) for (const report of findings) terminal.tell(formatFinding(report, terminal.paint))
  return codeOf(findings)
}
