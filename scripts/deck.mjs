/** `npm run deck [-- notes…]`: from a fresh clone to a deck, its PDF and its handout, in one command. */
import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { root, runNode } from './run.mjs'
import { setUp, setUpBrowser } from './setUp.mjs'

// npm runs us in the project's folder; paths count from where the user is.
const startedIn = process.env.INIT_CWD ?? process.cwd()
const given = process.argv.slice(2).map((argument) => {
  const path = resolve(startedIn, argument)
  return !argument.startsWith('-') && existsSync(path) ? relative(root, path) : argument
})
const hasNotes = given.some((argument) => !argument.startsWith('-'))

setUp()
setUpBrowser()
process.exitCode = runNode([
  'bin/talkback.js',
  'build',
  '--pdf',
  '--handout=auto',
  ...given,
  ...(hasNotes ? [] : ['notes/kubecon-china-2018.md']),
])
