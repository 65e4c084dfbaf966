/** The fitted deck → the speaker's own window: this slide and the next, notes, the time; it follows the slides and turns them. */
import { said, stageWords } from '../../../model/stageWords.js'
import type { DeckData } from '../../settings.js'
import { hasBegun, reset, start, turn } from '../clock.js'
import { openHelp } from '../help.js'
import { type Command, listenToKeys } from '../keys.js'
import { openOverview } from '../overview.js'
import { planOf } from '../pace.js'
import { secondsOf } from '../slideFacts.js'
import { timerOf } from '../timer.js'
import { openTimes, toggled } from '../times.js'
import { openChannel } from './channel.js'
import { drawDesk } from './desk.js'
import { isStageMessage, type SpeakerMessage } from './messages.js'

/** Milliseconds between two signs of life, and after which the slides have gone when they don't answer. */
const pulse = 1000
const silence = 4000

/** Takes the slides out of the page: the speaker's window shows pictures of them. */
export function startSpeakerView(deck: DeckData, slides: readonly HTMLElement[], talkNamed: string): void {
  const words = stageWords(document.documentElement.lang)
  const timer = timerOf()
  const plan = planOf(slides.map(secondsOf), deck.duration)
  let talk = talkNamed
  let at = 0
  let black = false
  let heard = Date.now()
  let edition: number | undefined
  const idAt = (index: number): string => slides[index]?.id ?? ''

  const channel = openChannel(
    () => (opener instanceof Object ? opener : null),
    (message) => {
      const lonely = Date.now() - heard > silence
      if (!isStageMessage(message) || (message.talk !== talk && !lonely)) return
      edition ??= message.edition
      if (edition !== message.edition) location.reload()
      talk = message.talk
      heard = Date.now()
      timer.adopt(message.clock)
      at = Math.max(
        0,
        slides.findIndex(({ id }) => id === message.slide),
      )
      black = message.black
      desk.show({ at, black, alone: false })
    },
  )
  const tell = (more: Partial<SpeakerMessage> = {}): void => {
    const lonely = Date.now() - heard > silence
    const message: SpeakerMessage = { talkback: 'speaker', talk: lonely ? '' : talk, clock: timer.clock(), ...more }
    channel.send(message)
  }
  /** Without slides at the other end, the view turns its own pages: for a rehearsal that is enough. */
  const go = (to: number): void => {
    const index = Math.min(Math.max(to, 0), slides.length - 1)
    const clock = timer.clock()
    const begins = index !== at && !hasBegun(clock)
    timer.change(begins ? start(clock, idAt(index), Date.now()) : turn(clock, idAt(index), Date.now()))
    at = index
    tell({ slide: idAt(index) })
    desk.show({ at, black, alone: Date.now() - heard > silence })
  }
  const darken = (): void => tell({ black: !black })
  const times = (): void => openTimes({ slides, plan, timer, words, current: () => idAt(at) })
  const overview = (): void => openOverview({ slides, at, canvas: deck.width, words, go })

  const desk = drawDesk({
    deck,
    slides,
    plan,
    timer,
    words,
    go: (step) => go(at + step),
    toggleClock: () => timer.change(toggled(timer.clock(), idAt(at))),
    resetClock: () => timer.change(reset(Date.now())),
    times,
  })
  document.title = said('{view}: {title}', { view: words.speaker, title: document.title })
  deck.root.replaceChildren(desk.element)
  desk.show({ at, black, alone: false })
  timer.onChange(() => tell())
  setInterval(() => {
    tell()
    desk.show({ at, black, alone: Date.now() - heard > silence })
  }, pulse)
  window.addEventListener('pagehide', () => tell({ gone: true }))

  const commands: readonly Command[] = [
    { keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'n'], run: () => go(at + 1) },
    { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'p'], run: () => go(at - 1) },
    { keys: ['Home'], run: () => go(0) },
    { keys: ['End'], run: () => go(slides.length - 1) },
    { keys: ['b', '.'], run: darken },
    { keys: ['o'], run: overview },
    { keys: ['r'], run: times },
    { keys: ['+', '='], run: () => desk.sizeNotes(1) },
    { keys: ['-'], run: () => desk.sizeNotes(-1) },
    { keys: ['?', 'F1'], run: () => openHelp(words) },
    // The clicker's «start» would load the page anew.
    { keys: ['F5'], run: () => true },
  ]
  listenToKeys(commands)
}
