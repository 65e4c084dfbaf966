/** Words for git → what it answers, or one sentence on why it does not. */
import { execFile } from 'node:child_process'
import { exitCode, UserError } from '../../errors.js'
import { codeOf } from '../faults.js'

/** As much as notes may have. */
const MOST = 8 * 1024 * 1024

export interface GitQuestion {
  /** Where it is asked. */
  readonly folder: string
  /** What is wanted, as the user knows it; otherwise the words. */
  readonly what?: string
  /** Bytes of the answer. */
  readonly most?: number
}

/** No shell reads the arguments. */
export function askGit(words: readonly string[], { folder, what, most = MOST }: GitQuestion): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // What it says is read below. What a clone left with its host is not fetched.
    const env = { ...process.env, LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' }
    const options = { cwd: folder, env, encoding: 'buffer', maxBuffer: most, windowsHide: true } as const
    execFile('git', [...words], options, (error, stdout, stderr) => {
      if (error) reject(gitFault(error, stderr.toString('utf8'), folder, what ?? words.join(' ')))
      else resolve(stdout)
    })
  })
}

function gitFault(error: Error, said: string, folder: string, what: string): unknown {
  const because = { cause: error }
  if (codeOf(error) === 'ENOENT') {
    return new UserError(
      `Git could not be started in ${folder}, to read ${what}.`,
      'Install git, or name two files: `talkback diff old.md new.md`.',
      exitCode.world,
      because,
    )
  }
  if (codeOf(error) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
    return new UserError(`${what} has more than 8 MB.`, 'Notes may have 8 MB.', exitCode.world, because)
  if (/not a git repository/i.test(said)) {
    return new UserError(
      `There is no git repository to read ${what} from.`,
      'Name two files: `talkback diff old.md new.md`.',
      exitCode.world,
      because,
    )
  }
  const reason = said.split('\n')[0]?.replace(/^fatal: /i, '') || error.message
  return new UserError(
    `Git has no ${what}: ${reason}.`.replace(/\.+$/, '.'),
    'See `git log` for revisions; a path after a colon counts from the top of the repository.',
    exitCode.world,
    because,
  )
}
