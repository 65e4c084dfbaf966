/** lib/runtime.* and lib/look.js → the code that travels with every deck, and the code that looks at decks. */
import { readFile } from 'node:fs/promises'
import type { Runtime } from '../model/template.js'
import { ownFile } from './assets.js'

/** Reads what scripts/build.mjs made of src/runtime. */
export async function readRuntime(): Promise<Runtime> {
  const [script, css, facts] = await Promise.all(
    ['runtime.js', 'runtime.css', 'runtime.json'].map((name) => readFile(ownFile('lib', name), 'utf8')),
  )
  if (script === undefined || css === undefined || facts === undefined) throw new Error('lib/ is not complete.')
  return { script, css, scriptHashes: hashesIn(JSON.parse(facts)) }
}

/** Reads the script that `check` looks at decks with. */
export const readLookScript = (): Promise<string> => readFile(ownFile('lib', 'look.js'), 'utf8')

function hashesIn(facts: unknown): readonly string[] {
  if (typeof facts !== 'object' || facts === null || !('scriptHashes' in facts)) return []
  const { scriptHashes } = facts
  return Array.isArray(scriptHashes) ? scriptHashes.filter((hash) => typeof hash === 'string') : []
}
