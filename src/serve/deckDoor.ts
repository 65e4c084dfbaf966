/** One deck of the server: its files to look up, its pages in a room, its session behind them, its notes watched. */
import type { IncomingMessage } from 'node:http'
import type { LiveScripts } from '../io/readRuntime.js'
import { type Watchable, watchFiles } from '../io/watch/watch.js'
import { newAmong, watchable } from '../io/watch/watchedFiles.js'
import type { LiveData, LiveMessage, LiveRole, PageMessage } from '../model/live.js'
import { liveWords } from '../model/liveWords.js'
import { type Answer, fileAnswer, htmlAnswer, plainAnswer, typeOf } from './answer.js'
import type { Door } from './door.js'
import { EXPORTS, openExportDesk, readKinds } from './exportDesk.js'
import { forGuests } from './forGuests.js'
import { isAtHome } from './guard.js'
import { CARD, cardPage, firstSlides, livePage } from './livePage.js'
import { openRoom, type Page } from './room.js'
import { Session, type Shown, styleAddress } from './session.js'
import type { LiveSource, MakeExports } from './source.js'
import { talkClock } from './talkClock.js'

export interface DeckOptions {
  /** Path of the notes as the user gave it. */
  readonly notes: string
  readonly source: LiveSource
  /** Makes files of it; absent: nobody can order any. */
  readonly make?: MakeExports | undefined
  /** Sends pages to the slide that was edited. */
  readonly follow: boolean
  /** Pages go where one of them goes. */
  readonly sync: boolean
  readonly scripts: LiveScripts
  /** Opens the editor; gives a sentence to show when that is not possible. */
  readonly edit: (file: string, line: number) => Promise<string | undefined>
  /** Called whenever the deck was made anew, or could not be. */
  readonly onRound: (session: Session) => void
}

export interface DeckDoor extends Door {
  readonly session: Session
  /** How many pages show it. */
  pages(): number
}

const SOCKET = 'live/socket'

/** What tells of files on the author's disk. */
const forAuthors: readonly LiveMessage['kind'][] = ['findings', 'export', 'say']
const isAuthor = ({ role }: Page): boolean => role === 'author'
const isGuest = ({ role }: Page): boolean => role === 'guest'

/** @throws UserError when the deck can't be made for the first time */
export async function openDeckDoor(options: DeckOptions): Promise<DeckDoor> {
  const { source, follow, sync, scripts, notes, make } = options
  const rounds = new WeakMap<IncomingMessage, number>()
  const room = openRoom(welcome, (message, page) => void hear(message, page))
  const session = new Session(source, { notes, follow, tell }, renew)
  const desk = make && openExportDesk(make, (state) => tell({ kind: 'export', export: state }))
  const clock = talkClock()
  const watch = watchFiles((paths) => session.touch(paths))
  let watched: Watchable | undefined
  // Pages that are still loading may ask for files of the round before.
  let shown: Shown | undefined
  let before: Shown | undefined

  try {
    await session.open()
    shown = session.shown
    await followFiles()
  } catch (error) {
    close()
    throw error
  }

  function tell(message: LiveMessage): void {
    if (forAuthors.includes(message.kind)) room.tell(message, isAuthor)
    else if (message.kind !== 'deck') room.tell(message)
    else {
      room.tell(message, (page) => !isGuest(page))
      const changes = message.changes.map((change) => ({ ...change, made: change.made.map(forGuests) }))
      room.tell({ ...message, changes }, isGuest)
    }
  }

  function renew(): void {
    if (session.shown.files !== shown?.files) [before, shown] = [shown, session.shown]
    void followFiles()
    options.onRound(session)
  }

  /** After an edit other files may count. */
  async function followFiles(): Promise<void> {
    const [before, wanted] = [watched, watchable(source.watched())]
    if (JSON.stringify(wanted) === JSON.stringify(before)) return
    watched = wanted
    await watch.follow(wanted)
    // Nobody watched these while they were read.
    const fresh = newAmong(wanted, before)
    if (fresh.length > 0) session.touch(new Set(fresh))
  }

  function welcome(page: Page, request: IncomingMessage): void {
    // Between loading and listening, something has changed.
    if (rounds.get(request) !== session.shown.round) page.tell({ kind: 'reload' })
    if (isAuthor(page)) {
      if (session.state.findings.length > 0) page.tell({ kind: 'findings', ...session.state })
      if (desk?.latest) page.tell({ kind: 'export', export: desk.latest })
    }
    if (sync && session.stand) page.tell({ kind: 'stand', ...session.stand })
    const now = clock.now()
    if (now && page.role !== 'guest') page.tell({ kind: 'clock', ...now })
  }

  async function hear(message: PageMessage, page: Page): Promise<void> {
    if (message.kind === 'stand' || message.kind === 'here') {
      const { kind, place, shown, black } = message
      if (!sync || page.role === 'guest' || (kind === 'here' && session.stand !== undefined)) return
      session.stand = { place, shown, black }
      room.tell({ kind: 'stand', ...session.stand }, (other) => other !== page)
      return
    }
    if (message.kind === 'clock' || message.kind === 'clock-here') {
      const { kind, elapsed, running } = message
      if (!sync || page.role === 'guest' || (kind === 'clock-here' && clock.now() !== undefined)) return
      clock.set({ elapsed, running })
      room.tell({ kind: 'clock', elapsed, running }, (other) => other !== page && other.role !== 'guest')
      return
    }
    if (!isAuthor(page)) return
    const spot = message.kind === 'edit-slide' ? spotOf(message.key) : session.state.findings[message.index]
    if (spot === undefined) return
    const reason = await options.edit(spot.file, spot.line)
    if (reason !== undefined) page.tell({ kind: 'say', text: reason })
  }

  /** What the deck makes by itself comes from the head of the notes. */
  const spotOf = (key: string) => session.spotOf(key) ?? { file: notes, line: 1 }

  function page(role: LiveRole, host: string): Answer {
    const { round, style, slides, page: write } = session.shown
    const socket = `${SOCKET}?round=${round}`
    const exports = desk !== undefined && role === 'author' ? { exports: EXPORTS } : {}
    const data: LiveData = { socket, round, role, sync, atHome: isAtHome(host), ...exports }
    const html = write(role === 'guest' ? slides.map(forGuests) : slides)
    const code = { script: scripts.live, style: styleAddress(style), origins: [`ws://${host}`] }
    return htmlAnswer(livePage(html, data, code))
  }

  function card(): Answer {
    const { slides, style, page: write } = session.shown
    return htmlAnswer(cardPage(write(firstSlides(slides).map(forGuests), scripts.card), styleAddress(style)))
  }

  function close(): void {
    session.close()
    watch.close()
    room.close()
  }

  return {
    session,
    socket: SOCKET,
    pages: () => room.size,
    answer(path, role, host) {
      if (path === '' || path === 'index.html') return page(role, host)
      if (path === 'assets/deck.css') return { status: 200, type: typeOf(path), content: session.shown.css }
      if (path === CARD) return card()
      if (path.startsWith(`${EXPORTS}/`))
        return role === 'author' ? desk?.answer(path.slice(EXPORTS.length + 1)) : undefined
      return fileAnswer(path, session.shown.files, before?.files)
    },
    order(path, query) {
      if (desk === undefined || path !== EXPORTS) return plainAnswer(404, 'Nothing can be ordered here.')
      const kinds = readKinds(query.get('kinds'))
      if (kinds === undefined) return plainAnswer(400, 'That can not be made of a deck.')
      // What would be made is not what is on screen.
      const words = liveWords(session.shown.lang)
      if (session.state.broken) return plainAnswer(409, words.mendFirst)
      return desk.order(kinds) ? plainAnswer(202, 'It is being made.') : plainAnswer(409, words.busy)
    },
    admit(request, socket, head, role, round) {
      rounds.set(request, round)
      if (role === undefined) room.turnAway(request, socket, head)
      else room.admit(request, socket, head, role)
    },
    close,
  }
}
