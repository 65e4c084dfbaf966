/** `npm run pictures`: the pictures in docs/, made from the real notes by the real thing. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from './run.mjs'
import { setUp, setUpBrowser } from './setUp.mjs'

setUp()
setUpBrowser()
mkdirSync(join(root, 'docs'), { recursive: true })
const compiled = join(root, 'node_modules', '.cache', 'talkback', 'pictures.mjs')
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/pictures/pictures.ts'],
  outfile: compiled,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
})
const { makePictures } = await import(pathToFileURL(compiled).href)
await makePictures(root)
