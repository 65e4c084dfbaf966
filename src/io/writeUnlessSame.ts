/** A file's content → the file on disk: the one of before, when it holds just that, else a new one. */
import { link, lstat, readFile, rm, utimes, writeFile } from 'node:fs/promises'

/**
 * Nothing must be at `file`, or what is there may go. It is never written into: it may be a second name for a file of the
 * deck of before, which somebody is reading.
 *
 * @param before where the file would be, had it not changed. Then `file` becomes a second name for it, with its time of
 *   change: what watches files, or copies those that are newer, sees that nothing happened
 */
export async function writeUnlessSame(file: string, content: string | Uint8Array, before: string): Promise<void> {
  await rm(file, { force: true })
  if (!(await keeps(file, Buffer.from(content), before))) await writeFile(file, content)
}

async function keeps(file: string, content: Buffer, before: string): Promise<boolean> {
  try {
    const facts = await lstat(before)
    if (!facts.isFile() || facts.size !== content.length) return false
    const linked = await link(before, file).then(
      () => true,
      () => false,
    )
    // Another build may put another file in its place at any time: what was linked is what counts.
    if (content.equals(await readFile(linked ? file : before))) {
      if (linked) return true
      // A file system without second names.
      await writeFile(file, content)
      await utimes(file, facts.atime, facts.mtime)
      return true
    }
  } catch {
    // There is none, or it can't be read.
  }
  await rm(file, { force: true })
  return false
}
