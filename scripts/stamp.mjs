/** Tells whether the compiled code in lib/ is that of the sources as they are: by content, since clones and checkouts make times mean little. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

const sources = [
  'src',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/notices.mjs',
  'scripts/licences',
  'tsconfig.json',
  'tsconfig.build.json',
]

export function isCompiled() {
  const stamp = join(root, 'lib', 'stamp')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

/** Say so only when everything in the folder is written. */
export function markCompiled(folder, print) {
  writeFileSync(join(folder, 'stamp'), print)
}

/** Of all sources, as hexadecimal. */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (path.includes('.')) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort()
}
