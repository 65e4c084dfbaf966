/** `talkback setup`: finds a browser for PDFs, or gets one. */
import { getBrowser } from '../browser/get.js'
import { type ExitCode, exitCode } from '../errors.js'
import type { Terminal } from './terminal.js'

export interface SetupOptions {
  /** Path of a browser to use. */
  readonly browser?: string | undefined
}

export async function run({ browser }: SetupOptions, terminal: Terminal): Promise<ExitCode> {
  const { path } = await getBrowser({ browser, onStage: terminal.stage })
  terminal.result(path)
  return exitCode.fine
}
