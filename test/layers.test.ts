import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** Lowest first. A file imports from lower rows or its own folder only. */
const layers = [
  ['model', 'errors'],
  ['trust'],
  ['settings'],
  ['parse'],
  ['plan'],
  ['check'],
  ['match'],
  ['render', 'pdf', 'pptx', 'diff'],
  ['io', 'browser'],
  ['serve'],
  ['formats'],
  ['pipeline'],
  ['commands'],
  ['cli', 'index', 'start'],
]

/** What only some folders may use, and why that matters: see ARCHITECTURE.md. */
const reserved = [
  { what: 'markdown-it', uses: /\bfrom 'markdown-it/, only: ['parse'] },
  { what: 'parse5', uses: /(?:\bfrom|\bimport\() ?'parse5/, only: ['parse', 'trust'] },
  { what: 'node:fs', uses: /(?:\bfrom|\bimport\() ?'(?:node:)?fs(?:\/promises)?'/, only: ['io', 'browser'] },
  { what: 'fetch', uses: /(?<![.\w])fetch\s*\(/, only: ['io', 'runtime/live'] },
  { what: 'puppeteer', uses: /(?:\bfrom|\bimport\() ?'(?:puppeteer|@puppeteer)/, only: ['browser'] },
  { what: 'highlight.js', uses: /(?:\bfrom|\bimport\() ?['`]highlight\.js/, only: ['render/inks'] },
  { what: 'Graphviz', uses: /@viz-js/, only: ['io/diagrams'] },
  { what: 'katex', uses: /(?:\bfrom|\bimport\() ?'katex/, only: ['render/formulas'] },
  { what: 'fflate', uses: /(?:\bfrom|\bimport\() ?'fflate/, only: ['pptx'] },
  { what: 'process.exit', uses: /\bprocess\.exit\b/, only: ['cli'] },
]

/** Path inside src (`plan/plan.ts`) → text. */
type Files = ReadonlyMap<string, string>

/** `plan/plan.ts` → `plan`; `cli.ts` → `cli`. */
const folderOf = (file: string): string => file.replace(/\/.*$|\.ts$/g, '')
const rankOf = (file: string): number => layers.findIndex((layer) => layer.includes(folderOf(file)))

/** Whether a file lies in a folder, or is the one of that name. */
const lies = (file: string, place: string): boolean => file.startsWith(`${place}/`) || folderOf(file) === place

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** Static, type-only and dynamic imports of own files. */
function importsOf(file: string, text: string): string[] {
  const found = withoutComments(text).matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']*)'/g)
  const paths = [...found].map(([, path = '']) => posix.join(posix.dirname(file), path).replace(/\.js$/, '.ts'))
  return paths.filter((path) => path.endsWith('.ts'))
}

function layerFaults(files: Files): string[] {
  const faults: string[] = []
  for (const [file, text] of files) {
    for (const imported of importsOf(file, text)) {
      const own = folderOf(imported) === folderOf(file)
      const fine = folderOf(file) === 'runtime' ? folderOf(imported) === 'model' : rankOf(imported) < rankOf(file)
      if (!own && (!fine || rankOf(imported) < 0)) faults.push(`${file} imports ${imported}`)
    }
    for (const { what, uses, only } of reserved)
      if (uses.test(withoutComments(text)) && !only.some((place) => lies(file, place)))
        faults.push(`${file} uses ${what}`)
  }
  return faults
}

/** The first ring of imports, as `a.ts → b.ts → a.ts`. */
function cycleIn(files: Files): string | undefined {
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file].join(' → ')
    if (done.has(file)) return undefined
    for (const imported of importsOf(file, files.get(file) ?? '')) {
      const ring = visit(imported, [...trail, file])
      if (ring !== undefined) return ring
    }
    done.add(file)
    return undefined
  }
  for (const file of files.keys()) {
    const ring = visit(file, [])
    if (ring !== undefined) return ring
  }
  return undefined
}

/** A file and all that it imports, or that those do. */
function reachedFrom(start: string, files: Files): ReadonlySet<string> {
  const reached = new Set([start])
  for (const file of reached) for (const imported of importsOf(file, files.get(file) ?? '')) reached.add(imported)
  return reached
}

function sources(): Files {
  const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  return new Map(
    paths.map((path) => [relative(src, join(src, path)).split(sep).join('/'), readFileSync(join(src, path), 'utf8')]),
  )
}

describe('the house', () => {
  const files = sources()

  it('has files in known layers only', () => {
    const strangers = [...files.keys()].filter((file) => rankOf(file) < 0 && folderOf(file) !== 'runtime')
    expect(strangers).toEqual([])
  })

  it('imports downwards, and keeps reserved things in their folders', () => {
    expect(layerFaults(files)).toEqual([])
  })

  it('has no rings of imports, types included', () => {
    expect(cycleIn(files)).toBeUndefined()
  })

  it('opens every file with a sentence on what it is', () => {
    expect([...files].filter(([, text]) => !text.startsWith('/**')).map(([file]) => file)).toEqual([])
  })

  it('puts nothing into decks that only formats or checks want', () => {
    const apart = ['sheets', 'article', 'pictures', 'parts', 'look'].map((name) => `runtime/${name}`)
    const carried = reachedFrom('runtime/main.ts', files)
    expect([...carried].filter((file) => apart.some((place) => lies(file, place)))).toEqual([])
    expect(carried).toContain('runtime/fit/fit.ts')
  })

  it('imports nothing that is not there', () => {
    const missing = [...files].flatMap(([file, text]) =>
      importsOf(file, text)
        .filter((imported) => !files.has(imported))
        .map((imported) => `${file} imports ${imported}`),
    )
    expect(missing).toEqual([])
  })
})

describe('the rules themselves', () => {
  const faults = (file: string, text: string) => layerFaults(new Map([[file, text]]))

  it.each([
    ['parse/a.ts', "import type { Deck } from '../plan/plan.js'"],
    ['io/a.ts', "import { find } from '../browser/find.js'"],
    ['plan/a.ts', "const x = await import('../io/read.js')"],
    ['runtime/a.ts', "export { settingsTable } from '../settings/table.js'"],
    ['plan/a.ts', "import { readFile } from 'node:fs/promises'"],
    ['plan/a.ts', "const fs = await import('node:fs')"],
    ['browser/a.ts', 'const answer = await fetch(address)'],
    ['runtime/player/a.ts', 'const answer = await fetch(address)'],
    ['pipeline.ts', "const { launch } = await import('puppeteer')"],
    ['commands/a.ts', 'process.exit(1)'],
    ['render/a.ts', "import MarkdownIt from 'markdown-it'"],
  ])('%s may not say: %s', (file, text) => {
    expect(faults(file, text)).toHaveLength(1)
  })

  it.each([
    ['plan/a.ts', "import { read } from '../parse/read.js'"],
    ['runtime/fit/a.ts', "import type { Lines } from '../../model/notes.js'\nimport { b } from './b.js'"],
    ['runtime/live/a.ts', 'const answer = await fetch(address)'],
    ['io/a.ts', "import { readFile } from 'node:fs/promises'\nawait fetch(address)"],
    ['commands/a.ts', '// not process.exit: fetch(x)\nprocess.exitCode = 1\nrobot.fetch(x)'],
    ['cli.ts', "process.exit(0)\nimport { build } from './commands/build.js'"],
  ])('%s may say: %s', (file, text) => {
    expect(faults(file, text)).toEqual([])
  })

  it('finds a ring', () => {
    const ring = new Map([
      ['plan/a.ts', "import type { B } from './b.js'"],
      ['plan/b.ts', "import('./a.js')"],
    ])
    expect(cycleIn(ring)).toBe('plan/a.ts → plan/b.ts → plan/a.ts')
  })
})
