/** A Debian-like system, when we are root → a browser from its packages. */
import { spawn } from 'node:child_process'
import { onPath } from './places.js'
import type { World } from './world.js'

/** Small and quick first; Ubuntu knows only the second. */
const packages = ['chromium-headless-shell', 'chromium']

/** @returns why it did not work, in a few words; undefined when it did */
export async function installPackage(
  world: World,
  onStage: (text: string) => void,
  isRoot = process.getuid?.() === 0,
): Promise<string | undefined> {
  const tool = onPath(world, ['apt-get']).find(({ path }) => world.runs(path))?.path
  if (tool === undefined) return 'this system has no apt-get to install one'
  if (!isRoot) return 'only root may install a package with apt-get'
  onStage('Asking for the list of packages')
  // Old lists are better than none: whether it worked shows at the install.
  await aptGet(tool, ['update'])
  let reason = ''
  for (const name of packages) {
    onStage(`Installing ${name}`)
    const fault = await aptGet(tool, ['install', '-y', '--no-install-recommends', name])
    if (fault === undefined) return undefined
    reason = fault
  }
  return `apt-get could not install ${packages.join(' or ')} (${reason})`
}

/** Gives its last complaint, or undefined when it went well. */
function aptGet(tool: string, args: readonly string[]): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const child = spawn(tool, ['-o', 'DPkg::Lock::Timeout=60', ...args], { stdio: ['ignore', 'ignore', 'pipe'], env })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000)
  })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) => {
      const complaint = said.trim().split('\n').at(-1)?.replace(/^E: /, '')
      resolve(code === 0 ? undefined : complaint || `exit code ${code}`)
    })
  })
}
