/** Compiles src/ into lib/: the command line and the library for Node, the runtime for the page, and type declarations. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { inAscii } from './ascii.mjs'
import { copied, noticesOf, packagesIn } from './notices.mjs'
import { root, runNode } from './run.mjs'
import { fingerprint, markCompiled } from './stamp.mjs'

// Made aside and then put in place: a build that fails leaves the compiled code of before.
const made = join(root, 'node_modules', '.cache', `talkback-lib-${process.pid}`)
const lib = join(root, 'lib')

/** Packages that the command line has in scripts of their own, for notes with HTML, drawings, templates of one's own, and Chrome. */
const readApart = {
  parse5: 'parse5',
  saxes: 'saxes',
  puppeteer: 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js',
}

const print = fingerprint()
mkdirSync(made, { recursive: true })
try {
  const [forNode, { runtime, all }] = await Promise.all([buildForNode(), buildForPage()])
  buildTypes()
  // Whoever gets what is in a bundle gets its notices: the whole of lib/, and of it what travels with every deck.
  writeFileSync(join(made, 'THIRD-PARTY.txt'), noticesOf(packagesIn([...forNode, ...all]), copied))
  writeFileSync(join(made, 'runtime.LICENSES.txt'), noticesOf(['.', ...packagesIn(runtime)]))
  markCompiled(made, print)
  rmSync(lib, { recursive: true, force: true })
  renameSync(made, lib)
} catch (error) {
  // esbuild has printed what is wrong with which line; anything else has not.
  if (!error.errors) throw error
  process.exitCode = 1
} finally {
  rmSync(made, { recursive: true, force: true })
}

/** Bundled, so that a start reads a few files and not hundreds: 0.1 s less per run. */
async function buildForNode() {
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    // Left outside: what loads files of its own beside its code, and puppeteer's other protocol, which nobody here speaks.
    external: [
      'subset-font',
      'fontverter',
      '@fontsource/*',
      '@fontsource-variable/*',
      '@puppeteer/browsers',
      'highlight.js',
      'highlight.js/*',
      '@napi-rs/image',
      'katex',
      '*/bidi.js',
    ],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [unpacked(), plainFields()],
  }
  const library = await build({
    ...common,
    entryPoints: ['src/index.ts'],
    outdir: made,
    splitting: true,
    format: 'esm',
    // CommonJS packages inside the bundle still ask for Node's own modules with require().
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
  })
  const script = {
    ...common,
    outdir: made,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    // Half as much to read at every start; names stay, for whoever reads a trace.
    minifyWhitespace: true,
    minifySyntax: true,
  }
  // Most decks need none of these, and every start would read them.
  const apart = await build({ ...script, entryPoints: readApart, supported: { 'dynamic-import': false } })
  // One script, whose compiled form can be kept between starts (src/start.ts).
  const commandLine = await build({
    ...script,
    entryPoints: ['src/cli.ts', 'src/start.ts'],
    plugins: [...common.plugins, besideTheScript(), whenAsked('yaml')],
    // What is loaded when needed is loaded with require(): to a script that is compiled apart, import() is an experiment of Node 20, which says so on stderr.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'urlOfBundle' },
    banner: { js: "const urlOfBundle = require('node:url').pathToFileURL(__filename).href;" },
  })
  const asAscii = (name) => {
    const bundle = join(made, `${name}.cjs`)
    const text = inAscii(readFileSync(bundle, 'utf8'))
    writeFileSync(bundle, text)
    return text
  }
  const cli = asAscii('cli')
  for (const name of Object.keys(readApart)) {
    asAscii(name)
    if (!cli.includes(`require("./${name}.cjs")`))
      throw new Error(`Nobody reads ${name}.cjs: take it out of readApart.`)
  }
  return [library.metafile, apart.metafile, commandLine.metafile]
}

function besideTheScript() {
  const nameOf = new Map(Object.entries(readApart).map(([name, path]) => [path, name]))
  const setup = ({ onResolve }) =>
    onResolve({ filter: /^(?:parse5|saxes|puppeteer)\b/ }, ({ path }) =>
      nameOf.has(path) ? { path: `./${nameOf.get(path)}.cjs`, external: true } : undefined,
    )
  return { name: 'beside the script', setup }
}

/** A package of functions and classes, made ready when one of them is first called: of many modules, and most starts need none of them. */
function whenAsked(name) {
  const names = (kind) => kind.flatMap(([key, value]) => (typeof value === 'function' ? [key] : []))
  const contentsOf = async () => {
    const { default: _, ...exported } = await import(name)
    const stubs = names(Object.entries(exported)).map(
      (key) =>
        `export function ${key}(...given) { return new.target ? new (all().${key})(...given) : all().${key}(...given) }`,
    )
    return {
      contents: [`const all = () => require(${JSON.stringify(`${name}?`)})`, ...stubs].join('\n'),
      resolveDir: root,
    }
  }
  const setup = ({ onLoad, onResolve, resolve }) => {
    onResolve({ filter: new RegExp(`^${name}$`) }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'when asked' } : undefined,
    )
    onResolve({ filter: new RegExp(`^${name}\\?$`) }, ({ resolveDir }) =>
      resolve(name, { kind: 'require-call', resolveDir }),
    )
    onLoad({ filter: /./, namespace: 'when asked' }, contentsOf)
  }
  return { name: 'when asked', setup }
}

/** The names of HTML's characters, which their package unpacks at every start, to be small in a page: unpacked here. */
function unpacked() {
  const contentsOf = async ({ path }) => {
    const trees = Object.entries(await import(pathToFileURL(path).href))
    // Newer ones unpack them when they are asked for.
    if (!trees.every(([, tree]) => tree instanceof Uint16Array)) return undefined
    const exported = trees.map(
      ([name, tree]) => `export const ${name} = numbers('${bytesOf(tree).toString('base64')}')`,
    )
    return { contents: [numbers(), ...exported].join('\n') }
  }
  const packed = /entities[\\/]dist[\\/]generated[\\/]decode-data-\w+\.js$/
  return { name: 'unpacked', setup: ({ onLoad }) => onLoad({ filter: packed }, contentsOf) }
}

/** markdown-it sets each field of each token by a helper of its compiler, at five calls a field: they are plain assignments here. */
function plainFields() {
  const set = /\b_defineProperty\(\s*this,\s*(?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*)?"(\w+)",/g
  const contentsOf = ({ path }) => ({ contents: readFileSync(path, 'utf8').replace(set, '(this.$1 =') })
  const filter = /markdown-it[\\/]dist[\\/]markdown-it\.(?:m|c)js$/
  return { name: 'plain fields', setup: ({ onLoad }) => onLoad({ filter }, contentsOf) }
}

/** Code that is `bytesOf` backwards. */
function numbers() {
  return `
  import { endianness } from 'node:os'
  function numbers(base64) {
    const bytes = Buffer.from(base64, 'base64')
    return new Uint16Array(new Uint8Array(endianness() === 'BE' ? bytes.swap16() : bytes).buffer)
  }`
}

/** Of numbers of 16 bits, the lower half first. */
function bytesOf(tree) {
  const bytes = Buffer.alloc(2 * tree.length)
  for (const [at, number] of tree.entries()) bytes.writeUInt16LE(number, 2 * at)
  return bytes
}

/** What travels with every deck, our runtime with reveal.js inside it and the style of both; and what decks don't carry: code that looks at them, and lays them on sheets. */
async function buildForPage() {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    logLevel: 'warning',
    legalComments: 'inline',
    metafile: true,
  }
  const bundles = []
  const bundle = async (options) => {
    const { metafile } = await build({ ...common, ...options })
    bundles.push(metafile)
    return metafile
  }
  const script = await bundle({
    entryPoints: ['src/runtime/main.ts'],
    outfile: join(made, 'runtime.js'),
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
  })
  await bundle({
    entryPoints: ['src/runtime/look/look.ts'],
    outfile: join(made, 'look.js'),
    format: 'iife',
    globalName: 'talkbackLook',
    platform: 'browser',
  })
  await bundle({
    entryPoints: { sheets: 'src/runtime/sheets/handout.ts' },
    outdir: made,
    format: 'iife',
    globalName: 'talkbackSheets',
    platform: 'browser',
  })
  await bundle({ entryPoints: { sheets: 'src/runtime/sheets/sheets.css' }, outdir: made })
  await bundle({
    entryPoints: ['src/runtime/article/article.ts'],
    outfile: join(made, 'article.js'),
    format: 'iife',
    globalName: 'talkbackArticle',
    platform: 'browser',
  })
  await bundle({ entryPoints: ['src/runtime/article/article.css'], outfile: join(made, 'article.css') })
  await bundle({
    entryPoints: ['src/runtime/pictures/pictures.ts'],
    outfile: join(made, 'pictures.js'),
    format: 'iife',
    globalName: 'talkbackPictures',
    platform: 'browser',
    loader: { '.css': 'text' },
  })
  await bundle({
    entryPoints: ['src/runtime/parts/parts.ts'],
    outfile: join(made, 'parts.js'),
    format: 'iife',
    globalName: 'talkbackParts',
    platform: 'browser',
  })
  await bundle({
    entryPoints: ['src/runtime/diagrams/diagrams.ts'],
    outfile: join(made, 'diagrams.js'),
    format: 'iife',
    globalName: 'talkbackDiagrams',
    platform: 'browser',
  })
  await bundle({
    entryPoints: ['src/runtime/steps/steps.ts'],
    outfile: join(made, 'steps.js'),
    format: 'iife',
    globalName: 'talkbackSteps',
    platform: 'browser',
  })
  await bundle({
    entryPoints: ['live', 'decks', 'card'].map((name) => `src/runtime/live/${name}.ts`),
    outdir: made,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    loader: { '.css': 'text' },
  })
  const style = await bundle({ entryPoints: ['src/runtime/deck.css'], outfile: join(made, 'runtime.css') })
  return { runtime: [script, style], all: bundles }
}

/** Declarations only: whether the types are right is for `npm test` to say. */
function buildTypes() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const flags = ['--noCheck', '--outDir', join(made, 'types')]
  if (runNode([tsc, '-p', 'tsconfig.build.json', ...flags]) !== 0)
    throw new Error('The type declarations could not be made; the messages are above.')
}
