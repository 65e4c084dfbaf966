/** What a file is made of → the file, written from its beginning to its end; what comes in pieces is never in memory as a whole. */
import { open, writeFile } from 'node:fs/promises'
import { type Content, isLater } from '../model/content.js'

/** What was there is gone, whether or not this ends well. */
export async function writeContent(file: string, content: Content): Promise<void> {
  if (!isLater(content)) return writeFile(file, content)
  const handle = await open(file, 'w')
  try {
    // Each piece goes behind the one before.
    for await (const piece of content.pieces()) await handle.writeFile(piece)
  } finally {
    await handle.close()
  }
}
