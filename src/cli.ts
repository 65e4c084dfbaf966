/** Turns a command line into a command's run, and whatever happens into an exit code: the only place that ends the process. */
import { type Command, CommanderError } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { type Actions, givenSettings, makeProgram } from './commands/program.js'
import { openTerminal, type Terminal } from './commands/terminal.js'
import { type ExitCode, exitCode, UserError } from './errors.js'
import { nearest } from './settings/nearest.js'

interface Flags {
  readonly out: string
  readonly from: string
  readonly pdf?: true
  readonly json?: true
  readonly strict?: true
  readonly config?: string
  readonly browser?: string
  readonly offline?: true
  readonly refresh?: true
  readonly quiet?: true
  readonly debug?: true
}

const interruption = new AbortController()
let terminal: Terminal = openTerminal(process, { quiet: false, env: process.env })
let debug = process.argv.includes('--debug')
let code: ExitCode = exitCode.fine

/** Commands are loaded when they run: none pays for the modules of another. */
const actions: Actions = {
  async build(notes, command) {
    const { run } = await import('./commands/build.js')
    code = await run(notes, { ...buildOptions(command), results: 'all' }, open(command), interruption.signal)
  },
  async pdf(notes, command) {
    const { run } = await import('./commands/build.js')
    const options = { ...buildOptions(command), pdf: true, results: 'pdf' } as const
    code = await run(notes, options, open(command), interruption.signal)
  },
  async check(notes, command) {
    const { run } = await import('./commands/check.js')
    const { json = false, strict = false } = command.opts<Flags>()
    code = await run(notes, { ...commonOptions(command), json, strict }, open(command), interruption.signal)
  },
  async outline([notes = ''], command) {
    const { run } = await import('./commands/outline.js')
    const { json = false, config } = command.opts<Flags>()
    code = await run(notes, { json, settings: givenSettings(command), ...given({ config }) }, open(command))
  },
  async templates(command) {
    const { list } = await import('./commands/templates.js')
    code = await list({ json: command.opts<Flags>().json ?? false }, open(command))
  },
  async newTemplate(path, command) {
    const { create } = await import('./commands/templates.js')
    code = await create(path, { from: command.opts<Flags>().from }, open(command))
  },
  async setup(command) {
    const { run } = await import('./commands/setup.js')
    code = await run(given({ browser: command.opts<Flags>().browser }), open(command))
  },
  async doctor(command) {
    const { run } = await import('./commands/doctor.js')
    code = await run(given({ browser: command.opts<Flags>().browser }), open(command))
  },
}

function buildOptions(command: Command) {
  const { out, pdf = false } = command.opts<Flags>()
  return { ...commonOptions(command), out, pdf }
}

/** What everything that makes a deck takes. */
function commonOptions(command: Command) {
  const { offline = false, refresh = false, config, browser } = command.opts<Flags>()
  return { offline, refresh, settings: givenSettings(command), ...given({ config, browser }) }
}

/** Leaves out what was not given. */
function given<Name extends string>(values: Record<Name, string | undefined>): { [Each in Name]?: string } {
  const kept: { [Each in Name]?: string } = {}
  for (const name in values) {
    const value = values[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}

function open(command: Command): Terminal {
  const flags = command.opts<Flags>()
  debug = flags.debug ?? false
  terminal = openTerminal(process, { quiet: flags.quiet ?? false, env: process.env })
  return terminal
}

/** Every error ends here: one sentence, and what to do about it on the next line. */
function report(error: unknown): ExitCode {
  if (interruption.signal.aborted) {
    terminal.tell('Interrupted: what was there before is untouched.')
    return exitCode.interrupted
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage
  const known = error instanceof UserError
  const message = error instanceof Error ? error.message : String(error)
  terminal.tell(terminal.paint.error(known ? message : `This is a bug in Talkback: ${message}`))
  if (known) terminal.tell(`  ${error.hint}`)
  else if (!debug) terminal.tell('  Please report it, with what the same command prints with --debug behind it.')
  if (debug && error instanceof Error) terminal.tell(terminal.paint.dim(stackOf(error)))
  return known ? error.code : exitCode.bug
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${stackOf(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}

/** commander says `error: unknown option '--x'` and a suggestion in brackets; we say it like all our errors. */
function tellUsage(text: string): void {
  const [sentence = '', ...rest] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n')
  terminal.tell(terminal.paint.error(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/\.$/, '')}.`))
  const suggestion = rest.join(' ').replace(/^\((.*)\)$/, '$1')
  terminal.tell(`  ${suggestion || 'See talkback --help, or talkback <command> --help.'}`)
}

/** `talkback notes.md` and `talkback biuld`. */
function unknownCommand(program: Command, [word = '', ...rest]: readonly string[]): never {
  if (/\.(?:md|markdown|txt)$/i.test(word)) {
    const line = ['talkback build', word, ...rest].join(' ')
    throw new UserError(`\`${word}\` is a file, not a command.`, `Did you mean \`${line}\`?`, exitCode.usage)
  }
  const names = program.commands.map((command) => command.name())
  const near = nearest(word, names)
  const hint = near === undefined ? `Commands are: ${names.join(', ')}.` : `Did you mean \`talkback ${near}\`?`
  throw new UserError(`There is no command \`${word}\`.`, hint, exitCode.usage)
}

async function main(): Promise<ExitCode> {
  const program = makeProgram(packageJson.version, actions)
  program.on('command:*', (words: string[], unknown: string[]) => unknownCommand(program, [...words, ...unknown]))
  const commands = program.commands.flatMap((command) => [command, ...command.commands])
  for (const command of [program, ...commands]) command.exitOverride().configureOutput({ outputError: tellUsage })
  try {
    await program.parseAsync()
    return code
  } catch (error) {
    return report(error)
  } finally {
    terminal.rest()
  }
}

// A reader that has seen enough (`talkback outline x.md | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCode.fine)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second time, whoever presses it does not want to wait for us to tidy up.
    if (interruption.signal.aborted) process.exit(exitCode.interrupted)
    interruption.abort(new Error('interrupted'))
  })
}

// What goes wrong where nobody waits for it: a bug, unless it is what an interrupted program does in dying.
process.on('uncaughtException', (error) => {
  if (!interruption.signal.aborted) process.exit(report(error))
})

const ended = await main()
// Output to a pipe may still be under way; the process ends when it is through.
process.stdout.write('', () => process.exit(ended))
