/** Files, folders and a time → whether any of them has been written since. */
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
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    ),
  )
  return (await Promise.all(times)).some((written) => written > time + CLOCK)
}
