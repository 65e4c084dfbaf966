/** Bytes that are many → a file of a temporary folder, and the way back to them, until all is written that they belong to. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LaterFile, Shelf } from '../model/content.js'
import { openTemporaryFolder, type TemporaryFolder } from './temporaryFolder.js'
import { writeTemporarily } from './writeFileWhole.js'

/** The same bytes lie there once. There is no folder before there is something to put. */
export function openShelf(): Shelf & { drop(): Promise<void> } {
  let folder: Promise<TemporaryFolder> | undefined
  const known = new Map<string, LaterFile>()
  return {
    async put(bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      const before = known.get(digest)
      if (before) return before
      folder ??= openTemporaryFolder('shelf')
      const file = join((await folder).path, digest)
      await writeTemporarily(file, bytes)
      const later = { size: bytes.length, digest, pieces: () => wholeFile(file) }
      known.set(digest, later)
      return later
    },
    async drop() {
      await (await folder)?.drop()
    },
  }
}

async function* wholeFile(file: string): AsyncGenerator<Uint8Array> {
  yield await readFile(file)
}
