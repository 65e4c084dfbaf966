/** The list of decks → one that keeps up with them: what a newer version of the page says otherwise is taken over, in its place. */
import { openLine } from './socket.js'

/** Milliseconds after which a new picture is shown in any case. */
const PATIENCE = 4000

function follow(address: string): void {
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
    (connected) => gone?.replaceChildren(connected ? '' : 'The server is gone; this page waits for it.'),
    () => location.reload(),
  )
}

/** The links stay the same elements: whoever has one in focus keeps it. */
async function takeOver(): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined)
  // Gone: the line is told as well, and once the server is back everything is loaded anew.
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const fresh of page.querySelectorAll<HTMLElement>('[id]')) {
    const old = document.getElementById(fresh.id)
    if (!old) continue
    const { picture } = fresh.dataset
    if (picture !== undefined) {
      // Its shape.
      old.style.cssText = fresh.style.cssText
      showPicture(old, picture)
    } else if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes)
  }
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
