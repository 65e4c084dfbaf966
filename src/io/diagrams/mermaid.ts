/** Mermaid's one script, and its licence → kept in the cache folder, sealed; got from the registry that the user's npm asks. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCode, UserError } from '../../errors.js'
import { openCache } from '../cache.js'
import { readRegular } from '../readRegular.js'
import { openTemporaryFolder } from '../temporaryFolder.js'

export const MERMAID = '11.17.2'
/** Of the package, as the registry has it: whatever another one gives is not it. */
const INTEGRITY = 'V6K3C8EBdEsPFZXSKMJe6ppQOENxuHARr9GvHX4hh47lAbhMRD9qf4oEK7LoaRQxULMa80/qt5gHO73aCleBBg=='
const SCRIPT = 'package/dist/mermaid.min.js'
const LICENCE = 'package/LICENSE'
const PACKAGE = { what: 'a package', most: 64 * 1024 * 1024 }
const UNPACKED = 512 * 1024 * 1024

const keyOf = (file: string): string => `${MERMAID} ${file}`

/** @returns undefined where it is not there, or damaged */
export async function readMermaid(): Promise<string | undefined> {
  const bytes = await openCache('mermaid').get(keyOf(SCRIPT))
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8')
}

/**
 * @param integrity SHA-512 of the package
 * @throws UserError when npm is not there or does not get it, or what it gets is something else
 */
export async function getMermaid(onStage: (text: string) => void, integrity = INTEGRITY): Promise<void> {
  if ((await readMermaid()) !== undefined) return
  const folder = await openTemporaryFolder('mermaid')
  try {
    onStage(`Getting Mermaid ${MERMAID} from npm's registry`)
    await npmPack(folder.path)
    const [name = ''] = await readdir(folder.path)
    const packed = await readRegular(join(folder.path, name), PACKAGE)
    if (createHash('sha512').update(packed).digest('base64') !== integrity)
      throw new UserError(
        `What the registry gives as mermaid@${MERMAID} is another package than the one that was published.`,
        'Ask for it at another registry: `npm config get registry` says which one is asked.',
      )
    onStage('Unpacking it')
    await keep(packed)
  } finally {
    await folder.drop()
  }
}

async function keep(packed: Buffer): Promise<void> {
  const [{ gunzipSync }, { fileInTar }] = await Promise.all([import('node:zlib'), import('./tar.js')])
  const archive = gunzipSync(packed, { maxOutputLength: UNPACKED })
  const cache = openCache('mermaid')
  for (const file of [LICENCE, SCRIPT]) {
    const bytes = fileInTar(archive, file)
    if (bytes === undefined) throw new Error(`mermaid@${MERMAID} has no ${file}`)
    await cache.put(keyOf(file), bytes)
  }
  if ((await readMermaid()) === undefined)
    throw new UserError(
      'Mermaid could not be kept in the cache folder.',
      'Run `talkback doctor`; TALKBACK_CACHE_DIR names another folder.',
    )
}

/** npm knows the registry, its keys and the way there. */
async function npmPack(folder: string): Promise<void> {
  const args = ['pack', `mermaid@${MERMAID}`, '--pack-destination', folder, '--ignore-scripts', '--silent']
  // On Windows npm is a script, which only a shell runs.
  const shell = process.platform === 'win32'
  const child = spawn('npm', shell ? args.map((arg) => `"${arg}"`) : args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    shell,
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000)
  })
  const fault = await new Promise<string | undefined>((resolve) => {
    child.once('error', ({ message }) => resolve(message))
    child.once('close', (code) => resolve(code === 0 ? undefined : said.trim() || `npm ended with ${code}`))
  })
  if (fault === undefined) return
  const last =
    fault
      .split('\n')
      .at(-1)
      ?.replace(/^npm error\s*/, '') ?? ''
  throw new UserError(
    `npm could not get mermaid@${MERMAID}: ${last}.`,
    '`npm config get registry` says where it was looked for; whatever it has is asked.',
    exitCode.world,
  )
}
