/** A file's content → the file on disk: the one of before, when it holds just that, else a new one. */
import { link, lstat, open, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { type Content, isLater } from '../model/content.js'
import { writeContent } from './writeContent.js'

/**
 * Nothing must be at `file`, or what is there may go. It is never written into: it may be a second name for a file of the
 * deck of before, which somebody is reading.
 *
 * @param before where the file would be, had it not changed. Then `file` becomes a second name for it, with its time of
 *   change: what watches files, or copies those that are newer, sees that nothing happened
 */
export async function writeUnlessSame(file: string, content: Content, before: string): Promise<void> {
  await rm(file, { force: true })
  if (isLater(content)) {
    // What it holds is known once it is written.
    await writeContent(file, content)
    if (!(await isSame(file, before))) return
    await rm(file)
    // Another build may have put another file in its place just now, or it can have no second name.
    if (!(await linked(before, file)) || !(await isSame(file, before))) {
      await rm(file, { force: true })
      await writeContent(file, content)
    }
    return
  }
  if (!(await keeps(file, Buffer.from(content), before))) await writeFile(file, content)
}

const linked = (before: string, file: string): Promise<boolean> =>
  link(before, file).then(
    () => true,
    () => false,
  )

/** Compared piece by piece; not the same when one can't be read. */
async function isSame(one: string, other: string): Promise<boolean> {
  try {
    const [facts, others] = await Promise.all([lstat(one), lstat(other)])
    if (!others.isFile() || facts.size !== others.size) return false
    return await areSame(one, other)
  } catch {
    return false
  }
}

const PIECE = 1024 * 1024

async function areSame(one: string, other: string): Promise<boolean> {
  const handles = [await open(one), await open(other)]
  try {
    for (let at = 0; ; at += PIECE) {
      const [left, right] = await Promise.all(
        handles.map(async (handle) => {
          const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at)
          return buffer.subarray(0, bytesRead)
        }),
      )
      if (!left?.equals(right ?? Buffer.alloc(0))) return false
      if (left.length < PIECE) return true
    }
  } finally {
    await Promise.all(handles.map((handle) => handle.close()))
  }
}

async function keeps(file: string, content: Buffer, before: string): Promise<boolean> {
  try {
    const facts = await lstat(before)
    if (!facts.isFile() || facts.size !== content.length) return false
    const isLinked = await linked(before, file)
    // Another build may put another file in its place at any time: what was linked is what counts.
    if (content.equals(await readFile(isLinked ? file : before))) {
      if (isLinked) return true
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
