/** A script → its code, with what V8 made of it the last time, which is kept in the user's cache folder. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { cacheFolder, ENTRY } from './cache.js'
import { seal, unseal } from './seal.js'

/**
 * @param path of a CommonJS script, in ASCII: as that it is read, and kept by V8, in half the time
 * @param parameters names that it finds its surroundings under: `require`, `__filename`
 * @param use what it is started for: each use needs other parts of the code
 * @returns a function of these parameters, to be called
 */
export function compileKept(path: string, parameters: readonly string[], use: string): unknown {
  const kept = keptPath(path, use)
  const cachedData = readKept(kept)
  const script = new Script(`(function (${parameters.join(', ')}) {${readFileSync(path, 'latin1')}\n})`, {
    filename: path,
    ...(cachedData ? { cachedData } : {}),
  })
  // V8 refuses what another V8 made, or the same with other flags; what else is given to it, it runs, and dies of it.
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', (code) => {
      // By now all that this use needs has been compiled; a command that was misspelt needs nothing.
      if (code === 0) keep(kept, script)
    })
  }
  return script.runInThisContext()
}

/**
 * Uses are commands, or names of scripts beside the first; anything else is one and the same. The time is not that of the script's text, which packages set as they
 * like: it is when this file came to be what it is.
 */
function keptPath(path: string, use: string): string {
  const { size, ctimeMs } = statSync(path)
  const name = /^[a-z\d]{1,12}$/.test(use) ? use : 'none'
  return join(cacheFolder(), 'code', `${name}-${process.version}-${process.arch}-${size}-${Math.round(ctimeMs)}`)
}

/** Whether a file of this name is ours. */
export const isKeptCode = (name: string): boolean => /^[a-z\d]{1,12}-v[\d.]+-\w+-\d+-\d+(?:\.\d+)?$/.test(name)

/** Whole, or nothing. */
function readKept(path: string): Buffer | undefined {
  try {
    const facts = statSync(path)
    return facts.isFile() && facts.size <= ENTRY.most ? unseal(readFileSync(path)) : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all; what was kept for the same use of another version goes. */
function keep(path: string, script: Script): void {
  const folder = dirname(path)
  const unfinished = `${path}.${process.pid}`
  try {
    makeFolder(folder)
    writeFileSync(unfinished, seal(script.createCachedData()), { mode: 0o600 })
    renameSync(unfinished, path)
    const [use = '', version = ''] = basename(path).split('-')
    for (const name of readdirSync(folder)) {
      const isOfAnother = name.startsWith(`${use}-${version}-`) && name !== basename(path)
      if (isOfAnother) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // Where nothing can be kept, every start compiles.
    if (existsSync(unfinished)) rmSync(unfinished)
  }
}

/** At the end of a process nothing may wait; and see makeFolder.ts on Node's own way. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, 0o700)
}
