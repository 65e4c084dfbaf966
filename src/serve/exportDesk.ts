/** Orders from a deck's page → files made of the deck, word of them while they are made, and the files themselves. */
import { basename } from 'node:path'
import { readBytes } from '../io/readBytes.js'
import { type ExportKind, exportKinds, type LiveExport } from '../model/live.js'
import { workStages } from '../model/workStages.js'
import { type Answer, madeAnswer } from './answer.js'
import { faultOf } from './fault.js'
import type { MakeExports } from './source.js'

/** Where pages order, and get what was made. */
export const EXPORTS = 'export'

export interface ExportDesk {
  /** @returns false while an earlier order is being made */
  order(kinds: readonly ExportKind[]): boolean
  /** How the last order stands. */
  readonly latest: LiveExport | undefined
  /** A file that was made, by its name. */
  answer(name: string): Promise<Answer | undefined>
}

/** @param tell told whenever the order that is being made stands otherwise */
export function openExportDesk(make: MakeExports, tell: (state: LiveExport) => void): ExportDesk {
  let latest: LiveExport | undefined
  /** By name: no path of a request ever reaches the disk. */
  const made = new Map<string, string>()

  function say(state: LiveExport): void {
    latest = state
    tell(state)
  }

  async function work(kinds: readonly ExportKind[]): Promise<void> {
    try {
      const { files, findings } = await make(kinds, (text) => say({ kinds, state: 'working', text }))
      for (const path of files) made.set(basename(path), path)
      const errors = findings.filter(({ severity }) => severity === 'error')
      say({ kinds, state: 'done', files: files.map(exported), errors })
    } catch (error) {
      const { message, hint } = faultOf(error)
      say({ kinds, state: 'failed', message, hint })
    }
  }

  return {
    order(kinds) {
      if (latest?.state === 'working') return false
      say({ kinds, state: 'working', text: workStages.waiting })
      void work(kinds)
      return true
    },
    get latest() {
      return latest
    },
    async answer(name) {
      const path = made.get(name)
      const content = path === undefined ? undefined : await readBytes(path)
      return content && madeAnswer(name, content)
    },
  }
}

const exported = (path: string) => {
  const name = basename(path)
  return { name, path, address: `${EXPORTS}/${encodeURIComponent(name)}` }
}

/** @param written `pdf,pptx` */
export function readKinds(written: string | null): readonly ExportKind[] | undefined {
  const names = written?.split(',') ?? []
  const kinds = exportKinds.filter((kind) => names.includes(kind))
  return kinds.length > 0 && names.every((name) => kinds.some((kind) => kind === name)) ? kinds : undefined
}
