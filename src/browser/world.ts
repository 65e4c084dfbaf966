/** What finding a browser asks of the machine; tests hand in another one. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'

export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
  /** Whether there is a file that may be run. */
  runs(path: string): boolean
  /** Names in a folder; none when there is no such folder. */
  list(folder: string): readonly string[]
}

export const thisMachine: World = {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  runs(path) {
    try {
      accessSync(path, constants.X_OK)
      return statSync(path).isFile()
    } catch {
      return false
    }
  },
  list(folder) {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  },
}
