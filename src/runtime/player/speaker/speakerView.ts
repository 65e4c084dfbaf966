/** The fitted deck → the speaker's own window: this slide and the next, notes, the time; it follows the slides and turns them. */
import { said, stageWords } from '../../../model/stageWords.js'
import { lastingName } from '../../lastingName.js'
import type { DeckData } from '../../settings.js'
import { hasBegun, start, turn } from '../clock.js'
import { openHelp } from '../help.js'
import { jumpByNumber } from '../jump.js'
import { type Command, leaveClickedButtons, listenToKeys } from '../keys.js'
import { speakerKeys } from '../keyTable.js'
import { openOverview } from '../overview.js'
import { planOf } from '../pace.js'
import { secondsOf, stepsOf } from '../slideFacts.js'
import { timerOf } from '../timer.js'
import { openTimes, toggled } from '../times.js'
import { openChannel } from './channel.js'
import { drawDesk } from './desk.js'
import { isStageMessage, type SpeakerMessage } from './messages.js'

/** Milliseconds between two signs of life. */
const pulse = 1000
/** Signs without an answer after which the slides have gone. Counted, not timed: a computer that slept asked nobody. */
const patience = 4

/** Takes the slides out of the page: the speaker's window shows pictures of them. */
export function startSpeakerView(deck: DeckData, slides: readonly HTMLElement[], talkNamed: string): void {
  const words = stageWords(document.documentElement.lang)
  const timer = timerOf()
  const plan = planOf(slides.map(secondsOf), deck.duration)
  let talk = talkNamed
  let at = 0
  let shown = 0
  let black = false
  let unanswered = 0
  const isAlone = (): boolean => unanswered > patience
  let edition: number | undefined
  let move = 0
  const stepsAt = (index: number): number => (slides[index] ? stepsOf(slides[index]).length : 0)
  const nameAt = (index: number): string => lastingName(slides[index])

  const channel = openChannel(
    () => (opener instanceof Object ? opener : null),
    (message) => {
      if (!isStageMessage(message) || (message.talk !== talk && !isAlone())) return
      edition ??= message.edition
      if (edition !== message.edition) location.reload()
      talk = message.talk
      unanswered = 0
      timer.adopt(message.clock)
      // They don't know yet of the last key that was pressed here.
      if (message.move < move) return
      move = message.move
      at = Math.max(
        0,
        slides.findIndex((slide) => lastingName(slide) === message.slide),
      )
      shown = message.shown
      black = message.black
      desk.show({ at, shown, black, alone: false })
    },
  )
  const tell = (more: Partial<SpeakerMessage> = {}): void => {
    const message: SpeakerMessage = {
      talkback: 'speaker',
      talk: isAlone() ? '' : talk,
      clock: timer.clock(),
      move,
      ...more,
    }
    channel.send(message)
  }
  /** Without slides at the other end, the view turns its own pages: for a rehearsal that is enough. */
  const go = (to: number, steps = 0): void => {
    const index = Math.min(Math.max(to, 0), slides.length - 1)
    const clock = timer.clock()
    const begins = index !== at && !hasBegun(clock)
    timer.change(begins ? start(clock, nameAt(index), Date.now()) : turn(clock, nameAt(index), Date.now()))
    at = index
    shown = steps
    move++
    // Where to, not how far: the message may come twice.
    tell({ slide: nameAt(index), shown })
    show()
  }
  const show = (): void => desk.show({ at, shown, black, alone: isAlone() })
  const lighten = (): void => {
    black = false
    move++
    tell({ black })
    show()
  }
  /** As the slides do it: step by step, and from black first back to the slide that was left. */
  const forward = (): void => {
    if (black) lighten()
    else if (shown < stepsAt(at)) go(at, shown + 1)
    else if (at + 1 < slides.length) go(at + 1)
  }
  const backward = (): void => {
    if (black) lighten()
    else if (shown > 0) go(at, shown - 1)
    else if (at > 0) go(at - 1, stepsAt(at - 1))
  }
  const darken = (): void => {
    move++
    tell({ black: !black })
  }
  const times = (): void => openTimes({ slides, plan, timer, words, current: () => nameAt(at) })
  const overview = (): void => openOverview({ slides, at, canvas: deck.width, words, go })

  const desk = drawDesk({
    deck,
    slides,
    plan,
    timer,
    words,
    forward,
    toggleClock: () => timer.change(toggled(timer.clock(), nameAt(at))),
    times,
  })
  document.title = said('{view}: {title}', { view: words.speaker, title: document.title })
  deck.root.replaceChildren(desk.element)
  show()
  timer.onChange(() => tell())
  setInterval(() => {
    unanswered++
    tell()
    show()
  }, pulse)
  window.addEventListener('pagehide', () => tell({ gone: true }))

  const commands: readonly Command[] = [
    ...jumpByNumber({ words, count: () => slides.length, go }),
    { keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'n'], repeats: true, run: forward },
    { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'p'], repeats: true, run: backward },
    { keys: ['shift+ArrowDown'], repeats: true, run: () => desk.scrollNotes(1) },
    { keys: ['shift+ArrowUp'], repeats: true, run: () => desk.scrollNotes(-1) },
    { keys: ['Home'], run: () => go(0) },
    { keys: ['End'], run: () => go(slides.length - 1) },
    { keys: ['b', '.'], run: darken },
    { keys: ['o'], run: overview },
    { keys: ['r'], run: times },
    { keys: ['+', '='], run: () => desk.sizeNotes(1) },
    { keys: ['-'], run: () => desk.sizeNotes(-1) },
    { keys: ['?', 'F1'], run: () => openHelp(words, speakerKeys(words)) },
    // The clicker's «start» would load the page anew.
    { keys: ['F5', 'shift+F5'], run: () => true },
  ]
  listenToKeys(commands)
  leaveClickedButtons()
}
