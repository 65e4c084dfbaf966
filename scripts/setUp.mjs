/** Installs what is missing on a fresh clone: packages, compiled code, a browser. Imports nothing that needs installing. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root, run, runNode, runNpm, say } from './run.mjs'
import { isCompiled } from './stamp.mjs'

/** Node, packages and compiled code: what every script needs. */
export function setUp() {
  checkNode()
  if (!packagesAreThere()) installPackages()
  if (!isCompiled()) compile()
}

/** A browser for PDFs: the one that is there, or one that Talkback gets. */
export function setUpBrowser() {
  const code = runNode(['bin/talkback.js', 'setup'], { results: false })
  // It has said what is wrong, and what to do.
  if (code !== 0) process.exit(code)
}

/** Programs that the tests read PDFs and .pptx files with; only Debian's root gets them by itself. */
export function setUpPdfTools() {
  const missing = Object.entries({
    'poppler-utils': ['pdftotext', '-v'],
    qpdf: ['qpdf', '--version'],
    'libreoffice-impress-nogui': ['soffice', '--version'],
  })
    .filter(([, [command, flag]]) => run(command, [flag], { quiet: true }) === 127)
    .map(([name]) => name)
  if (missing.length === 0) return
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    say(
      `The tests read what is made with ${missing.join(' and ')}: please install ${missing.length === 1 ? 'it' : 'them'}.`,
    )
    return
  }
  say(`Installing ${missing.join(' and ')}…`)
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { quiet: true })
  if (install() === 0) return
  run('apt-get', ['update'], { quiet: true })
  if (install() !== 0) say(`Could not install ${missing.join(' and ')}; some tests need them.`)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(`Talkback needs Node 20.19 or newer; this is ${process.versions.node}.`, 'Get one from https://nodejs.org.', 2)
}

/** Whether node_modules holds what package-lock.json asks for; npm leaves a copy of the lock inside it. */
function packagesAreThere() {
  const wanted = readPackages('package-lock.json')
  const installed = readPackages('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true
    const there = installed[path]
    // What is optional may be for another system.
    return there ? there.version === version && existsSync(join(root, path)) : optional || peer
  })
}

function readPackages(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

function installPackages() {
  say('Installing packages…')
  const code = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true })
  if (code === 127) giveUp('Could not start npm.', 'It comes with Node: https://nodejs.org.')
  if (code !== 0) giveUp('npm could not install the packages.', 'Its messages are above; is the network there?', 4)
}

function compile() {
  say('Compiling…')
  if (runNode(['scripts/build.mjs']) !== 0) giveUp('The code did not compile.', 'The messages are above.')
}
