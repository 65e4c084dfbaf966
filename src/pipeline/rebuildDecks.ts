/** Requests → decks, and each again whenever something that it is made from has changed. */
import type { UseBrowser } from '../browser/keepBrowser.js'
import { reportFindings } from '../check/report.js'
import { exitCode, UserError } from '../errors.js'
import { standAgain } from '../io/standAgain.js'
import type { FindingReport } from '../model/finding.js'
import { writeDeck } from '../pipeline.js'
import { inBrowser } from './browsers.js'
import { type Changing, changingRequests } from './changing.js'
import { type MadeBundle, makeBundle } from './makeBundle.js'
import { isBroken } from './planNotes.js'
import type { BuiltDeck, DeckRequest, Surroundings } from './requests.js'
import { sourcesOf } from './sources.js'

export type MoreOrLess = Pick<Changing<DeckRequest>, 'add' | 'drop'>

export type RebuiltDeck =
  | { readonly state: 'built'; readonly notes: string; readonly deck: BuiltDeck }
  /** The notes are so wrong that the deck of before stays. */
  | { readonly state: 'broken'; readonly notes: string; readonly findings: readonly FindingReport[] }
  /** It can't be made: something is missing or can't be read. */
  | { readonly state: 'fault'; readonly notes: string; readonly fault: UserError }

/**
 * Makes all decks, and each again whenever something that it is made from has changed, until the signal says that it is
 * enough. What can't be made is told, and its last deck stays. One browser for all of it, warm between two builds.
 * @param alongside adds requests to these, and drops some, until its signal says that it is enough
 * @throws UserError (exit 3) at the first deck when there is no browser to make it with; whatever `alongside` fails with
 */
export async function* rebuildDecks(
  requests: readonly DeckRequest[],
  surroundings: Surroundings,
  alongside: (changing: MoreOrLess, signal: AbortSignal) => Promise<void> = async () => {},
): AsyncGenerator<RebuiltDeck> {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(surroundings.signal ? [surroundings.signal] : [])])
  const changing = changingRequests(requests, signal)
  const changes = alongside(changing, signal)
  // Without it nobody would hear of more requests: it ends all of this, and is told at the end.
  changes.catch(() => stop.abort())
  const built = new Set<DeckRequest>()
  const makeWatched = async (request: DeckRequest, use: UseBrowser): Promise<MadeBundle> => {
    let made = await makeBundle(request, surroundings, use)
    // Only what is read while it is watched is sure to be what is there: no clock, and no disk's, has to be right for that.
    for (let again = 0; again < 3; again++) {
      const isNews = await changing.follow(
        request,
        sourcesOf(request, made.drafted, made.pictures.keys(), made.drafted.source),
      )
      if (!isNews) break
      made = await makeBundle(request, { ...surroundings, onStage: () => {} }, use)
    }
    return made
  }
  const rebuild = async (request: DeckRequest, use: UseBrowser): Promise<RebuiltDeck> => {
    const { notes } = request
    standAgain()
    try {
      const made = await makeWatched(request, use)
      if (built.has(request) && isBroken(made.drafted.deck))
        return { state: 'broken', notes, findings: reportFindings(made.findings, notes, made.drafted.deck.parts) }
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
    stop.abort()
    await changes.finally(() => changing.close())
  }
}
