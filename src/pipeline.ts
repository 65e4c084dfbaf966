/** The whole story on one screen: notes → a deck on disk. Every command and the library call it; none has a way of its own. */

import { join } from 'node:path'
import type { UseBrowser } from './browser/keepBrowser.js'
import type { MeasuredDeck } from './browser/measure.js'
import { withBrowser } from './browser/withBrowser.js'
import { type CheckJson, checkDeck } from './check/checkDeck.js'
import { reportFindings } from './check/report.js'
import { overflow } from './check/rules/overflow.js'
import { fittedDeck } from './check/rules/rule.js'
import { deckChanges } from './diff/changes.js'
import { readLookScript } from './io/readRuntime.js'
import { stageBundle } from './io/stageBundle.js'
import { stageTemporarily } from './io/temporaryStage.js'
import { unlessStopped } from './io/unlessStopped.js'
import { needsBrowser } from './model/format.js'
import { pushAll } from './model/lists.js'
import { workStages } from './model/workStages.js'
import { browserOptions, inBrowser } from './pipeline/browsers.js'
import { exportFormats, printAddress, writeBeside, writeFormats } from './pipeline/exportFormats.js'
import { factsOf, slidePlaces } from './pipeline/facts.js'
import { type MadeBundle, makeBundle } from './pipeline/makeBundle.js'
import { coverNotes, planNotes } from './pipeline/planNotes.js'
import type { BuiltDeck, CheckRequest, DeckRequest, Surroundings } from './pipeline/requests.js'
import { unlessFault } from './pipeline/unlessFault.js'

export { type BuiltDeck, type CheckRequest, type DeckRequest, planNotes, type Surroundings }

/** Makes one deck after the other, with one browser for all, which starts while the first notes are being read. */
export async function* buildDecks(
  requests: readonly DeckRequest[],
  surroundings: Surroundings,
): AsyncGenerator<BuiltDeck> {
  const build = unlessFault(surroundings, (request: DeckRequest, use: UseBrowser) =>
    buildDeck(request, surroundings, use, request === requests.at(-1)),
  )
  for await (const built of inBrowser(requests, requests, surroundings, build)) yield* built
}

/** Looks at one deck after the other as a reader would. Nothing of them stays on disk. */
export async function* checkDecks(
  requests: readonly CheckRequest[],
  surroundings: Surroundings,
): AsyncGenerator<CheckJson> {
  const check = unlessFault(surroundings, (request: CheckRequest, use: UseBrowser) =>
    checkNotes(request, surroundings, use),
  )
  for await (const checked of withBrowser(browserOptions(surroundings), requests, check)) yield* checked
}

async function checkNotes(request: CheckRequest, surroundings: Surroundings, use: UseBrowser): Promise<CheckJson> {
  const { bundle, drafted, ...made } = await unlessStopped(surroundings.signal, makeBundle(request, surroundings, use))
  const stage = await stageTemporarily(bundle)
  try {
    surroundings.onStage?.('Looking at the slides')
    const looking = Promise.all([measure(stage.folder, use), coverNotes(drafted)])
    const [measured, { deck, covered }] = await unlessStopped(surroundings.signal, looking)
    const findings = [...made.findings, ...covered.findings]
    return checkDeck({ ...made, ...measured, deck, coverage: covered, findings })
  } finally {
    await stage.drop()
  }
}

/**
 * Makes one deck.
 * @param isLast the browser may end as soon as it has given all that is wanted
 */
export const buildDeck = async (
  request: DeckRequest,
  surroundings: Surroundings,
  use: UseBrowser,
  isLast = false,
): Promise<BuiltDeck> => {
  const made = await unlessStopped(surroundings.signal, makeBundle(request, surroundings, use))
  return writeDeck(request, made, surroundings, use, isLast)
}

/** Puts a deck that was made in its place, with everything else that is wanted of it. */
export async function writeDeck(
  request: DeckRequest,
  made: MadeBundle,
  surroundings: Surroundings,
  use: UseBrowser,
  isLast = false,
): Promise<BuiltDeck> {
  const { signal, onStage = () => {} } = surroundings
  const { notes: file, folder } = request
  const { deck } = made.drafted
  onStage(workStages.writing)
  const facts = factsOf(made)
  const stage = await stageBundle(made.bundle, folder, facts)
  try {
    const written = await writeFormats(request, made, stage)
    const exporting = needsBrowser(request.formats)
      ? exportFormats(request, made, { stage, use, onStage, isLast })
      : undefined
    // The browser has enough to do by itself.
    const [exported, { covered }] = await unlessStopped(signal, Promise.all([exporting, coverNotes(made.drafted)]))
    signal?.throwIfAborted()
    const replaced = await stage.commit(signal)
    const beside = await writeBeside(request, made)
    const findings = [...made.findings, ...covered.findings, ...(exported?.findings ?? [])]
    if (exported) pushAll(findings, overflow(fittedDeck(deck, exported.report.slides)))
    return {
      notes: file,
      title: deck.title,
      index: join(folder, 'index.html'),
      files: [...[...(exported?.files ?? []), ...written].map((path) => join(folder, path)), ...beside],
      slides: (exported?.report ?? deck).slides.length,
      fitted: exported !== undefined,
      ...(replaced ? { changes: deckChanges(replaced, facts, slidePlaces(deck, exported?.report)) } : {}),
      findings: reportFindings(findings, file, deck.parts),
    }
  } finally {
    await stage.drop()
  }
}

function measure(folder: string, use: UseBrowser): Promise<MeasuredDeck> {
  const loading = Promise.all([import('./browser/measure.js'), readLookScript()])
  return use(async (browser) => {
    const [{ measureDeck }, script] = await loading
    return measureDeck(browser, printAddress(folder), script)
  })
}
