/** `talkback diff`: prints which slides differ between two versions of some notes, and in which words. */
import pc from 'picocolors'
import { type DiffPaint, differenceLines, signs } from '../diff/text.js'
import { type ExitCode, exitCode } from '../errors.js'
import { diffNotes } from '../pipeline.js'
import type { Terminal } from './terminal.js'

export interface DiffOptions {
  readonly json: boolean
  /** End with 1 when there is a difference, as git does. */
  readonly exitCode: boolean
  /** Path of a config file. */
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
}

export async function run(versions: readonly string[], options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  const { json, settings, config } = options
  const { names, ...difference } = await diffNotes({ versions, settings, config })
  if (json) terminal.result(JSON.stringify({ ...names, ...difference }, null, 2))
  else
    for (const line of differenceLines(difference, names, terminal.colourful ? colours : signs)) terminal.result(line)
  return options.exitCode && difference.slides.length > 0 ? exitCode.findings : exitCode.fine
}

const { red, green, strikethrough, dim, bold } = pc.createColors(true)
/** Struck through as well: red and green look the same to some. */
const colours: DiffPaint = { gone: (text) => red(strikethrough(text)), new: green, dim, strong: bold }
