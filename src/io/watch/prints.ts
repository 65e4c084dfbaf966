/** Files → a short mark of what each holds, by which a change is told from a mere event. */
import { stat } from 'node:fs/promises'

/** Of a file that is not there. */
const ABSENT = ''

/** Changes with the file's content, its place on disk, and whether it is there; reads nothing of it. */
async function printOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`
  } catch {
    return ABSENT
  }
}

const printsOf = async (paths: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(await Promise.all(paths.map(async (path) => [path, await printOf(path)] as const)))

export interface Prints {
  /** Keeps these files and no others in mind; those that are new among them count as they are now. */
  keep(paths: readonly string[]): Promise<void>
  /** Which of these files, and of those kept if none are named, have changed since they were last looked at. */
  changed(paths?: readonly string[]): Promise<readonly string[]>
}

export function openPrints(): Prints {
  let known = new Map<string, string>()
  return {
    async keep(paths) {
      const fresh = await printsOf(paths.filter((path) => !known.has(path)))
      known = new Map(paths.map((path) => [path, known.get(path) ?? fresh.get(path) ?? ABSENT]))
    },
    async changed(paths = [...known.keys()]) {
      const changed = [...(await printsOf(paths))].filter(([path, print]) => (known.get(path) ?? ABSENT) !== print)
      for (const [path, print] of changed) known.set(path, print)
      return changed.map(([path]) => path)
    },
  }
}
