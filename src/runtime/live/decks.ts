/** The list of decks → one that keeps up with them: what a newer version of the page says otherwise is taken over, in its place. */
import { liveWords } from '../../model/liveWords.js'
import { openLine } from './socket.js'

/** Milliseconds after which a new picture is shown in any case. */
const PATIENCE = 4000

function follow(address: string): void {
  const words = liveWords(document.documentElement.lang)
  const gone = document.querySelector('.gone')
  let working = false
  let again = false

  async function renew(): Promise<void> {
    again = working
    if (working) return
    working = true
    // The server may go in the middle of an answer.
    await takeOver().catch(() => {})
    working = false
    // Something has changed in the meantime: what was read may be older than that.
    if (again) await renew()
  }

  openLine(
    address,
    (message) => {
      if (message.kind === 'reload') location.reload()
      if (message.kind === 'decks') void renew()
    },
    (connected) => gone?.replaceChildren(connected ? '' : words.serverGone),
    () => location.reload(),
  )
}

/** The links stay the same elements: whoever has one in focus keeps it. */
async function takeOver(): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined)
  // Gone: the line is told as well, and once the server is back everything is loaded anew.
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // The words of the page itself are in another language now.
  if (page.documentElement.lang !== document.documentElement.lang) return location.reload()
  takeOverDecks(page)
  for (const fresh of page.querySelectorAll<HTMLElement>('[data-name]')) {
    const old = document.querySelector<HTMLElement>(placeOf(fresh))
    if (!old) continue
    const { picture } = fresh.dataset
    if (picture !== undefined) {
      // Its shape.
      old.style.cssText = fresh.style.cssText
      showPicture(old, picture)
    } else if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes)
  }
}

/** Decks that are new come in, those that are gone go; where the order stays, nothing is moved. */
function takeOverDecks(page: Document): void {
  const list = document.querySelector('ul')
  if (!list) return
  const known = new Map(decksIn(document).map((deck) => [deck.dataset['deck'], deck]))
  const wanted = decksIn(page).map((fresh) => {
    const deck = known.get(fresh.dataset['deck'])
    if (!deck) return document.importNode(fresh, true)
    // What its title is drawn by.
    deck.style.cssText = fresh.style.cssText
    return deck
  })
  for (const [, deck] of known) if (!wanted.includes(deck)) deck.remove()
  wanted.forEach((deck, index) => {
    if (list.children[index] !== deck) list.insertBefore(deck, list.children[index] ?? null)
  })
}

const decksIn = (page: Document): readonly HTMLElement[] => [...page.querySelectorAll<HTMLElement>('li[data-deck]')]

/** The same thing of the same deck. */
function placeOf(element: HTMLElement): string {
  const deck = element.closest<HTMLElement>('li[data-deck]')?.dataset['deck']
  const own = `[data-name="${element.dataset['name']}"]`
  return deck === undefined ? own : `li[data-deck="${CSS.escape(deck)}"] ${own}`
}

/** The old picture stays until the new one is drawn. */
function showPicture(place: HTMLElement, address: string): void {
  if (place.dataset['picture'] === address) return
  place.dataset['picture'] = address
  const [old, ...late] = place.querySelectorAll('iframe')
  for (const frame of late) frame.remove()
  const next = old?.cloneNode()
  if (!(next instanceof HTMLIFrameElement)) return
  next.src = address
  next.classList.add('coming')
  const change = (): void => {
    if (!next.isConnected) return
    next.classList.remove('coming')
    old?.remove()
  }
  next.addEventListener('drawn', change, { once: true })
  next.addEventListener('load', () => setTimeout(change, PATIENCE), { once: true })
  place.append(next)
}

const { socket } = document.body.dataset
if (socket) follow(socket)
