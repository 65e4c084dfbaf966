/** Runs other programs for the scripts, alike on Linux, macOS and Windows. Imports nothing that needs installing. */
import { spawnSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Runs a program in the project's folder and waits for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, results?: boolean, shell?: boolean }} [options] quiet: its output is kept, and shown only
 *   when it fails; results: false drops what it says on stdout
 * @returns {number} its exit code; 127 when it can't be started
 */
export function run(command, args, { quiet = false, results = true, shell = false } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', results ? 'inherit' : 'ignore', 'inherit']
  const result = spawnSync(command, args, { cwd: root, stdio, shell, maxBuffer: 64 * 1024 * 1024 })
  if (result.error) return 127
  const code = result.status ?? 130
  if (quiet && code !== 0) {
    process.stdout.write(result.stdout)
    process.stderr.write(result.stderr)
  }
  return code
}

/** Runs a script with the Node that runs us. */
export const runNode = (args, options) => run(process.execPath, args, options)

/** Runs npm: the one that started us, or the one on the PATH (a .cmd on Windows, which only a shell can start). */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  if (npm && /\.c?js$/.test(npm)) return runNode([npm, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** Says one short line of progress. */
export const say = (line) => process.stderr.write(`${line}\n`)

/** Ends the script with a sentence and a hint. */
export function giveUp(sentence, hint, code = 1) {
  say(`${sentence}\n  ${hint}`)
  process.exit(code)
}
