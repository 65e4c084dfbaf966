/** `talkback doctor`: says what works on this machine, a line each, and what to do about the rest. */
import { browserFacts } from '../browser/doctor.js'
import { type ExitCode, exitCode } from '../errors.js'
import { packageFolder } from '../io/assets.js'
import { cacheFolder } from '../io/cache.js'
import { canWrite } from '../io/canWrite.js'
import { MERMAID, readMermaid } from '../io/diagrams/mermaid.js'
import { mendCache } from '../io/mendCache.js'
import { familiesOf, fontStyles } from '../model/families.js'
import type { Terminal } from './terminal.js'

export interface DoctorOptions {
  /** Path of a browser to use. */
  readonly browser?: string | undefined
}

interface Check {
  readonly what: string
  readonly fine: boolean
  /** What was found, or what is wrong. */
  readonly found: string
  /** What to do when it is wrong. */
  readonly hint: string
  /** What the process ends in when it is wrong. */
  readonly code: ExitCode
}

export async function run(options: DoctorOptions, terminal: Terminal): Promise<ExitCode> {
  terminal.stage('Starting the browser')
  const checks = [node(), await browser(options), fonts(), await mermaid(), await cache(), await output()]
  for (const { what, fine, found, hint } of checks) {
    const mark = fine ? '✓' : terminal.paint.error('✗')
    terminal.result(`${mark} ${what.padEnd(8)} ${found}`)
    if (!fine) terminal.result(`  ${hint}`)
  }
  return checks.find(({ fine }) => !fine)?.code ?? exitCode.fine
}

const node = (): Check => ({
  what: 'Node',
  // An older one does not get as far as here.
  fine: true,
  found: process.versions.node,
  hint: '',
  code: exitCode.fine,
})

async function browser({ browser: path }: DoctorOptions): Promise<Check> {
  const { found, works, fault, tried } = await browserFacts(path)
  const common = { what: 'Browser', code: exitCode.browser }
  if (found && works) {
    const facts = [works.version, found.path, `by ${found.from}`, `starts in ${works.took} ms`]
    return { ...common, fine: true, found: facts.join(', '), hint: '' }
  }
  if (fault) return { ...common, fine: false, found: fault.message, hint: fault.hint }
  const hint = 'PDFs need one: run `talkback setup`, or name one with --browser.'
  return { ...common, fine: false, found: `none in ${tried.length} places`, hint }
}

function fonts(): Check {
  const families = fontStyles.map((style) => familiesOf(style, 'zh-Hans'))
  const names = [...new Set(families.flatMap(({ text, mono }) => [...text, ...mono]).map((family) => family.package))]
  const missing = names.filter((name) => !isInstalled(name))
  return {
    what: 'Fonts',
    fine: missing.length === 0,
    found: missing.length === 0 ? `${names.length} families` : `missing: ${missing.join(', ')}`,
    hint: 'Install Talkback again: its packages are not complete.',
    code: exitCode.world,
  }
}

function isInstalled(name: string): boolean {
  try {
    return packageFolder(name) !== ''
  } catch {
    return false
  }
}

/** Most decks have no use for it. */
async function mermaid(): Promise<Check> {
  const isThere = (await readMermaid()) !== undefined
  const found = isThere ? MERMAID : 'not here; `talkback setup mermaid` gets it, for diagrams in that language'
  return { what: 'Mermaid', fine: true, found, hint: '', code: exitCode.fine }
}

async function cache(): Promise<Check> {
  const folder = cacheFolder()
  const hint = 'Talkback works without it, only slower; TALKBACK_CACHE_DIR names another folder.'
  const { whole, spoilt } = await mendCache(folder)
  const mended = spoilt === 0 ? '' : `; spoilt and deleted, to be made anew: ${spoilt}`
  const found = `${folder}, whole entries: ${whole}${mended}`
  return { what: 'Cache', fine: await canWrite(folder), found, hint, code: exitCode.world }
}

async function output(): Promise<Check> {
  const hint = 'You may not write here: run it elsewhere, or name a folder with --out.'
  return { what: 'Output', fine: await canWrite('dist'), found: 'dist', hint, code: exitCode.world }
}
