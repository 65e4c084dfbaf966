/** Requests for decks → the same again, each when something that its deck is made from has changed, one at a time. */
import { type Watch, type Watchable, type WatchPace, watchFiles } from '../io/watch/watch.js'
import { newAmong, type WatchedFiles, watchable } from '../io/watch/watchedFiles.js'
import type { NotesRequest } from './requests.js'
import { sourcesOf, templatePlaces } from './sources.js'

export interface Changing<Request> {
  /** All of them at first; then those that have to be made again, until the signal says that it is enough. */
  requests(): AsyncGenerator<Request>
  /**
   * One that was dropped while it was made is not watched any more.
   * @returns whether nobody has watched some of these until now: what was read of them may be older than what is there
   */
  follow(request: Request, sources: WatchedFiles): Promise<boolean>
  /** It could not be made from what is there: its template may still come. */
  followFault(request: Request): Promise<void>
  /** One more, which has to be made. */
  add(request: Request): void
  /** Nobody wants that one any more. */
  drop(request: Request): void
  close(): void
}

/** A build takes longer than a save in several steps: it waits until that is through. */
const pace: WatchPace = { quiet: 60, patience: 1000 }

/** @param openWatch the system's, unless a test plays another one */
export function changingRequests<Request extends NotesRequest>(
  all: readonly Request[],
  signal: AbortSignal | undefined,
  openWatch: typeof watchFiles = watchFiles,
): Changing<Request> {
  /** In the order in which they changed. */
  const due = new Set<Request>(all)
  let wake = (): void => {}
  const watches = new Map<Request, Watch>()
  const followed = new Map<Request, Watchable>()
  const dropped = new WeakSet<Request>()
  signal?.addEventListener('abort', () => wake(), { once: true })

  function touch(request: Request): void {
    if (dropped.has(request)) return
    due.add(request)
    wake()
  }

  async function follow(request: Request, wanted: Watchable): Promise<void> {
    // Nobody would close its watch.
    if (dropped.has(request)) return
    const watch = watches.get(request) ?? openWatch(() => touch(request), pace)
    watches.set(request, watch)
    if (JSON.stringify(wanted) === JSON.stringify(followed.get(request))) return
    followed.set(request, wanted)
    await watch.follow(wanted)
  }

  const begin = (request: Request): Promise<void> => follow(request, watchable(sourcesOf(request, undefined, [])))

  return {
    add(request) {
      dropped.delete(request)
      touch(request)
    },
    drop(request) {
      due.delete(request)
      dropped.add(request)
      watches.get(request)?.close()
      watches.delete(request)
      followed.delete(request)
    },
    async *requests() {
      for (const request of all) await begin(request)
      while (!signal?.aborted) {
        const [request] = due
        if (request === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        } else {
          // Before it is made: what changes from now on makes it due once more.
          due.delete(request)
          if (!followed.has(request)) await begin(request)
          yield request
        }
      }
    },
    async follow(request, sources) {
      const [before, wanted] = [followed.get(request), watchable(sources)]
      await follow(request, wanted)
      return !dropped.has(request) && newAmong(wanted, before).length > 0
    },
    async followFault(request) {
      const { files = [], folders = [] } = followed.get(request) ?? {}
      await follow(request, { files, folders: [...new Set([...folders, ...(await templatePlaces(request))])] })
    },
    close() {
      for (const watch of watches.values()) watch.close()
    },
  }
}
