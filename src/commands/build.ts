/** `talkback build` and `talkback pdf`: notes → decks in dist/, one folder each. */
import path from 'node:path'
import type { ExitCode, UserError } from '../errors.js'
import { findNotes } from '../io/findNotes.js'
import type { Formats } from '../model/format.js'
import { buildDecks, type DeckRequest } from '../pipeline.js'
import { decksOf } from './decksOf.js'
import { tellFindings } from './findings.js'
import { deckJson, faultJson, type Results, resultLines, tellChanges } from './results.js'
import { openTally } from './tally.js'
import type { Terminal } from './terminal.js'
import { watch } from './watch.js'

export interface BuildOptions {
  readonly out: string
  /** One deck of all notes. */
  readonly join?: boolean
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly formats: Formats
  /** What is printed as the result: `files` says nothing about the HTML they were made from. */
  readonly results: Results
  /** A JSON document for each deck instead, findings and changes included. */
  readonly json: boolean
  /** Makes them again whenever something that they are made from changes. */
  readonly watch: boolean
  readonly offline: boolean
  readonly refresh: boolean
  /** Path of a browser to use. */
  readonly browser?: string | undefined
}

export async function run(
  files: readonly string[],
  options: BuildOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { out, join = false, results, json, settings, formats, offline, refresh, browser, config } = options
  const tally = openTally(terminal)
  const found = await findNotes(files, tally.fault)
  const requestsOf = decksOf(
    join,
    (notes, name, joined): DeckRequest => ({
      notes,
      joined,
      name,
      folder: path.join(out, name),
      settings,
      config,
      formats,
      offline,
      refresh,
    }),
  )
  const surroundings = { signal, onStage: terminal.stage, browser }
  if (options.watch) return watch(found, requestsOf, surroundings, { files, results, json }, terminal)
  const requests = requestsOf(found)
  const onFault = (notes: string, fault: UserError): void => {
    tally.fault(fault)
    if (json) terminal.result(faultJson(notes, fault))
  }
  const alone = files.length === 1 && requests.length === 1
  const made = new Set<string>()
  try {
    for await (const deck of buildDecks(requests, alone ? surroundings : { ...surroundings, onFault })) {
      made.add(deck.notes)
      if (json) terminal.result(deckJson(deck))
      else {
        tellFindings(deck.findings, join ? `--join ${files.join(' ')}` : deck.notes, terminal)
        tellChanges(deck, terminal)
        for (const line of resultLines(deck, results)) terminal.result(line)
      }
      tally.take(deck.findings)
    }
  } finally {
    tellWhatIsLeft(requests, made, terminal)
  }
  return tally.code
}

/** Of several decks, which are new, and which as they were. */
function tellWhatIsLeft(requests: readonly DeckRequest[], made: ReadonlySet<string>, terminal: Terminal): void {
  if (made.size === 0 || made.size === requests.length) return
  const folders = (isNew: boolean): string =>
    requests.flatMap(({ notes, folder }) => (made.has(notes) === isNew ? [folder] : [])).join(', ')
  terminal.tell(`New: ${folders(true)}. As before: ${folders(false)}.`)
}
