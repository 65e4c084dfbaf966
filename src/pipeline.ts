/** The whole story on one screen: notes → a deck on disk. Every command and the library call it; none has a way of its own. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MeasuredDeck } from './browser/measure.js'
import type { RunningBrowser } from './browser/start.js'
import { withBrowser } from './browser/withBrowser.js'
import { type CheckJson, checkDeck } from './check/checkDeck.js'
import { reportFindings } from './check/report.js'
import { overflow } from './check/rules/overflow.js'
import { fittedDeck } from './check/rules/rule.js'
import type { Made } from './formats/source.js'
import { readLookScript } from './io/readRuntime.js'
import { stageBundle } from './io/stageBundle.js'
import { stageTemporarily } from './io/temporaryStage.js'
import { unlessStopped } from './io/unlessStopped.js'
import type { FitReport } from './model/fitted.js'
import { needsBrowser } from './model/format.js'
import { makeBundle } from './pipeline/makeBundle.js'
import { type PlannedNotes, planNotes } from './pipeline/planNotes.js'
import type { BuiltDeck, CheckRequest, DeckRequest, NotesRequest, Surroundings } from './pipeline/requests.js'

export {
  type BuiltDeck,
  type CheckRequest,
  type DeckRequest,
  type NotesRequest,
  type PlannedNotes,
  planNotes,
  type Surroundings,
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
