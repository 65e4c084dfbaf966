/** The whole story on one screen: notes → a deck on disk. Every command and the library call it; none has a way of its own. */
import { join } from 'node:path'
import { type BrowserOptions, keepBrowser, type UseBrowser } from './browser/keepBrowser.js'
import type { MeasuredDeck } from './browser/measure.js'
import { withBrowser } from './browser/withBrowser.js'
import { type CheckJson, checkDeck } from './check/checkDeck.js'
import { reportFindings } from './check/report.js'
import { overflow } from './check/rules/overflow.js'
import { fittedDeck } from './check/rules/rule.js'
import { deckChanges } from './diff/changes.js'
import { exitCode, UserError } from './errors.js'
import { readLookScript } from './io/readRuntime.js'
import { type Stage, stageBundle } from './io/stageBundle.js'
import { stageTemporarily } from './io/temporaryStage.js'
import { unlessStopped } from './io/unlessStopped.js'
import { writeFileWhole } from './io/writeFileWhole.js'
import { needsBrowser } from './model/format.js'
import { changingRequests } from './pipeline/changing.js'
import {
  compareNotes,
  type DiffRequest,
  diffNotes,
  type NotesDifference,
  type PictureDiffRequest,
} from './pipeline/diffNotes.js'
import { exportFormats, printAddress, writeBeside, writeFormats } from './pipeline/exportFormats.js'
import { factsOf, slideNumbers } from './pipeline/facts.js'
import { bundleOf, type MadeBundle, makeBundle } from './pipeline/makeBundle.js'
import { coverNotes, type DraftedNotes, isBroken, type PlannedNotes, planNotes } from './pipeline/planNotes.js'
import type { RebuiltDeck } from './pipeline/rebuild.js'
import type { BuiltDeck, CheckRequest, DeckRequest, NotesRequest, Surroundings } from './pipeline/requests.js'
import { sourcesOf } from './pipeline/sources.js'

export {
  type BuiltDeck,
  type CheckRequest,
  type DeckRequest,
  type DiffRequest,
  diffNotes,
  type NotesDifference,
  type NotesRequest,
  type PlannedNotes,
  planNotes,
  type RebuiltDeck,
  type Surroundings,
}

/** Makes one deck after the other, with one browser for all, which starts while the first notes are being read. */
export function buildDecks(requests: readonly DeckRequest[], surroundings: Surroundings): AsyncGenerator<BuiltDeck> {
  return inBrowser(requests, requests, surroundings, (request, use) => buildDeck(request, surroundings, use))
}

/**
 * Makes all decks, and each again whenever something that it is made from has changed, until the signal says that it is
 * enough. What can't be made is told, and its last deck stays. One browser for all of it, warm between two builds.
 * @throws UserError (exit 3) at the first deck when there is no browser to make it with
 */
export async function* rebuildDecks(
  requests: readonly DeckRequest[],
  surroundings: Surroundings,
): AsyncGenerator<RebuiltDeck> {
  const changing = changingRequests(requests, surroundings.signal)
  const built = new Set<DeckRequest>()
  const rebuild = async (request: DeckRequest, use: UseBrowser | undefined): Promise<RebuiltDeck> => {
    const { notes } = request
    try {
      const since = Date.now()
      const made = await makeBundle(request, surroundings)
      await changing.follow(request, sourcesOf(request, made.drafted, made.pictures.keys()), since)
      if (built.has(request) && isBroken(made.drafted.deck))
        return { state: 'broken', notes, findings: reportFindings(made.findings, notes) }
      const deck = await writeDeck(request, made, surroundings, use)
      built.add(request)
      return { state: 'built', notes, deck }
    } catch (error) {
      if (!(error instanceof UserError) || (error.code === exitCode.browser && built.size === 0)) throw error
      await changing.followFault(request)
      return { state: 'fault', notes, fault: error }
    }
  }
  try {
    yield* inBrowser(requests, changing.requests(), surroundings, rebuild)
  } catch (error) {
    if (!surroundings.signal?.aborted) throw error
  } finally {
    changing.close()
  }
}

/** Starts a browser only where something is wanted that needs one. */
async function* inBrowser<Made>(
  all: readonly DeckRequest[],
  requests: Iterable<DeckRequest> | AsyncIterable<DeckRequest>,
  surroundings: Surroundings,
  make: (request: DeckRequest, use: UseBrowser | undefined) => Promise<Made>,
): AsyncGenerator<Made> {
  if (all.some(({ formats }) => needsBrowser(formats))) {
    yield* withBrowser(browserOptions(surroundings), requests, make)
    return
  }
  for await (const request of requests) yield await make(request, undefined)
}

/** Makes decks whenever it is asked to, with one browser that starts when it is needed first and stays. */
export interface Workshop {
  /**
   * One deck after the other, however many are asked for.
   * @param onStage told what is being done, from when it is this one's turn
   * @throws UserError as a build does; the next one may go well
   */
  build(request: DeckRequest, onStage: (text: string) => void): Promise<BuiltDeck>
  /** Ends the browser, and what it was busy with. */
  close(): Promise<void>
}

export function openWorkshop(surroundings: Surroundings): Workshop {
  let tell: (text: string) => void = () => {}
  let queue: Promise<unknown> = Promise.resolve()
  const browser = keepBrowser(browserOptions({ ...surroundings, onStage: (text) => tell(text) }))
  return {
    build(request, onStage) {
      const work = queue.then(() => {
        surroundings.signal?.throwIfAborted()
        tell = onStage
        return buildDeck(request, { ...surroundings, onStage }, browser.use)
      })
      queue = work.catch(() => {})
      return work
    },
    async close() {
      await browser.close()
      // What it was busy with fails now, and takes away what it had begun.
      await queue
    },
  }
}

/** Looks at one deck after the other as a reader would. Nothing of them stays on disk. */
export function checkDecks(requests: readonly CheckRequest[], surroundings: Surroundings): AsyncGenerator<CheckJson> {
  return withBrowser(browserOptions(surroundings), requests, (request, use) => checkNotes(request, surroundings, use))
}

function browserOptions({ browser, onStage = () => {} }: Surroundings): BrowserOptions {
  return { path: browser, onLost: () => onStage('The browser was lost: starting another one') }
}

/**
 * Compares two versions of some notes, and writes a report with pictures of the slides that differ, before and after.
 * Nothing else of the two decks stays on disk.
 */
export async function diffPictures(request: PictureDiffRequest, surroundings: Surroundings): Promise<NotesDifference> {
  const work = withBrowser(browserOptions(surroundings), [request], (_, use) =>
    pictureNotes(request, surroundings, use),
  )
  for await (const difference of work) return difference
  throw new Error('A comparison ended without a result.')
}

async function pictureNotes(
  request: PictureDiffRequest,
  surroundings: Surroundings,
  use: UseBrowser,
): Promise<NotesDifference> {
  const { signal, onStage = () => {} } = surroundings
  const { before, after, paths, difference } = await compareNotes(request)
  const stages: Pick<Stage, 'folder' | 'drop'>[] = []
  const stage = async (drafted: DraftedNotes, notes: string): Promise<string> => {
    const made = await bundleOf(drafted, { ...request, notes }, surroundings)
    stages.push(await stageTemporarily(made.bundle))
    return printAddress(stages.at(-1)?.folder ?? '')
  }
  try {
    const addresses = { before: await stage(before, paths.before), after: await stage(after, paths.after) }
    onStage('Taking pictures')
    const [{ pictureDifference }, { diffReport }] = await loadDiffFormats()
    const slides = await unlessStopped(
      signal,
      use((browser) => pictureDifference(difference, addresses, browser)),
    )
    await writeFileWhole(
      request.pictures,
      diffReport({ deck: after.deck, names: difference.names, same: difference.same, slides }),
    )
    return difference
  } finally {
    for (const { drop } of stages) await drop()
  }
}

const loadDiffFormats = () => Promise.all([import('./formats/diffPictures.js'), import('./formats/diffReport.js')])

async function checkNotes(request: CheckRequest, surroundings: Surroundings, use: UseBrowser): Promise<CheckJson> {
  const { bundle, drafted, ...made } = await makeBundle(request, surroundings)
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

const buildDeck = async (
  request: DeckRequest,
  surroundings: Surroundings,
  use: UseBrowser | undefined,
): Promise<BuiltDeck> => writeDeck(request, await makeBundle(request, surroundings), surroundings, use)

async function writeDeck(
  request: DeckRequest,
  made: MadeBundle,
  surroundings: Surroundings,
  use: UseBrowser | undefined,
): Promise<BuiltDeck> {
  const { signal, onStage = () => {} } = surroundings
  const { notes: file, folder } = request
  const { deck } = made.drafted
  onStage('Writing the deck')
  const facts = factsOf(made)
  const stage = await stageBundle(made.bundle, folder, facts)
  try {
    const written = await writeFormats(request, made, stage)
    const exporting =
      use && needsBrowser(request.formats) ? exportFormats(request, made, { stage, use, onStage }) : undefined
    // The browser has enough to do by itself.
    const [exported, { covered }] = await unlessStopped(signal, Promise.all([exporting, coverNotes(made.drafted)]))
    signal?.throwIfAborted()
    const replaced = await stage.commit()
    const beside = await writeBeside(request, made)
    const findings = [...made.findings, ...covered.findings, ...(exported?.findings ?? [])]
    if (exported) findings.push(...overflow(fittedDeck(deck, exported.report.slides)))
    return {
      notes: file,
      title: deck.title,
      index: join(folder, 'index.html'),
      files: [...[...(exported?.files ?? []), ...written].map((path) => join(folder, path)), ...beside],
      slides: (exported?.report ?? deck).slides.length,
      ...(replaced ? { changes: deckChanges(replaced, facts, slideNumbers(deck, exported?.report)) } : {}),
      findings: reportFindings(findings, file),
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
