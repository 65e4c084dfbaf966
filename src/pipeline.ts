/** The whole story on one screen: notes → a deck on disk. Every command and the library call it; none has a way of its own. */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PrintedDeck } from './browser/pdf.js'
import type { RunningBrowser } from './browser/start.js'
import { coverage } from './check/coverage.js'
import { overflowFindings } from './check/overflow.js'
import { reportFindings } from './check/report.js'
import { openCache } from './io/cache.js'
import { makeFonts } from './io/fonts/makeFonts.js'
import { getPictures } from './io/pictures/getPictures.js'
import { readConfig } from './io/readConfig.js'
import { readNotes } from './io/readNotes.js'
import { readRuntime } from './io/readRuntime.js'
import { readTemplate } from './io/readTemplate.js'
import { stageBundle } from './io/writeBundle.js'
import type { Fonts } from './model/bundle.js'
import type { Deck } from './model/deck.js'
import type { FindingReport } from './model/finding.js'
import type { Template } from './model/template.js'
import { readFrontMatter } from './parse/frontMatter.js'
import { parseNotes } from './parse/parse.js'
import { planDeck } from './plan/plan.js'
import { renderDeck } from './render/render.js'
import { glyphsOf, picturesOf } from './render/wanted.js'
import { resolveSettings } from './settings/resolve.js'
import type { Settings } from './settings/table.js'

export interface NotesRequest {
  /** Path of the notes. */
  readonly notes: string
  /** Settings that outrank all others, as written. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Path of a config file. */
  readonly config?: string
}

export interface DeckRequest extends NotesRequest {
  /** Folder of the deck, made or replaced as a whole. */
  readonly folder: string
  /** Name of the PDF, without `.pdf`. */
  readonly name: string
  readonly pdf: boolean
  /** Never ask the network. */
  readonly offline: boolean
  /** Fetch pictures again, also those that were out of reach before. */
  readonly refresh: boolean
}

export interface Surroundings {
  /** Path of a browser; otherwise found. */
  readonly browser?: string
  /** Ends the work early; what was on disk stays as it was. */
  readonly signal?: AbortSignal
  /** Told what is being done: `Getting 3 pictures`. */
  readonly onStage?: (text: string) => void
}

export interface BuiltDeck {
  readonly notes: string
  readonly title: string
  /** Path of index.html. */
  readonly index: string
  /** Path of the PDF, when one was asked for. */
  readonly pdf?: string
  /** Slides as planned; once the deck was printed, slides on screen, continuations included. */
  readonly slides: number
  readonly findings: readonly FindingReport[]
}

export async function planNotes({ notes: file, settings: flags = {}, config }: NotesRequest): Promise<{
  readonly deck: Deck
  readonly settings: Settings
}> {
  const source = await readNotes(file)
  const head = readFrontMatter(source)
  const layers = { front: head.front, config: await readConfig(file, config), flags }
  const { settings, findings } = resolveSettings(layers)
  const notes = parseNotes(source, head, settings)
  const planned = planDeck(notes, settings)
  const deck = { ...planned, findings: [...findings, ...planned.findings] }
  const { findings: losses } = coverage(source, deck, head.bodyLine)
  return { deck: { ...deck, findings: [...deck.findings, ...losses] }, settings }
}

/** Makes one deck after the other, with one browser for all, which starts while the first notes are being read. */
export async function* buildDecks(
  requests: readonly DeckRequest[],
  surroundings: Surroundings,
): AsyncGenerator<BuiltDeck> {
  const browser = requests.some(({ pdf }) => pdf) ? openBrowser(surroundings.browser) : undefined
  // Whoever needs it first is told what went wrong; until then nobody listens.
  browser?.catch(() => {})
  try {
    for (const request of requests) yield await buildDeck(request, surroundings, browser)
  } finally {
    await browser?.then((running) => running.close()).catch(() => {})
  }
}

async function buildDeck(
  request: DeckRequest,
  { signal, onStage = () => {} }: Surroundings,
  browser: Promise<RunningBrowser> | undefined,
): Promise<BuiltDeck> {
  const { notes: file, name, folder } = request
  onStage(`Reading ${file}`)
  const { deck, settings } = await planNotes(request)
  onStage('Getting pictures and fonts')
  const [{ pictures, findings: lost }, { template, fonts }, runtime] = await unlessStopped(
    signal,
    Promise.all([picturesFor(deck, request), fontsFor(deck, settings.template), readRuntime()]),
  )
  const bundle = renderDeck(deck, { template, pictures, fonts, runtime })
  onStage('Writing the deck')
  const stage = await stageBundle(bundle, folder)
  try {
    if (request.pdf && browser) onStage('Printing')
    const printed = request.pdf && browser ? await unlessStopped(signal, print(deck, stage.folder, browser)) : undefined
    if (printed) await stage.add(`${name}.pdf`, printed.pdf)
    signal?.throwIfAborted()
    await stage.commit()
    const tooFull = printed ? overflowFindings(printed.report, deck) : []
    return {
      notes: file,
      title: deck.title,
      index: join(folder, 'index.html'),
      ...(printed ? { pdf: join(folder, `${name}.pdf`) } : {}),
      slides: printed ? printed.report.slides.length : deck.slides.length,
      findings: reportFindings([...deck.findings, ...lost, ...bundle.findings, ...tooFull], file),
    }
  } finally {
    await stage.drop()
  }
}

function picturesFor(deck: Deck, { notes, offline, refresh }: DeckRequest): ReturnType<typeof getPictures> {
  const options = { folder: dirname(notes), cache: openCache('pictures'), offline, refresh, now: Date.now() }
  return getPictures(picturesOf(deck), options)
}

async function fontsFor(deck: Deck, name: string): Promise<{ readonly template: Template; readonly fonts: Fonts }> {
  const template = await readTemplate(name, deck.lang)
  return { template, fonts: await makeFonts(glyphsOf(deck), template.fonts, openCache('fonts')) }
}

/** Loaded only here: builds without a PDF need none of it. */
async function openBrowser(browser: string | undefined): Promise<RunningBrowser> {
  const [{ findBrowser }, { startBrowser }] = await Promise.all([
    import('./browser/find.js'),
    import('./browser/start.js'),
  ])
  return startBrowser(await findBrowser({ browser }))
}

async function print(deck: Deck, folder: string, browser: Promise<RunningBrowser>): Promise<PrintedDeck> {
  const [{ printDeck }, running] = await Promise.all([import('./browser/pdf.js'), browser])
  const url = `${pathToFileURL(join(folder, 'index.html')).href}?print`
  const { event, subtitle, author } = deck.facts
  return printDeck(
    running,
    { url },
    { title: deck.title, author, subject: subtitle || event, keywords: event, lang: deck.lang },
  )
}

/** Stops waiting when the signal says so; what was under way ends with the browser and the stage it worked on. */
async function unlessStopped<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work
  signal.throwIfAborted()
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
