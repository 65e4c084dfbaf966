/** What builds a deck → the same with a disk that stops, or fails, at the call that a test names. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compileFunction } from 'node:vm'
import { build, type Plugin } from 'esbuild'
import type { stageTemporarily } from '../../src/io/temporaryStage.js'

/** A version of a deck: some of its files are those of all versions, some have names of their own, some come and go. */
const BUILDER = `
import { stageBundle } from './stageBundle.js'
export { stateOf } from './putInPlace.js'
export { stageTemporarily } from './temporaryStage.js'
export { ended, endAt, refuse } from 'node:fs/promises'
export async function buildVersion(folder, version) {
  const files = new Map([
    ['index.html', String(version)],
    ['assets/' + version + '.css', 'style ' + version],
    ['fonts/same.ttf', 'same'],
  ])
  const stage = await stageBundle({ files, findings: [] }, folder)
  await stage.add('talk.pdf', 'pdf ' + version)
  if (version % 2) await stage.add('slides/odd.png', 'odd')
  else stage.retire((path) => path === 'slides/odd.png')
  await stage.commit()
}
export const recover = async (folder) => (await stageBundle({ files: new Map(), findings: [] }, folder)).drop()`

export interface Builder {
  buildVersion(folder: string, version: number): Promise<void>
  recover(folder: string): Promise<void>
  /** Calls to the file system from this one on are never made. */
  endAt(call: number): void
  /** Calls that this says so of fail; it is asked once for each. */
  refuse(isRefused: (name: string, path: string) => boolean | Promise<boolean>, code: string): void
  stateOf(stage: string): Promise<string>
  stageTemporarily: typeof stageTemporarily
  /** Resolves when the end has come, and what was under way is through. */
  ended(): Promise<void>
}

const calls = [
  'copyFile',
  'link',
  'lstat',
  'mkdir',
  'mkdtemp',
  'open',
  'readdir',
  'readFile',
  'readlink',
  'realpath',
  'rename',
  'rm',
  'rmdir',
  'stat',
  'utimes',
  'writeFile',
]

/** To the disk it is all the same whether a process was killed, or waits for ever for its next call. */
const mortal: Plugin = {
  name: 'mortal',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:fs\/promises$/ }, () => ({ path: 'fs', namespace: 'mortal' }))
    onLoad({ filter: /.*/, namespace: 'mortal' }, () => ({
      contents: `
        import * as fs from 'fs/promises'
        let [left, underWay, over] = [Infinity, 0, () => {}]
        const isOver = new Promise((resolve) => { over = resolve })
        export const endAt = (call) => { left = call }
        export const ended = () => isOver
        let [isRefused, code] = [() => false, '']
        export const refuse = (test, name) => { [isRefused, code] = [test, name] }
        const mortal = (name) => async (...words) => {
          if (--left <= 0) {
            if (underWay === 0) over()
            await new Promise(() => {})
          }
          underWay++
          try {
            if (await isRefused(name, ...words)) throw Object.assign(new Error(code), { code })
            return await fs[name](...words)
          }
          finally { if (--underWay === 0 && left <= 0) over() }
        }
        ${calls.map((name) => `export const ${name} = mortal('${name}')`).join('\n')}`,
      resolveDir: '/',
    }))
  },
}

let compiled: ReturnType<typeof compile> | undefined

/** What one process knows, another one does not: each that is started has modules of its own. */
export async function startBuilder(): Promise<Builder> {
  compiled ??= compile()
  const run = await compiled
  return run(createRequire(import.meta.url), { exports: {} })
}

async function compile() {
  const { outputFiles } = await build({
    stdin: { contents: BUILDER, resolveDir: fileURLToPath(new URL('../../src/io', import.meta.url)) },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['fs/promises'],
    plugins: [mortal],
    write: false,
    logLevel: 'silent',
  })
  return compileFunction(`${outputFiles[0]?.text}\nreturn module.exports`, ['require', 'module'])
}
