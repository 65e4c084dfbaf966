/** `talkback build` and `talkback pdf`: notes → decks in dist/, one folder each. */
import { basename, dirname, join } from 'node:path'
import { counted } from '../check/phrases.js'
import { changesLine } from '../diff/changes.js'
import { type ExitCode, exitCode } from '../errors.js'
import { findNotes } from '../io/findNotes.js'
import type { Formats } from '../model/format.js'
import { type BuiltDeck, buildDecks, type DeckRequest } from '../pipeline.js'
import { deckNames } from './deckNames.js'
import { codeOf, tellFindings } from './findings.js'
import type { Terminal } from './terminal.js'

export interface BuildOptions {
  readonly out: string
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly formats: Formats
  /** What is printed as the result: `files` says nothing about the HTML they were made from. */
  readonly results: 'all' | 'files'
  /** A JSON document for each deck instead, findings and changes included. */
  readonly json: boolean
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
  const names = deckNames(found)
  const requests = found.map((notes, index): DeckRequest => {
    const name = names[index] ?? ''
    return { notes, name, folder: join(out, name), settings, config, formats, offline, refresh }
  })
  const worst: ExitCode[] = []
  const surroundings = { signal, onStage: terminal.stage, browser }
  for await (const deck of buildDecks(requests, surroundings)) {
    if (json) terminal.result(JSON.stringify(asJson(deck), null, 2))
    else {
      tellFindings(deck.findings, deck.notes, terminal)
      if (deck.changes && !terminal.quiet) terminal.tell(`${deck.notes}: ${changesLine(deck.changes)}`)
      for (const line of resultLines(deck, results)) terminal.result(line)
    }
    worst.push(codeOf(deck.findings))
  }
  return worst.includes(exitCode.findings) ? exitCode.findings : exitCode.fine
}

const asJson = ({ index, files, slides, changes, findings }: BuiltDeck) => ({
  index,
  files,
  slides,
  // Null when there was no deck before.
  changes: changes ?? null,
  findings,
})

function resultLines({ index, files, slides }: BuiltDeck, results: BuildOptions['results']): readonly string[] {
  const html = `${index}  ${counted(slides, 'slide')}`
  return [...(results === 'files' ? [] : [html]), ...grouped(files)]
}

/** Pictures of slides, which are many, as one line. */
function grouped(files: readonly string[]): readonly string[] {
  const isPicture = (path: string): boolean => basename(dirname(path)) === 'slides'
  const [first] = files.filter(isPicture)
  const others = files.filter((path) => !isPicture(path))
  const count = files.length - others.length
  return first === undefined
    ? others
    : [...others, count === 1 ? first : `${dirname(first)}  ${counted(count, 'picture')}`]
}
