/** The compiled command line → running, without compiling what was compiled the last time: a third less for a short build. */
import module, { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compileKept } from './io/keptCode.js'

const file = fileURLToPath(new URL('cli.cjs', import.meta.url))
const require = createRequire(file)

if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  // Newer Nodes keep compiled code by themselves.
  module.enableCompileCache()
  require(file)
} else {
  const run: unknown = compileKept(file, ['require', '__filename'], process.argv[2] ?? '')
  if (typeof run === 'function') run(require, file)
}
