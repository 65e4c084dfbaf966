/** The folder that we were started in, deleted and made anew → ours again: relative paths lead into it, not into one that is gone. */

let home: string | undefined

/** For whoever works for hours: before it reads or writes anew. Until the folder is back, nothing is changed. */
export function standAgain(): void {
  try {
    // What Node remembers: the system itself would no longer know.
    home = process.cwd()
  } catch {
    // Where we were before still counts.
  }
  if (home === undefined) return
  try {
    process.chdir(home)
    process.cwd()
  } catch {
    // It has not come back yet.
  }
}
