/** A browser's path → its process: a group of its own with a throw-away profile, gone without trace when told so. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, Writable } from 'node:stream'
import type { FoundBrowser } from './find.js'
import { flagsFor } from './flags.js'
import { PipeTransport } from './pipe.js'
import { makeProfile, sweepProfiles } from './profile.js'

export interface ChromeProcess {
  /** Also the number of its process group. */
  readonly pid: number
  readonly profile: string
  readonly transport: PipeTransport
  /** Resolves when it has ended, for whatever reason, with what it said last on stderr and how it ended. Never rejects. */
  readonly ended: Promise<string>
  /** Kills it and all its helpers and removes the profile. May be called again. */
  close(): Promise<void>
}

/** Characters of stderr that are kept to tell what went wrong. */
const kept = 4000
/** Milliseconds after the end in which it may still be read what was said. */
const lastWords = 100
/** Milliseconds that a killed browser may take to go. */
const dying = 2000

/** Gives the process, or what the system said why it can't be run. Throws UserError when there is no room for a profile. */
export async function startChrome(browser: FoundBrowser): Promise<ChromeProcess | string> {
  const profile = makeProfile()
  const child = await run(browser.path, flagsFor(browser, profile, process.getuid?.() === 0))
  if (typeof child === 'string') {
    await rm(profile, { recursive: true, force: true })
    return child
  }
  const [, , , write, read] = child.stdio
  if (!(write instanceof Writable && read instanceof Readable && child.pid)) throw new Error('Chrome has no pipes')
  const transport = new PipeTransport(write, read)
  const ended = endOf(child)

  // Beside the start, which takes longer.
  const swept = sweepProfiles()
  // The last resort when nobody could close: the process ends here and now, so nothing may wait.
  const vanish = (): void => {
    kill(child)
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  process.once('exit', vanish)
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    kill(child)
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, dying).unref())])
    // A profile that something still holds (virus scanners on Windows) is left to the system's clean-up.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 30 }).catch(() => {})
    await swept
    process.off('exit', vanish)
  }
  return { pid: child.pid, profile, transport, ended, close: () => (closing ??= close()) }
}

async function run(path: string, flags: readonly string[]): Promise<ChildProcess | string> {
  try {
    const child = spawn(path, flags, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C reaches us alone, and one kill reaches Chrome's helpers and wrapper scripts.
      detached: process.platform !== 'win32',
      windowsHide: true,
      // What a deck looks like does not depend on the language of whoever makes it.
      env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: 'en' },
    })
    return child.pid === undefined
      ? await new Promise((resolve) => child.once('error', (error) => resolve(error.message)))
      : child
  } catch (error) {
    // Some reasons are thrown at once, others are told later.
    return error instanceof Error ? error.message : String(error)
  }
}

/** `close` comes when all helpers have let go of stderr, soon after `exit`. */
function endOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-kept)
  })
  return new Promise((resolve) => {
    const tell = (): void => {
      resolve(`${said}\nit ended with ${child.signalCode ?? `exit code ${child.exitCode}`}`)
    }
    child.once('error', (error) => resolve(error.message))
    child.once('exit', () => setTimeout(tell, lastWords))
    child.once('close', tell)
  })
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32')
      spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true })
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}
