/** `talkback check`: what a reader of some notes' decks would trip over. */
import { checkSummary, groupedFindings } from '../check/checkText.js'
import type { ExitCode, UserError } from '../errors.js'
import { findNotes } from '../io/findNotes.js'
import type { FindingReport } from '../model/finding.js'
import { type CheckRequest, checkDecks } from '../pipeline.js'
import { decksOf } from './decksOf.js'
import { faultJson } from './results.js'
import { openTally } from './tally.js'
import type { Terminal } from './terminal.js'

export interface CheckOptions {
  /** A JSON document for each of the notes, in turn. */
  readonly json: boolean
  /** Warnings count like errors. */
  readonly strict: boolean
  /** One deck of all notes. */
  readonly join?: boolean
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
  const { json, strict, join = false, browser, ...common } = options
  const tally = openTally(terminal)
  const requestsOf = decksOf(join, (notes, _, joined): CheckRequest => ({ notes, joined, ...common }))
  const requests = requestsOf(await findNotes(files, tally.fault))
  let next = 0
  const onFault = (notes: string, fault: UserError): void => {
    next++
    tally.fault(fault)
    if (json) terminal.result(faultJson(notes, fault))
  }
  const alone = files.length === 1 && requests.length === 1
  const surroundings = { signal, onStage: terminal.stage, browser, ...(alone ? {} : { onFault }) }
  const counts = ({ severity }: FindingReport): boolean => severity === 'error' || (strict && severity === 'warning')
  for await (const checked of checkDecks(requests, surroundings)) {
    const { findings } = checked
    if (findings.some(counts)) tally.fail()
    const file = requests[next++]?.notes ?? ''
    if (json) terminal.result(JSON.stringify(checked, null, 2))
    else {
      const told = terminal.quiet ? findings.filter(counts) : findings
      for (const line of groupedFindings(told, terminal.paint)) terminal.tell(line)
      terminal.result(checkSummary(file, checked))
    }
  }
  return tally.code
}
