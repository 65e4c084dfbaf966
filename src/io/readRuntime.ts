/** lib/runtime.* → the code that travels with every deck. */
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

function hashesIn(facts: unknown): readonly string[] {
  if (typeof facts !== 'object' || facts === null || !('scriptHashes' in facts)) return []
  const { scriptHashes } = facts
  return Array.isArray(scriptHashes) ? scriptHashes.filter((hash) => typeof hash === 'string') : []
}
