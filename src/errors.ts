/** The faults of the world (no browser, port taken, disk full), as one sentence and one hint, with the exit code they end in. */

export const exitCode = {
  fine: 0,
  findings: 1,
  usage: 2,
  browser: 3,
  world: 4,
  bug: 70,
  // 128 and the number of the signal, as shells have it: SIGHUP, SIGINT, SIGTERM.
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Where in a file of the user's it is that something has to be mended; counted from 1. */
export interface FaultPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Something the user can mend. Thrown anywhere, caught once, in commands/commandLine.ts; anything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** Known when it is one line that is wrong; the message says it, too. */
  readonly place: FaultPlace | undefined

  /**
   * @param message one sentence: what happened, and to what
   * @param hint one sentence: what to do about it
   * @param code how the process ends (default: 4, file or network)
   */
  constructor(
    message: string,
    readonly hint: string,
    readonly code: ExitCode = exitCode.world,
    { place, ...options }: ErrorOptions & { readonly place?: FaultPlace } = {},
  ) {
    super(message, options)
    this.place = place
  }
}

/** Why work is to end early. */
export class Interruption extends Error {
  override readonly name = 'Interruption'

  /** @param code what the process ends in */
  constructor(readonly code: ExitCode) {
    super('interrupted')
  }
}
