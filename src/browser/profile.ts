/** A throw-away folder for a browser's profile, and an end to those of processes that were killed before they could. */
import { mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../errors.js'

const PREFIX = 'talkback-chrome-'

/** A new folder, with the number of our process in its name. */
export function makeProfile(): string {
  try {
    return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  } catch (cause) {
    throw new UserError(
      `The browser needs a folder for its profile, but none can be made in ${tmpdir()}.`,
      'Set TMPDIR (on Windows TEMP) to a folder that you may write to.',
      undefined,
      { cause },
    )
  }
}

/** Deletes the profiles of processes that are gone: nobody else does. What can't be deleted is in nobody's way. */
export async function sweepProfiles(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  const left = names.filter((name) => {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    return pid > 0 && !isRunning(pid)
  })
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It runs, and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
