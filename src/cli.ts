/** The process around a command line: its signals, its streams, its end. The only place that ends the process. */
import packageJson from '../package.json' with { type: 'json' }
import { commandLine } from './commands/commandLine.js'
import { exitCode, Interruption } from './errors.js'
import { outputFault } from './io/faults.js'

const interruption = new AbortController()
const { stdout, stderr, env, argv } = process
const line = commandLine({ version: packageJson.version, stdout, stderr, env, signal: interruption.signal })

/** What a stream ended in that could not take all that was said. */
let untold: typeof exitCode.fine | typeof exitCode.world = exitCode.fine
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`talkback build *.md | head -1`) is no fault, and no reason to leave work half done.
    if (error.code === 'EPIPE' || untold !== exitCode.fine) return
    untold = exitCode.world
    line.report(outputFault(error))
  })
}

/** Milliseconds for tidying up. Whatever holds us for longer would hold us for ever; what we leave then, the next build clears up. */
const PATIENCE = 8000

for (const [signal, code] of [
  ['SIGINT', exitCode.interrupted],
  ['SIGTERM', exitCode.terminated],
  ['SIGHUP', exitCode.hungUp],
] as const) {
  process.on(signal, () => {
    // The second time, whoever presses it does not want to wait for us to tidy up.
    if (interruption.signal.aborted) process.exit(code)
    interruption.abort(new Interruption(code))
    setTimeout(() => process.exit(code), PATIENCE).unref()
  })
}

// What goes wrong where nobody waits for it: a bug, unless it is what an interrupted program does in dying.
process.on('uncaughtException', (error) => {
  if (!interruption.signal.aborted) process.exit(line.report(error))
})

void line.run(argv.slice(2)).then((ended) => {
  // Output to a pipe may still be under way; the process ends when it is through, and what went wrong with it is told.
  stdout.write('', () => setImmediate(() => process.exit(ended === exitCode.fine ? untold : ended)))
})
