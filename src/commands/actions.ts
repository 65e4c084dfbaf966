/** The flags that commander read → the options of a command, and its run. */
import type { Command } from 'commander'
import type { ExitCode } from '../errors.js'
import { unlessStopped } from '../io/unlessStopped.js'
import { givenFormats, refuseIdle } from './formatFlags.js'
import { type Actions, givenSettings } from './program.js'
import type { Terminal } from './terminal.js'

interface Flags {
  readonly out: string
  readonly from: string
  readonly join?: true
  readonly json?: true
  readonly watch?: true
  readonly strict?: true
  readonly exitCode?: true
  readonly pictures?: string
  readonly config?: string
  readonly browser?: string
  readonly offline?: true
  readonly refresh?: true
  readonly quiet?: true
  readonly debug?: true
}

interface ServeFlags {
  readonly host: string
  readonly port?: number
  readonly open?: true
  readonly follow?: true
  readonly sync?: true
  readonly editor?: string
}

/** What actions need of the command line that they belong to. */
export interface Session {
  /** The terminal as the flags want it. */
  readonly open: (flags: { readonly quiet: boolean }) => Terminal
  /** Told what the process is to end in. */
  readonly done: (code: ExitCode) => void
  readonly signal: AbortSignal
}

/** Commands are loaded when they run: none pays for the modules of another. */
export function makeActions({ open, done, signal }: Session): Actions {
  const terminalOf = (command: Command): Terminal => open({ quiet: command.opts<Flags>().quiet ?? false })
  /** For what leaves nothing to tidy up: its browser ends with the process. */
  const stoppable = (work: Promise<ExitCode>): Promise<ExitCode> => unlessStopped(signal, work)

  return {
    async build(notes, command) {
      const { run } = await import('./build.js')
      done(await run(notes, { ...buildOptions(command), results: 'all' }, terminalOf(command), signal))
    },
    async pdf(notes, command) {
      const { run } = await import('./build.js')
      const common = buildOptions(command)
      const options = { ...common, formats: { ...common.formats, pdf: true }, results: 'files' } as const
      done(await run(notes, options, terminalOf(command), signal))
    },
    async serve(notes, command) {
      const { run } = await import('./serve.js')
      const { host, port, open = false, follow = false, sync = false, editor } = command.opts<ServeFlags>()
      const { out } = command.opts<Flags>()
      const join = command.opts<Flags>().join ?? false
      const options = { ...commonOptions(command), out, join, host, port, open, follow, sync, editor }
      done(await run(notes, options, terminalOf(command), signal))
    },
    async check(notes, command) {
      const { run } = await import('./check.js')
      const { json = false, strict = false, join = false } = command.opts<Flags>()
      done(await run(notes, { ...commonOptions(command), json, strict, join }, terminalOf(command), signal))
    },
    async outline(notes, command) {
      const { run } = await import('./outline.js')
      const { json = false, join = false, config } = command.opts<Flags>()
      done(await stoppable(run(notes, { json, join, settings: givenSettings(command), config }, terminalOf(command))))
    },
    async diff(versions, command) {
      const { run } = await import('./diff.js')
      const { json = false, exitCode = false, pictures } = command.opts<Flags>()
      const options = { ...commonOptions(command), json, exitCode, pictures }
      if (pictures === undefined) refuseIdle(command, ['offline', 'refresh', 'browser'], '--pictures')
      const work = run(versions, options, terminalOf(command), signal)
      done(await (pictures === undefined ? stoppable(work) : work))
    },
    async templates(command) {
      const { list } = await import('./templates.js')
      done(await stoppable(list({ json: command.opts<Flags>().json ?? false }, terminalOf(command))))
    },
    async newTemplate(path, command) {
      const { create } = await import('./templates.js')
      done(await stoppable(create(path, { from: command.opts<Flags>().from }, terminalOf(command))))
    },
    async setup(what, command) {
      const { run } = await import('./setup.js')
      done(await stoppable(run({ what, browser: command.opts<Flags>().browser }, terminalOf(command))))
    },
    async doctor(command) {
      const { run } = await import('./doctor.js')
      done(await stoppable(run({ browser: command.opts<Flags>().browser }, terminalOf(command))))
    },
  }
}

function buildOptions(command: Command) {
  const { out, join = false, json = false, watch = false } = command.opts<Flags>()
  return { ...commonOptions(command), out, join, json, watch, formats: givenFormats(command) }
}

/** What everything that makes a deck takes. */
function commonOptions(command: Command) {
  const { offline = false, refresh = false, config, browser } = command.opts<Flags>()
  return { offline, refresh, settings: givenSettings(command), config, browser }
}
