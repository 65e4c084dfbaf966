/** `talkback setup mermaid` at a registry on this machine. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { getMermaid, MERMAID, readMermaid } from '../../src/io/diagrams/mermaid.js'

let folder: string
let server: Server
let packed: Buffer
const asked: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  await mkdir(join(folder, 'package', 'dist'), { recursive: true })
  const files = {
    'package.json': JSON.stringify({ name: 'mermaid', version: MERMAID }),
    LICENSE: 'MIT',
    'dist/mermaid.min.js': 'globalThis.mermaid = {}',
    'dist/other.js': 'x'.repeat(2000),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'package', name), text)
  execFileSync('tar', ['czf', join(folder, 'mermaid.tgz'), '-C', folder, 'package'])
  packed = await readFile(join(folder, 'mermaid.tgz'))
  server = createServer(({ url = '', headers }, response) => {
    asked.push(url)
    const tarball = `http://${headers.host}/mermaid-${MERMAID}.tgz`
    const integrity = `sha512-${sha512(packed)}`
    const facts = { name: 'mermaid', version: MERMAID, dist: { tarball, integrity } }
    if (url.endsWith('.tgz')) response.end(packed)
    else
      response.end(
        JSON.stringify({ name: 'mermaid', 'dist-tags': { latest: MERMAID }, versions: { [MERMAID]: facts } }),
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${port}/`)
  vi.stubEnv('npm_config_cache', join(folder, 'npm'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

let count = 0
const freshCache = (): void => {
  vi.stubEnv('TALKBACK_CACHE_DIR', join(folder, `cache${count++}`))
}
afterEach(() => {
  asked.length = 0
})

const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('base64')

test('what another package has under its name is refused, and nothing is kept', async () => {
  freshCache()
  await expect(getMermaid(() => {})).rejects.toThrow(/another package/)
  expect(await readMermaid()).toBeUndefined()
})

test('its script is kept, from the registry that npm is told of, and asked for once', async () => {
  freshCache()
  await getMermaid(() => {}, sha512(packed))
  expect(await readMermaid()).toBe('globalThis.mermaid = {}')
  expect(asked.at(-1)).toBe(`/mermaid-${MERMAID}.tgz`)
  asked.length = 0
  await getMermaid(() => {}, sha512(packed))
  expect(asked).toEqual([])
})

test('a registry that is out of reach is told as such', async () => {
  freshCache()
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:1/')
  vi.stubEnv('npm_config_cache', join(folder, 'other-npm'))
  vi.stubEnv('npm_config_fetch_retries', '0')
  await expect(getMermaid(() => {})).rejects.toThrow(/npm could not get mermaid/)
})
