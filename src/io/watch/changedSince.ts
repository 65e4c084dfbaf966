/** Files, folders and a time → whether any of them has been written, or put there, since. */
import { stat } from 'node:fs/promises'
import { filesRightIn } from './filesRightIn.js'
import type { Watchable } from './watch.js'

/** Files may say the time to the fraction of a millisecond; Date.now() does not. */
const CLOCK = 1

/** @param time milliseconds, as Date.now() gives them */
export async function changedSince({ files, folders }: Watchable, time: number): Promise<boolean> {
  const all = [...files, ...folders, ...(await filesRightIn(folders))]
  const times = all.map((path) =>
    stat(path).then(
      // The later one: a file that is moved here, or comes out of an archive, keeps the time it was written at.
      ({ mtimeMs, ctimeMs }) => Math.max(mtimeMs, ctimeMs),
      () => 0,
    ),
  )
  return (await Promise.all(times)).some((written) => written > time + CLOCK)
}
