/** Words for git → what it answers, or one sentence on why it does not. */
import { execFile } from 'node:child_process'
import { exitCode, UserError } from '../../errors.js'
import { withoutOrders } from '../../model/orders.js'
import { codeOf } from '../faults.js'

/** As much as notes may have. */
const MOST = 8 * 1024 * 1024

/** Milliseconds: git reads what lies on this machine, and asks nobody. */
const PATIENCE = 120_000

export interface GitQuestion {
  /** Where it is asked. */
  readonly folder: string
  /** What is wanted, as the user knows it; otherwise the words. */
  readonly what?: string
  /** Bytes of the answer. */
  readonly most?: number
}

/** The answer is longer than it may be. */
export class TooLong extends UserError {}

/** It was left out when the repository was cloned (`--filter=blob:none`). */
export class Unfetched extends UserError {}

/** No shell reads the arguments. What a clone left with its host is not fetched. */
export function askGit(words: readonly string[], { folder, what, most = MOST }: GitQuestion): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      // What it says is read below.
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      // Older ones don't know that word, and may go by no way that there is.
      GIT_ALLOW_PROTOCOL: 'none',
    }
    const options = {
      cwd: folder,
      env,
      encoding: 'buffer',
      maxBuffer: most,
      windowsHide: true,
      timeout: PATIENCE,
    } as const
    execFile('git', [...words], options, (error, stdout, stderr) => {
      if (error)
        reject(gitFault(error, stderr.toString('utf8'), { folder, words, what: what ?? words.join(' '), most }))
      else resolve(stdout)
    })
  })
}

interface Asked {
  readonly folder: string
  readonly words: readonly string[]
  readonly what: string
  readonly most: number
}

function gitFault(error: Error, said: string, { folder, words, what, most }: Asked): UserError {
  const because = { cause: error }
  if (codeOf(error) === 'ENOENT') {
    return new UserError(
      `Git could not be started in ${folder}, to read ${what}.`,
      'Install git, or name two files: `talkback diff old.md new.md`.',
      exitCode.world,
      because,
    )
  }
  if (codeOf(error) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    const size = `${most / 1024 / 1024} MB`
    return new TooLong(
      `${what} has more than ${size}.`,
      `No more than ${size} of it are read.`,
      exitCode.world,
      because,
    )
  }
  if (/from promisor remote/i.test(said)) {
    const place = folder === '.' ? '' : `-C ${folder} `
    return new Unfetched(
      `${what} was not fetched when this repository was cloned.`,
      `Have git fetch it: \`git ${place}${words.join(' ')}\`.`,
      exitCode.world,
      because,
    )
  }
  if (/not a git repository/i.test(said)) {
    return new UserError(
      `There is no git repository to read ${what} from.`,
      'Name two files: `talkback diff old.md new.md`.',
      exitCode.world,
      because,
    )
  }
  const reason = reasonIn(said) || error.message
  return new UserError(
    `Git has no ${what}: ${reason}.`.replace(/\.+$/, '.'),
    'See `git log` for revisions; a path after a colon counts from the top of the repository.',
    exitCode.world,
    because,
  )
}

/** Warnings may come before it. */
const reasonIn = (said: string): string | undefined =>
  withoutOrders(said)
    .split('\n')
    .find((line) => line.trim() !== '' && !/^(?:warning|hint): /i.test(line))
    ?.replace(/^(?:fatal|error): /i, '')
