/** The whole story on one screen: notes → a deck on disk. Every command and the library call it; none has a way of its own. */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MeasuredDeck } from './browser/measure.js'
import type { RunningBrowser } from './browser/start.js'
import { withBrowser } from './browser/withBrowser.js'
import { type CheckJson, checkDeck } from './check/checkDeck.js'
import { type Coverage, coverage } from './check/coverage.js'
import { reportFindings } from './check/report.js'
import { overflow } from './check/rules/overflow.js'
import { fittedDeck } from './check/rules/rule.js'
import type { Made } from './formats/source.js'
import { openCache } from './io/cache.js'
import { chosenTemplate } from './io/chosenTemplate.js'
import { type DeckFonts, deckFonts } from './io/fonts/deckFonts.js'
import { getLogo } from './io/pictures/getLogo.js'
import { getPictures, type PictureOptions } from './io/pictures/getPictures.js'
import { readConfig } from './io/readConfig.js'
import { readNotes } from './io/readNotes.js'
import { readLookScript, readRuntime } from './io/readRuntime.js'
import { resolveFiles } from './io/settingFiles.js'
import { stageBundle } from './io/stageBundle.js'
import { stageTemporarily } from './io/temporaryStage.js'
import { unlessStopped } from './io/unlessStopped.js'
import type { Bundle } from './model/bundle.js'
import type { Deck } from './model/deck.js'
import type { Finding, FindingReport } from './model/finding.js'
import type { FitReport } from './model/fitted.js'
import { type Formats, needsBrowser } from './model/format.js'
import type { FrontValue, Notes } from './model/notes.js'
import type { Template } from './model/template.js'
import { readFrontMatter } from './parse/frontMatter.js'
import { parseNotes } from './parse/parse.js'
import { planDeck } from './plan/plan.js'
import { renderDeck } from './render/render.js'
import { glyphsOf, picturesOf, textOf } from './render/wanted.js'
import { resolveSettings } from './settings/resolve.js'
import type { Settings } from './settings/table.js'

export interface NotesRequest {
  /** Path of the notes. */
  readonly notes: string
  /** Settings that outrank all others, as written. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Path of a config file. */
  readonly config?: string | undefined
}

export interface CheckRequest extends NotesRequest {
  /** Never ask the network. */
  readonly offline: boolean
  /** Fetch pictures again, also those that were out of reach before. */
  readonly refresh: boolean
}

export interface DeckRequest extends CheckRequest {
  /** Folder of the deck, made or replaced as a whole. */
  readonly folder: string
  /** Names the files that are made of it: `<name>.pdf`. */
  readonly name: string
  readonly formats: Formats
}

export interface Surroundings {
  /** Path of a browser; otherwise found. */
  readonly browser?: string | undefined
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
  /** Paths of what else was made of it, in order. */
  readonly files: readonly string[]
  /** Slides as planned; once a browser has opened it, slides on screen, continuations included. */
  readonly slides: number
  readonly findings: readonly FindingReport[]
}

export interface PlannedNotes {
  readonly notes: Notes
  readonly deck: Deck
  readonly settings: Settings
  readonly template: Template
  /** Front matter as written. */
  readonly front: Readonly<Record<string, FrontValue>>
  readonly covered: Coverage
}

export async function planNotes({ notes: file, settings: flags = {}, config }: NotesRequest): Promise<PlannedNotes> {
  const source = await readNotes(file)
  const head = readFrontMatter(source)
  const layers = { front: head.front, config: await readConfig(file, config), flags: resolveFiles(flags, '.') }
  const look = await chosenTemplate(layers, file)
  const { settings, findings } = resolveSettings({ ...layers, template: look.settings })
  const notes = parseNotes(source, head, settings)
  const planned = planDeck(notes, settings)
  const deck = { ...planned, findings: [...look.findings, ...findings, ...planned.findings] }
  const covered = coverage(source, deck, head.bodyLine)
  const complete = { ...deck, findings: [...deck.findings, ...covered.findings] }
  return { notes, deck: complete, settings, template: look.template, front: head.front, covered }
}

/** Makes one deck after the other, with one browser for all, which starts while the first notes are being read. */
export async function* buildDecks(
  requests: readonly DeckRequest[],
  surroundings: Surroundings,
): AsyncGenerator<BuiltDeck> {
  if (!requests.some(({ formats }) => needsBrowser(formats))) {
    for (const request of requests) yield await buildDeck(request, surroundings, undefined)
    return
  }
  yield* withBrowser(surroundings.browser, requests, (request, browser) => buildDeck(request, surroundings, browser))
}

/** Looks at one deck after the other as a reader would. Nothing of them stays on disk. */
export function checkDecks(requests: readonly CheckRequest[], surroundings: Surroundings): AsyncGenerator<CheckJson> {
  return withBrowser(surroundings.browser, requests, (request, browser) => checkNotes(request, surroundings, browser))
}

interface MadeBundle {
  readonly planned: PlannedNotes
  readonly bundle: Bundle
  /** Characters that no font at hand draws. */
  readonly missing: string
  readonly findings: readonly Finding[]
}

async function makeBundle(request: CheckRequest, { signal, onStage = () => {} }: Surroundings): Promise<MadeBundle> {
  onStage(`Reading ${request.notes}`)
  const planned = await planNotes(request)
  const { deck, settings, template } = planned
  onStage('Getting pictures and fonts')
  const [{ pictures, findings: lost }, { logo, fault: noLogo }, { fonts, families, fault: noFont }, runtime] =
    await unlessStopped(
      signal,
      Promise.all([
        getPictures(picturesOf(deck), pictureOptions(request)),
        getLogo(settings.logo, pictureOptions(request)),
        fontsFor(planned, request),
        readRuntime(),
      ]),
    )
  const branding = { accent: settings.accent, footer: settings.footer, ...(logo === undefined ? {} : { logo }) }
  const bundle = renderDeck(deck, { template, pictures, fonts, families, runtime, branding })
  const faults = [...fileFault(planned, 'logo', noLogo), ...fileFault(planned, 'font', noFont)]
  const findings = [...deck.findings, ...faults, ...lost, ...bundle.findings]
  return { planned, bundle, missing: fonts.missing, findings }
}

async function checkNotes(
  request: CheckRequest,
  surroundings: Surroundings,
  browser: Promise<RunningBrowser>,
): Promise<CheckJson> {
  const { bundle, planned, ...made } = await makeBundle(request, surroundings)
  const stage = await stageTemporarily(bundle)
  try {
    surroundings.onStage?.('Looking at the slides')
    const measured = await unlessStopped(surroundings.signal, measure(stage.folder, browser))
    return checkDeck({ ...made, ...measured, deck: planned.deck, coverage: planned.covered })
  } finally {
    await stage.drop()
  }
}

async function buildDeck(
  request: DeckRequest,
  surroundings: Surroundings,
  browser: Promise<RunningBrowser> | undefined,
): Promise<BuiltDeck> {
  const { signal, onStage = () => {} } = surroundings
  const { notes: file, folder } = request
  const { planned, bundle, findings } = await makeBundle(request, surroundings)
  onStage('Writing the deck')
  const stage = await stageBundle(bundle, folder)
  try {
    const files: string[] = []
    const told = [...findings]
    const take = async (made: Made): Promise<void> => {
      if ('finding' in made) told.push(made.finding)
      else {
        await stage.add(made.file.path, made.file.content)
        files.push(join(folder, made.file.path))
      }
    }
    const report =
      browser && needsBrowser(request.formats)
        ? await unlessStopped(signal, exportFormats(request, planned, stage.folder, { browser, take, onStage }))
        : undefined
    signal?.throwIfAborted()
    await stage.commit()
    if (report) told.push(...overflow(fittedDeck(planned.deck, report.slides)))
    return {
      notes: file,
      title: planned.deck.title,
      index: join(folder, 'index.html'),
      files,
      slides: (report ?? planned.deck).slides.length,
      findings: reportFindings(told, file),
    }
  } finally {
    await stage.drop()
  }
}

function pictureOptions({ notes, offline, refresh }: CheckRequest): PictureOptions {
  return { folder: dirname(notes), cache: openCache('pictures'), offline, refresh, now: Date.now() }
}

function fontsFor({ deck, settings, template }: PlannedNotes, { notes }: CheckRequest): Promise<DeckFonts> {
  const glyphs = glyphsOf(deck, textOf(template) + settings.footer)
  const wish = { style: template.fonts, lang: deck.lang, own: settings.font, folder: dirname(notes) }
  return deckFonts(glyphs, wish, openCache('fonts'))
}

/** A file that a setting names and that can't be used: told where the notes name it. */
function fileFault({ settings, front }: PlannedNotes, name: 'font' | 'logo', fault?: string): readonly Finding[] {
  if (fault === undefined) return []
  const facts = { name, path: settings[name], reason: fault }
  return [{ code: 'setting-file', place: { line: front[name]?.line ?? 1 }, facts }]
}

const printAddress = (folder: string): string => `${pathToFileURL(join(folder, 'index.html')).href}?print`

async function measure(folder: string, browser: Promise<RunningBrowser>): Promise<MeasuredDeck> {
  const [{ measureDeck }, script, running] = await Promise.all([
    import('./browser/measure.js'),
    readLookScript(),
    browser,
  ])
  return measureDeck(running, printAddress(folder), script)
}

interface Exporting {
  readonly browser: Promise<RunningBrowser>
  readonly take: (made: Made) => Promise<void>
  readonly onStage: (text: string) => void
}

async function exportFormats(
  { name, formats }: DeckRequest,
  { notes, deck, settings }: PlannedNotes,
  folder: string,
  { browser, take, onStage }: Exporting,
): Promise<FitReport> {
  const [{ exportDeck }, running] = await Promise.all([import('./formats/exportDeck.js'), browser])
  const source = { name, notes, deck, settings, address: printAddress(folder) }
  return exportDeck(formats, source, running, take, onStage)
}
