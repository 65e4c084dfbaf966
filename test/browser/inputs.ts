/** What browser tests make decks of: every deck in decks/, and the real notes; each built-in template; the usual canvases. */
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

async function notesIn(path: string): Promise<readonly string[]> {
  const names = await readdir(folder(path))
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder(path), name))
}

export const inputs = [...(await notesIn('decks')), ...(await notesIn('../../notes'))]
export const templates = await readdir(folder('../../templates'))
export const canvases = ['16:9', '4:3']

export const nameOf = (notes: string): string => basename(notes, '.md')
