/** The library's door: what the command line does, for programs. */
import { join } from 'node:path'
import type { CheckJson } from './check/checkDeck.js'
import { type OutlineJson, outlineOf } from './check/outline.js'
import { deckNames } from './commands/deckNames.js'
import { UserError } from './errors.js'
import type { FindingReport } from './model/finding.js'
import { type Formats, noFormats } from './model/format.js'
import { type BuiltDeck, buildDecks, checkDecks, planNotes } from './pipeline.js'
import type { SettingValues } from './settings/resolve.js'

export type { BuiltDeck, CheckJson as Check, FindingReport, OutlineJson as Outline, SettingValues as Settings }
export { UserError }

/** A deck and its PDF. */
export interface PrintedDeck extends BuiltDeck {
  /** Path of the PDF. */
  readonly pdf: string
}

export interface OutlineOptions {
  /** Settings that outrank front matter and config file, by the names that front matter has for them. */
  readonly settings?: SettingValues
  /** Path of a config file; otherwise `talkback.yaml` beside the notes or in the working directory. */
  readonly config?: string
}

export interface CheckOptions extends OutlineOptions {
  /** Never ask the network for pictures. */
  readonly offline?: boolean
  /** Fetch pictures again, also those that were out of reach within the last hour. */
  readonly refresh?: boolean
  /** Path of Chrome, Chromium, Edge or a headless shell; otherwise found. Only PDFs and checks need one. */
  readonly browser?: string
  /** Ends the work early; what was on disk stays as it was, and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Told what is being done, in words for people: `Getting 3 pictures and fonts`. */
  readonly onStage?: (text: string) => void
}

export interface BuildOptions extends CheckOptions {
  /** Folder that the deck's own folder goes in; `dist` when not given. */
  readonly out?: string
}

/**
 * Makes a deck of some notes: `<out>/<name>/index.html` and its files, in place of an earlier one as a whole.
 *
 * @param notes path of a Markdown file
 * @returns paths, the number of slides as planned (the page continues slides that are too full), and findings in the
 *   order of the notes; findings never throw, whatever is in the notes
 * @throws UserError for faults of the world: no such notes, a wrong setting, a full disk
 * @example
 * const { index, findings } = await build('notes/kubecon.md', { out: 'slides' })
 */
export function build(notes: string, options: BuildOptions = {}): Promise<BuiltDeck> {
  return make(notes, options, noFormats)
}

/**
 * Makes a deck as `build` does, and prints it to `<out>/<name>/<name>.pdf`: a page per slide, tagged, with bookmarks.
 * The same notes give the same bytes.
 *
 * @param notes path of a Markdown file
 * @returns as `build`; `pdf` is the path of the PDF, and `slides` the number of its pages
 * @throws UserError as `build`, and with `code` 3 when there is no browser
 */
export async function exportPdf(notes: string, options: BuildOptions = {}): Promise<PrintedDeck> {
  const deck = await make(notes, options, { ...noFormats, pdf: true })
  const [pdf] = deck.files
  if (pdf === undefined) throw new Error('A deck was printed, but no PDF was made.')
  return { ...deck, pdf }
}

/**
 * Tells how notes become slides, without making anything.
 *
 * @param notes path of a Markdown file
 * @returns title, language (BCP 47), one entry per slide with its lines of the notes (from 1), and all findings
 * @throws UserError as `build`
 */
export async function outline(notes: string, options: OutlineOptions = {}): Promise<OutlineJson> {
  const { deck } = await planNotes({ notes, ...options, words: true })
  return outlineOf(deck)
}

/**
 * Opens the deck that some notes make as a reader would, and tells what they would trip over. Nothing stays on disk.
 *
 * @param notes path of a Markdown file
 * @returns what each slide on screen measures (lengths in CSS px of the canvas, `fill` from 0 to 1), characters that no
 *   font draws, words that are lost, and all findings
 * @throws UserError as `exportPdf`
 */
export async function check(notes: string, options: CheckOptions = {}): Promise<CheckJson> {
  const { offline = false, refresh = false, settings = {}, config, ...surroundings } = options
  const request = { notes, offline, refresh, settings, config }
  for await (const checked of checkDecks([request], surroundings)) return checked
  throw new Error('A check ended without a result.')
}

async function make(notes: string, options: BuildOptions, formats: Formats): Promise<BuiltDeck> {
  const { out = 'dist', offline = false, refresh = false, settings = {}, config, ...surroundings } = options
  const [name = ''] = deckNames([notes])
  const request = { notes, name, folder: join(out, name), formats, offline, refresh, settings, config }
  for await (const deck of buildDecks([request], surroundings)) return deck
  throw new Error('A build ended without a deck.')
}
