import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { recover } from '../../src/io/recover.js'
import { contentsOf, folderWith } from './folders.js'

// Builds one version of a deck after the other, as fast as it can, until it is killed.
const BUILDER = `
import { stageBundle } from './stageBundle.js'
for (let version = 1; ; version++) {
  const files = new Map(Array.from({ length: 12 }, (_, index) => ['part' + (index % 3) + '/' + index + '.txt', process.pid + ' ' + version]))
  await (await stageBundle({ files, findings: [] }, process.argv[2])).commit()
  if (version === 1) process.stdout.write('go')
}`

const RUNS = 20

test('a build killed at any moment leaves one whole deck, the old or the new', { timeout: 60_000 }, async () => {
  const root = await folderWith()
  const builder = join(root, 'builder.mjs')
  await build({
    stdin: { contents: BUILDER, resolveDir: fileURLToPath(new URL('../../src/io', import.meta.url)) },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: builder,
    logLevel: 'silent',
  })
  const folder = join(root, 'dist', 'talk')

  for (let run = 0; run < RUNS; run++) {
    const child = spawn(process.execPath, [builder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    await setTimeout(run * 1.3)
    child.kill('SIGKILL')
    await once(child, 'exit')

    await recover(folder)
    const { '.talkback.json': manifest, ...files } = await contentsOf(folder)
    expect(manifest).toBeDefined()
    expect(Object.keys(files)).toHaveLength(12)
    expect(new Set(Object.values(files)).size).toBe(1)
    expect(await readdir(join(root, 'dist'))).toEqual(['talk'])
  }
})
