/** A script → the `require` it is given: scripts that lie beside it, for what few runs need, are kept as it is. */
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { compileKept } from './keptCode.js'

const useOf = (name: string): string => basename(name, '.cjs').replace(/\W/g, '')
const beside = /^\.\/[a-z\d-]+\.cjs$/

export function requireKept(file: string): ((name: string) => unknown) & Pick<NodeJS.Require, 'resolve'> {
  const require = createRequire(file)
  const loaded = new Map<string, { readonly exports: unknown }>()
  const load = (name: string): unknown => {
    if (!beside.test(name)) return require(name)
    const before = loaded.get(name)
    if (before !== undefined) return before.exports
    const path = join(dirname(file), name)
    const module = { exports: {} }
    const run: unknown = compileKept(path, ['module', 'exports', 'require', '__filename'], useOf(name))
    if (typeof run === 'function') run(module, module.exports, require, path)
    loaded.set(name, module)
    return module.exports
  }
  // Packages in the script look for others through it.
  return Object.assign(load, { resolve: require.resolve })
}
