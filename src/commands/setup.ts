/** `talkback setup`: finds a browser for PDFs, or gets one; `talkback setup mermaid`: gets what draws diagrams. */
import { getBrowser } from '../browser/get.js'
import { type ExitCode, exitCode } from '../errors.js'
import type { Terminal } from './terminal.js'

export interface SetupOptions {
  readonly what?: 'browser' | 'mermaid' | undefined
  /** Path of a browser to use. */
  readonly browser?: string | undefined
}

export async function run({ what = 'browser', browser }: SetupOptions, terminal: Terminal): Promise<ExitCode> {
  if (what === 'mermaid') {
    const { getMermaid, MERMAID } = await import('../io/diagrams/mermaid.js')
    await getMermaid(terminal.stage)
    terminal.result(`Mermaid ${MERMAID}`)
    return exitCode.fine
  }
  const { path } = await getBrowser({ browser, onStage: terminal.stage })
  terminal.result(path)
  return exitCode.fine
}
