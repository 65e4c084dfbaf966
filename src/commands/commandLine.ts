/** Words of a command line → the command they name, run to its end or its error, and the exit code for it. */
import { type Command, CommanderError } from 'commander'
import { type ExitCode, exitCode, Interruption, UserError } from '../errors.js'
import { worldFault } from '../io/faults.js'
import { isNotesName } from '../io/notesNames.js'
import { nearest } from '../settings/nearest.js'
import { makeActions } from './actions.js'
import { tellFault } from './findings.js'
import { refuseValues } from './flagValues.js'
import { spellOutHandout } from './formatFlags.js'
import { makeProgram } from './program.js'
import { type Output, openTerminal, type Terminal } from './terminal.js'

/** What a command line needs of the process that it runs in. */
export interface Host {
  readonly version: string
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Ends the work early. */
  readonly signal: AbortSignal
}

export interface CommandLine {
  /**
   * Never rejects.
   * @param args without the names of Node and of Talkback
   */
  run(args: readonly string[]): Promise<ExitCode>
  /** Tells of an error as `run` does, for those that nobody waits for. */
  report(error: unknown): ExitCode
}

export function commandLine({ version, signal, ...streams }: Host): CommandLine {
  let terminal: Terminal = openTerminal(streams, { quiet: false, env: streams.env })
  let debug = false
  let code: ExitCode = exitCode.fine

  function open({ quiet }: { readonly quiet: boolean }): Terminal {
    terminal = openTerminal(streams, { quiet, env: streams.env })
    return terminal
  }
  function done(ended: ExitCode): void {
    code = ended
  }

  /** Undefined while nobody has asked to end early. */
  function codeOfSignal(): ExitCode | undefined {
    return signal.reason instanceof Interruption ? signal.reason.code : undefined
  }

  /** Every error ends here: one sentence, and what to do about it on the next line. */
  function report(thrown: unknown): ExitCode {
    if (signal.aborted) {
      terminal.tell('Interrupted: what was there before is untouched.')
      return codeOfSignal() ?? exitCode.interrupted
    }
    const error = worldFault(thrown)
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage
    const known = error instanceof UserError
    if (known) tellFault(error, terminal)
    else {
      const message = error instanceof Error ? error.message : String(error)
      terminal.tell(terminal.paint.error(`This is a bug in Talkback: ${message}`))
      if (!debug) terminal.tell('  Please report it, with what the same command prints with --debug behind it.')
    }
    if (debug && error instanceof Error) terminal.tell(terminal.paint.dim(stackOf(error)))
    return known ? error.code : exitCode.bug
  }

  /** commander says `error: unknown option '--x'` and a suggestion in brackets; we say it like all our errors. */
  function tellUsage(text: string): void {
    const [sentence = '', ...rest] = text
      .replace(/^error: /, '')
      .replace(/ is invalid\. /, ' is invalid\n')
      .trim()
      .split('\n')
    terminal.tell(terminal.paint.error(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/\.$/, '')}.`))
    const [, missing] = /^option '(?:-\w, )?(--.*)' argument missing$/.exec(sentence) ?? []
    const suggestion = missing ? `Write it behind the flag: ${missing}.` : rest.join(' ').replace(/^\((.*)\)$/, '$1')
    terminal.tell(`  ${suggestion || 'See talkback --help, or talkback <command> --help.'}`)
  }

  async function run(args: readonly string[]): Promise<ExitCode> {
    debug = args.includes('--debug')
    const program = makeProgram(version, makeActions({ open, done, signal }))
    program.on('command:*', (words: string[], unknown: string[]) => unknownCommand(program, [...words, ...unknown]))
    const commands = program.commands.flatMap((command) => [command, ...command.commands])
    for (const command of [program, ...commands])
      command.exitOverride().configureOutput({ writeOut: (text) => streams.stdout.write(text), outputError: tellUsage })
    try {
      refuseValues(program, args)
      await program.parseAsync(spellOutHandout(args), { from: 'user' })
      const asked = codeOfSignal()
      // What goes on until it is stopped (`serve`, `--watch`) is meant to end with Ctrl-C.
      return asked === undefined || asked === exitCode.interrupted ? code : asked
    } catch (error) {
      return report(error)
    } finally {
      terminal.rest()
    }
  }

  return { run, report }
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${stackOf(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}

/** `talkback notes.md` and `talkback biuld`. */
function unknownCommand(program: Command, [word = '', ...rest]: readonly string[]): never {
  if (isNotesName(word)) {
    const line = ['talkback build', word, ...rest].join(' ')
    throw new UserError(`\`${word}\` is a file, not a command.`, `Did you mean \`${line}\`?`, exitCode.usage)
  }
  const names = program.commands.map((command) => command.name())
  const near = nearest(word, names)
  const hint = near === undefined ? `Commands are: ${names.join(', ')}.` : `Did you mean \`talkback ${near}\`?`
  throw new UserError(`There is no command \`${word}\`.`, hint, exitCode.usage)
}
