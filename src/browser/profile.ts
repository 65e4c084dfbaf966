/** A throw-away folder for a browser's profile, and an end to those of processes that were killed before they could. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readlinkSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../errors.js'

const PREFIX = 'talkback-chrome-'

/** A new folder, with the number of our process in its name, and where that number counts. */
export function makeProfile(): string {
  try {
    return mkdtempSync(join(tmpdir(), `${PREFIX}${numberSpace()}-${process.pid}-`))
  } catch (cause) {
    throw new UserError(
      `The browser needs a folder for its profile, but none can be made in ${tmpdir()}.`,
      'Set TMPDIR (on Windows TEMP) to a folder that you may write to.',
      undefined,
      { cause },
    )
  }
}

/**
 * Deletes the profiles of processes that are gone: nobody else does. What can't be deleted is in nobody's way. Whether a
 * process of another container or machine runs can't be told from here: its profiles stay.
 */
export async function sweepProfiles(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  const own = `${PREFIX}${numberSpace()}-`
  const left = names.filter((name) => {
    const pid = name.startsWith(own) ? Number.parseInt(name.slice(own.length), 10) : Number.NaN
    return pid > 0 && !isRunning(pid)
  })
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})))
}

/** Temporary files may be shared by containers and machines that each count processes for themselves. */
const numberSpace = (): string =>
  createHash('sha256').update(`${hostname()}\n${processNamespace()}`).digest('hex').slice(0, 12)

/** `pid:[4026531836]`, where the system has such; '' elsewhere. */
function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It runs, and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
