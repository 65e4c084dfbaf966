/** The faults of the world (no browser, port taken, disk full), as one sentence and one hint, with the exit code they end in. */

export const exitCode = { fine: 0, findings: 1, usage: 2, browser: 3, world: 4, bug: 70, interrupted: 130 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Something the user can mend. Thrown anywhere, caught once, in commands/commandLine.ts; anything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError'

  /**
   * @param message one sentence: what happened, and to what
   * @param hint one sentence: what to do about it
   * @param code how the process ends (default: 4, file or network)
   */
  constructor(
    message: string,
    readonly hint: string,
    readonly code: ExitCode = exitCode.world,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
