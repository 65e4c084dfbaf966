/** What a browser says on its way out → the sentence and the hint that help. */
import { exitCode, UserError } from '../errors.js'
import { withoutOrders } from '../model/orders.js'
import type { FoundBrowser } from './find.js'

interface Fault {
  readonly sign: RegExp
  /** `$1` is what the sign caught. */
  readonly message: string
  readonly hint: string
}

/** Faults that a second try does not mend. */
const faults: readonly Fault[] = [
  {
    sign: /error while loading shared libraries: ([^\s:]+)/,
    message: 'lacks the system library $1',
    hint: 'Run `talkback setup`, or install a browser with the packages of your system: they bring the libraries along.',
  },
  {
    sign: /No usable sandbox|Failed to move to new namespace|sandbox.*(?:not permitted|EPERM)/i,
    message: 'cannot set up its sandbox here',
    hint: 'Install a browser from the packages of your system, which may use the sandbox, or allow user namespaces.',
  },
  {
    sign: /\b(ENOENT|EACCES|ENOEXEC|EPERM)\b|requires the chromium snap/,
    message: 'cannot be run',
    hint: 'Name another browser with --browser, or run `talkback setup`.',
  },
  {
    // Once more would take as long again.
    sign: /^it did not answer within (.+)$/,
    message: 'did not answer within $1',
    hint: 'Name another browser with --browser, or run it again when the machine is less busy.',
  },
  {
    sign: /\bENOSPC\b|No space left on device/,
    message: 'found no space left on the disk',
    hint: 'Free some space in the folder for temporary files.',
  },
]

export function mayBeLuck(said: string): boolean {
  return faultIn(said) === undefined
}

export function startFault({ path, from }: FoundBrowser, said: string): UserError {
  const fault = faultIn(said)
  const [, caught = ''] = fault?.sign.exec(said) ?? []
  const what = fault?.message.replace('$1', caught) ?? `did not start: ${reasonIn(said)}`
  return new UserError(
    `The browser ${path} (${from}) ${what}.`,
    fault?.hint ?? 'Name another browser with --browser, or run `talkback doctor` to see what is there.',
    exitCode.browser,
  )
}

/** What the browser prints goes through a file of its own; where that finds no room, it says so only by the way. */
export const isFullDisk = (message: string): boolean => /IO\.read\b.*Read failed|ENOSPC|No space left/i.test(message)

export function fullDisk(doing: string, folder: string): UserError {
  return new UserError(
    `There was no room for the browser's files while ${doing}: ${folder} is full.`,
    'Free some space there, or set TMPDIR (on Windows TEMP) to a folder that has some.',
    exitCode.world,
  )
}

/** A browser that was there and is no more, or no longer answers: another one may do. */
export class LostBrowser extends UserError {}

export function lostBrowser(doing: string, said: string): LostBrowser {
  return new LostBrowser(
    `The browser ended while ${doing}: ${reasonIn(said)}.`,
    'Run it again; if it happens again, the machine may be short of memory, or `talkback doctor` may tell more.',
    exitCode.browser,
  )
}

export function frozenBrowser(doing: string): LostBrowser {
  return new LostBrowser(
    `The browser stopped answering while ${doing}.`,
    'Run it again; if it happens again, the machine may be short of memory, or `talkback doctor` may tell more.',
    exitCode.browser,
  )
}

export function slowBrowser(doing: string, patience: number): LostBrowser {
  return new LostBrowser(
    `The browser did not finish ${doing} within ${Math.round(patience / 1000)} s.`,
    'Run it again when the machine is less busy, or make the deck of fewer notes at once.',
    exitCode.browser,
  )
}

function faultIn(said: string): Fault | undefined {
  return faults.find(({ sign }) => sign.test(said))
}

/** The reason among all that Chrome logs: what it calls fatal, else its last lines without the log's time stamp. */
function reasonIn(raw: string): string {
  const said = withoutOrders(raw)
  const fatal = /:FATAL:[^\]]*\]\s*(.+)/.exec(said)?.[1]
  const plain = said.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('['))
  return (fatal ?? plain.slice(-2).join('; ')).trim().replace(/\.$/, '')
}
