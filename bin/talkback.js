#!/usr/bin/env node
// Starts the compiled command line. Kept in syntax that old Nodes can read, so that they can say what is wrong; and
// CommonJS (see package.json beside it), as Node loads half of itself more for a module.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Talkback needs Node 20.19 or newer; this is ${process.versions.node}.\n  Get one from https://nodejs.org.`,
  )
  process.exit(2)
}

try {
  require('../lib/start.cjs')
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND' || !String(error.message).includes('start.cjs')) throw error
  console.error('Talkback is not compiled yet.\n  Run `npm run build` in its folder.')
  process.exit(2)
}
