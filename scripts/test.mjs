/** `npm test`: sets up, then lint, types, unit tests, process tests and browser tests, some of these under other fonts; stops at the first that fails. The last line counts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runNode, say } from './run.mjs'
import { setUp, setUpBrowser, setUpPdfTools } from './setUp.mjs'

const total = { passed: 0, failed: 0 }
// Whatever ends the script, also while setting up: the last line says how it went.
process.on('exit', (code) => {
  const failed = code === 0 ? total.failed : Math.max(total.failed, 1)
  console.log(`${total.passed} passed, ${failed} failed`)
})

setUp()
setUpBrowser()
setUpPdfTools()

const bin = (name, path) => join(root, 'node_modules', name, 'bin', path)
const tsc = bin('typescript', 'tsc')
const steps = [
  ['Lint', [bin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings']],
  ['Types', [tsc, '-p', '.']],
  ['Types of the runtime', [tsc, '-p', 'src/runtime']],
  ['Types of the package', [tsc, '-p', 'tsconfig.build.json', '--noEmit', '--emitDeclarationOnly', 'false']],
]

const projects = ['unit', 'process', 'browser', 'browser-fonts']
const fine = steps.every(([name, args]) => step(name, args)) && projects.every(tests)
process.exitCode = fine ? 0 : 1

function step(name, args) {
  say(`${name}…`)
  return runNode(args) === 0
}

/** Runs one of vitest's projects and adds its counts to the total. */
function tests(project) {
  const folder = mkdtempSync(join(tmpdir(), 'talkback-test-'))
  const counts = join(folder, 'counts.json')
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`]
    const passed = step(`Tests (${project})`, [vitest, 'run', `--project=${project}`, ...reporters])
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(counts, 'utf8'))
    total.passed += numPassedTests
    total.failed += numFailedTests
    // What needs another system, or a program that is not there.
    if (numPendingTests > 0) say(`${numPendingTests} skipped on this machine.`)
    return passed
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
