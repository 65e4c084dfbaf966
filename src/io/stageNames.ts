/** A deck folder → names beside it for what is being built, which say whether whoever builds it is still at work. */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './faults.js'

/** Those of this process: in a container, every process has the number of the one that was killed before it. */
const ours = new Set<string>()

/** A new name; hidden, and on the same disk as the deck, so that renaming is one step. */
export function openStage(target: string): string {
  const name = `${stagePrefix(target)}${process.pid}-${randomBytes(4).toString('hex')}`
  ours.add(name)
  return join(dirname(target), name)
}

/** Whoever finds it from now on may do with it what it wants. */
export const leaveStage = (stage: string): boolean => ours.delete(basename(stage))

/** What the names of all stages of a deck begin with. */
export const stagePrefix = (target: string): string => `.${basename(target)}.talkback-`

export function isBeingBuilt(name: string, target: string): boolean {
  const pid = Number.parseInt(name.slice(stagePrefix(target).length), 10)
  if (pid === process.pid) return ours.has(name)
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It runs, and belongs to someone else.
    return codeOf(error) === 'EPERM'
  }
}
