/** What builds that were killed left behind → the deck as it was, and nothing else. */
import { randomBytes } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { exists } from './exists.js'
import { codeOf } from './faults.js'

const OLD = '.old'

/** A new name beside a deck folder for what this process builds; hidden, and on the same disk, so renaming is one step. */
export const stageName = (folder: string): string =>
  join(dirname(folder), `${prefixOf(folder)}${process.pid}-${randomBytes(4).toString('hex')}`)

/** Where a deck that was there stands while the new one takes its place; one place for each that is met. */
export const oldName = (stage: string, count: number): string => `${stage}-${count}${OLD}`

const prefixOf = (folder: string): string => `.${basename(folder)}.talkback-`

/**
 * Mends what a kill left. A deck that was moved away and not replaced comes back; stages and old decks of processes
 * that are gone are deleted; those of running processes are left alone. Every build calls this first.
 */
export async function recover(folder: string): Promise<void> {
  const target = resolve(folder)
  const parent = dirname(target)
  const names = await readdir(parent).catch(() => [])
  const left = names.filter((name) => name.startsWith(prefixOf(target)))
  for (const name of left.filter((other) => other.endsWith(OLD))) {
    if (await exists(target)) break
    // Another process may be between its two renames this very moment: a second look tells.
    if (isRunning(name, target)) await setTimeout(250)
    if (!(await exists(target))) await rename(join(parent, name), target).catch(() => {})
  }
  for (const name of left) {
    if (!isRunning(name, target)) await rm(join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
}

function isRunning(name: string, target: string): boolean {
  const pid = Number.parseInt(name.slice(prefixOf(target).length), 10)
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It runs, and belongs to someone else.
    return codeOf(error) === 'EPERM'
  }
}
