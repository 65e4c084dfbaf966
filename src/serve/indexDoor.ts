/** Several served decks → the page that lists them, and word to those who look at it when one has changed. */
import type { LiveRole } from '../model/live.js'
import { htmlAnswer, plainAnswer, redirection } from './answer.js'
import { type DeckCard, deckCard } from './deckCard.js'
import type { DeckDoor } from './deckDoor.js'
import type { Door } from './door.js'
import { indexPage } from './indexPage.js'
import { openRoom } from './room.js'

const SOCKET = '-/socket'

export interface IndexDoor extends Door {
  /** Something is new about a deck. */
  renew(name: string): void
  /** Decks have come or gone. */
  changed(): void
}

/** @param doors of the decks that are listed, by their names, those to come as well */
export function openIndexDoor(doors: ReadonlyMap<string, DeckDoor>, script: string): IndexDoor {
  const room = openRoom(
    (page) => page.tell({ kind: 'decks' }),
    () => {},
  )
  /** Deck → what pages have been shown of it, as text. */
  const told = new Map<string, string>()

  const cards = (role: LiveRole): readonly DeckCard[] =>
    [...doors].map(([name, { session }]) => deckCard(name, session, role))
  const textOf = (card: DeckCard): string => JSON.stringify(card)

  return {
    socket: SOCKET,
    answer(path, role, host) {
      if (path !== '') return undefined
      const [only, ...others] = doors.keys()
      // A list of one is only in the way.
      if (only !== undefined && others.length === 0) return redirection(`${encodeURIComponent(only)}/`)
      // The first page shows it; later changes have to be told to that one as well.
      for (const card of cards('author')) if (!told.has(card.name)) told.set(card.name, textOf(card))
      return htmlAnswer(indexPage(cards(role), { socket: SOCKET, host, role, script }))
    },
    order: () => plainAnswer(404, 'Nothing can be ordered here.'),
    admit(request, socket, head, role) {
      if (role === undefined) room.turnAway(request, socket, head)
      else room.admit(request, socket, head, role)
    },
    renew(name) {
      const door = doors.get(name)
      if (door === undefined) return
      const now = textOf(deckCard(name, door.session, 'author'))
      if (told.get(name) === now) return
      told.set(name, now)
      room.tell({ kind: 'decks' })
    },
    changed: () => room.tell({ kind: 'decks' }),
    close: () => room.close(),
  }
}
