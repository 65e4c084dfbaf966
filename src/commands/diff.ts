/** `talkback diff`: prints which slides differ between two versions of some notes, and in which words; with pictures in a report. */
import pc from 'picocolors'
import { absenceLine } from '../diff/absences.js'
import { type DiffPaint, differenceLines, signs } from '../diff/text.js'
import { type ExitCode, exitCode } from '../errors.js'
import { diffNotes } from '../pipeline/diffNotes.js'
import { diffPictures } from '../pipeline/diffPictures.js'
import type { Terminal } from './terminal.js'

export interface DiffOptions {
  readonly json: boolean
  /** End with 1 when there is a difference, as git does. */
  readonly exitCode: boolean
  /** Path of the report with pictures, when there is to be one. */
  readonly pictures?: string | undefined
  readonly offline?: boolean
  readonly refresh?: boolean
  /** Path of a browser to use. */
  readonly browser?: string | undefined
  /** Path of a config file. */
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
}

export async function run(
  versions: readonly string[],
  options: DiffOptions,
  terminal: Terminal,
  signal?: AbortSignal,
): Promise<ExitCode> {
  const { json, settings, config, pictures, offline = false, refresh = false, browser } = options
  const request = { versions, settings, config }
  const surroundings = { browser, onStage: terminal.stage, ...(signal === undefined ? {} : { signal }) }
  const { names, ...difference } =
    pictures === undefined
      ? await diffNotes(request)
      : await diffPictures({ ...request, pictures, offline, refresh }, surroundings)
  const report = pictures === undefined ? {} : { pictures }
  if (json) terminal.result(JSON.stringify({ ...names, ...difference, ...report }, null, 2))
  else {
    if (!terminal.quiet) for (const absence of difference.absences) terminal.tell(absenceLine(absence))
    for (const line of differenceLines(difference, names, terminal.colourful ? colours : signs)) terminal.result(line)
    if (pictures !== undefined) for (const line of ['', pictures]) terminal.result(line)
  }
  return options.exitCode && difference.slides.length > 0 ? exitCode.findings : exitCode.fine
}

const { red, green, strikethrough, dim, bold } = pc.createColors(true)
/** Struck through as well: red and green look the same to some. */
const colours: DiffPaint = { gone: (text) => red(strikethrough(text)), new: green, dim, strong: bold }
