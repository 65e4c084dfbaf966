/** Turns paths of notes into the names of their decks: folder in dist/, and file name of the PDF. */
import { basename, dirname, resolve } from 'node:path'
import { PIPED, PIPED_NAME, withoutEnd } from '../io/notesNames.js'

/** Files that are named after their role; the folder says what they are about. */
const roleNames = /^(?:readme|index|notes?)$/i

/**
 * @param files paths of notes, each once
 * @returns a name for each, all different; also where capitals don't count
 */
export function deckNames(files: readonly string[]): readonly string[] {
  const names = files.map((file) => {
    if (file === PIPED) return PIPED_NAME
    const own = withoutEnd(basename(file))
    return roleNames.test(own) ? folderName(file, 1) || own : own
  })
  const shared = repeated(names)
  const longer = names.map((name, index) => {
    const folder = folderName(files[index] ?? '', name === folderName(files[index] ?? '', 1) ? 2 : 1)
    return shared.has(key(name)) && folder ? `${folder}-${name}` : name
  })
  return numbered(longer.map(safe))
}

/**
 * For notes that come and go: what has a name keeps it.
 * @param make called once for each file, with its name
 */
export function openNames<Made>(
  make: (file: string, name: string) => Made,
): (files: readonly string[]) => readonly Made[] {
  const made = new Map<string, Made>()
  const taken = new Set<string>()
  return (files) => {
    const wished = deckNames(files)
    return files.map((file, index) => {
      const known = made.get(file)
      if (known !== undefined) return known
      const name = free(wished[index] ?? '', taken)
      const fresh = make(file, name)
      made.set(file, fresh)
      return fresh
    })
  }
}

const key = (name: string): string => safe(name).toLowerCase()

/** Name of the folder a file lies in (1), or of the one around that (2). */
function folderName(file: string, up: number): string {
  let folder = dirname(resolve(file))
  for (let i = 1; i < up; i++) folder = dirname(folder)
  return basename(folder)
}

function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const name of names) (seen.has(key(name)) ? twice : seen).add(key(name))
  return twice
}

/** What no file system minds: some characters and names mean something to Windows, and a leading dot hides. */
function safe(name: string): string {
  const whole = name.replace(/[<>:"/\\|?*\0-\x1f\x7f-\x9f\s]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')
  // By characters: half of one is no part of any address.
  const plain = [...whole].slice(0, 80).join('')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(plain) ? `deck${plain && '-'}${plain}` : plain
}

function numbered(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => free(name, taken))
}

/** The name, or the first one with a number that nobody has; taken from then on. */
function free(name: string, taken: Set<string>): string {
  let found = name
  for (let count = 2; taken.has(key(found)); count++) found = `${name}-${count}`
  taken.add(key(found))
  return found
}
