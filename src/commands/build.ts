/** `talkback build` and `talkback pdf`: notes → decks in dist/, one folder each. */
import { join } from 'node:path'
import { type ExitCode, exitCode } from '../errors.js'
import { findNotes } from '../io/findNotes.js'
import type { Formats } from '../model/format.js'
import { type BuiltDeck, buildDecks, type DeckRequest } from '../pipeline.js'
import { openNames } from './deckNames.js'
import { codeOf, tellFindings } from './findings.js'
import { deckJson, type Results, resultLines, tellChanges } from './results.js'
import type { Terminal } from './terminal.js'
import { watch } from './watch.js'

export interface BuildOptions {
  readonly out: string
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
  const { out, results, json, settings, formats, offline, refresh, browser, config } = options
  const found = await findNotes(files)
  const requestsOf = openNames(
    (notes, name): DeckRequest => ({
      notes,
      name,
      folder: join(out, name),
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
  const worst: ExitCode[] = []
  for await (const deck of tellingWhatIsLeft(requests, buildDecks(requests, surroundings), terminal)) {
    if (json) terminal.result(deckJson(deck))
    else {
      tellFindings(deck.findings, deck.notes, terminal)
      tellChanges(deck, terminal)
      for (const line of resultLines(deck, results)) terminal.result(line)
    }
    worst.push(codeOf(deck.findings))
  }
  return worst.includes(exitCode.findings) ? exitCode.findings : exitCode.fine
}

/** Of several decks, what a fault in the middle leaves new, and what as it was. */
async function* tellingWhatIsLeft(
  requests: readonly DeckRequest[],
  decks: AsyncGenerator<BuiltDeck>,
  terminal: Terminal,
): AsyncGenerator<BuiltDeck> {
  let made = 0
  try {
    for await (const deck of decks) {
      made += 1
      yield deck
    }
  } catch (error) {
    const names = requests.map(({ folder }) => folder)
    if (made > 0) terminal.tell(`New: ${names.slice(0, made).join(', ')}. As before: ${names.slice(made).join(', ')}.`)
    throw error
  }
}
