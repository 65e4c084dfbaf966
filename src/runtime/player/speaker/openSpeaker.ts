/** The slides' side of the speaker view: opens its window, tells it where the slides stand, does what it says. */
import { lastingName } from '../../lastingName.js'
import { hasBegun, start, turn } from '../clock.js'
import { button, make } from '../dom.js'
import type { Stage } from '../stage.js'
import type { Timer } from '../timer.js'
import { openChannel } from './channel.js'
import { isSpeakerMessage, type SpeakerMessage, type StageMessage } from './messages.js'
import { talkOfThisWindow } from './talk.js'

/** Milliseconds after which a view that says nothing has gone. It says something every second. */
const silence = 4000

/** Milliseconds that a window may take to open and fit its slides. */
const patience = 5000

export interface SpeakerDoor {
  open(): void
  /** Whether a speaker view is there. */
  connected(): boolean
}

export function speakerDoor(stage: Stage, timer: Timer): SpeakerDoor {
  const talk = talkOfThisWindow()
  let view: Window | null = null
  let heard = 0
  let edition = 0
  let moved = 0
  const connected = (): boolean => Date.now() - heard < silence

  const channel = openChannel(
    () => view,
    (message, from) => {
      if (!isSpeakerMessage(message) || (message.talk !== talk.name() && message.talk !== '')) return
      // One that is only loaded anew says so at once.
      view = message.gone === true ? null : (from ?? view)
      obey(message)
      if (message.gone !== true) tell()
    },
  )
  const tell = (): void => {
    const slide = lastingName(stage.current())
    const shown = stage.current()?.querySelectorAll('.fragment.visible').length ?? 0
    const black = stage.reveal.isPaused()
    const state: StageMessage = {
      talkback: 'stage',
      talk: talk.name(),
      slide,
      shown,
      black,
      clock: timer.clock(),
      edition,
      move: moved,
    }
    channel.send(state)
  }
  const obey = ({ slide, shown, black, clock, gone, move }: SpeakerMessage): void => {
    heard = gone === true ? 0 : Date.now()
    document.querySelector('.offer')?.remove()
    timer.adopt(clock)
    if (move <= moved) return
    const index = stage.slides().findIndex((each) => lastingName(each) === slide)
    if (index >= 0) stage.go(index, shown)
    if (black !== undefined) stage.reveal.togglePause(black)
    // Done only now: what is told on the way there is not yet the place.
    moved = move
  }

  stage.onSlides(() => {
    edition++
  })
  let first = true
  stage.onMove(() => {
    const name = lastingName(stage.current())
    const clock = timer.clock()
    // The talk begins when the speaker turns the first page; what went before was waiting.
    const begins = !first && connected() && !hasBegun(clock)
    timer.change(begins ? start(clock, name, Date.now()) : turn(clock, name, Date.now()))
    first = false
    tell()
  })
  timer.onChange(tell)
  for (const change of ['paused', 'resumed', 'fragmentshown', 'fragmenthidden']) stage.reveal.on(change, tell)

  const open = (): void => {
    if (view && !view.closed) {
      view.focus()
      return
    }
    view = window.open(addressOf(talk.name()), nameOf(talk.name()), 'popup,width=1180,height=800')
    // Some browsers block it and say nothing; or there is no deck any more where this one came from.
    const late = (): void => {
      if (!connected()) offer(stage, talk.name())
    }
    if (view) setTimeout(late, patience)
    else offer(stage, talk.name())
  }
  return { open, connected }
}

/** The same document, to be shown as the speaker's: so it is there wherever the deck is, one file or many. */
function addressOf(talk: string): string {
  const address = new URL(location.href)
  address.search = `?speaker=${talk}`
  address.hash = ''
  return address.href
}

const nameOf = (talk: string): string => `talkback-${talk}`

/** Most often the browser let no window open. What a link opens, it lets. */
function offer(stage: Stage, talk: string): void {
  const { words } = stage
  const link = make('a', { href: addressOf(talk), target: nameOf(talk), rel: 'opener' }, words.speaker)
  const bar = make('div', { class: 'stage-toast offer', role: 'alert' }, words.unopened, link)
  bar.append(button(words.close, () => bar.remove(), '×'))
  link.addEventListener('click', () => bar.remove())
  document.querySelector('.offer')?.remove()
  document.body.append(bar)
}
