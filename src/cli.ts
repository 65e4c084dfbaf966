/** The process around a command line: its signals, its streams, its end. The only place that ends the process. */
import packageJson from '../package.json' with { type: 'json' }
import { commandLine } from './commands/commandLine.js'
import { exitCode } from './errors.js'

const interruption = new AbortController()
const { stdout, stderr, env, argv } = process
const line = commandLine({ version: packageJson.version, stdout, stderr, env, signal: interruption.signal })

// A reader that has seen enough (`talkback build *.md | head -1`) is no fault, and no reason to leave work half done.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second time, whoever presses it does not want to wait for us to tidy up.
    if (interruption.signal.aborted) process.exit(exitCode.interrupted)
    interruption.abort(new Error('interrupted'))
  })
}

// What goes wrong where nobody waits for it: a bug, unless it is what an interrupted program does in dying.
process.on('uncaughtException', (error) => {
  if (!interruption.signal.aborted) process.exit(line.report(error))
})

void line.run(argv.slice(2)).then((ended) => {
  // Output to a pipe may still be under way; the process ends when it is through.
  stdout.write('', () => process.exit(ended))
})
