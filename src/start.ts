/** The compiled command line → running, without compiling what was compiled the last time: a third less for a short build. */
import { fileURLToPath } from 'node:url'
import { compileKept } from './io/keptCode.js'
import { requireKept } from './io/requireKept.js'

const file = fileURLToPath(new URL('cli.cjs', import.meta.url))
const run: unknown = compileKept(file, ['require', '__filename'], process.argv[2] ?? '')
if (typeof run === 'function') run(requireKept(file), file)
