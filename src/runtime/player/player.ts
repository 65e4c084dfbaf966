/** Fitted slides → a running presentation: reveal.js turns the pages, the files beside this one do everything else on stage. */
import Reveal from 'reveal.js'
import { stageWords } from '../../model/stageWords.js'
import { lastingName } from '../lastingName.js'
import type { DeckData } from '../settings.js'
import { keepAddress, mendAddress, recallPlace } from './address.js'
import { announceSlides } from './announce.js'
import { colourAround } from './around.js'
import { lightCode } from './codeSteps.js'
import { dialogIsOpen } from './dialog.js'
import { button } from './dom.js'
import { fillWindow } from './fill.js'
import { openHelp } from './help.js'
import { drawAndPoint } from './ink.js'
import { jumpByNumber } from './jump.js'
import { type Command, isForStage, leaveClickedButtons, listenToKeys } from './keys.js'
import { stageKeys } from './keyTable.js'
import { openLinks } from './links.js'
import { openOverview } from './overview.js'
import { planOf } from './pace.js'
import { openForPrint } from './printing.js'
import { showProgress } from './progress.js'
import { hideRestingMouse } from './rest.js'
import { searchSlides } from './search/search.js'
import { secondsOf } from './slideFacts.js'
import { speakerDoor } from './speaker/openSpeaker.js'
import { type Stage, stageOf } from './stage.js'
import { timerOf } from './timer.js'
import { openTimes } from './times.js'
import { keepAwake } from './wakeLock.js'
import { zoomInto } from './zoom/zoom.js'

export async function startPlayer(deck: DeckData, slides: readonly HTMLElement[]): Promise<Stage> {
  if (deck.stacks) stackSections(slides)
  deck.root.classList.add('reveal')
  const reveal = new Reveal(deck.root, {
    width: deck.width,
    height: deck.height,
    margin: 0,
    minScale: 0.05,
    maxScale: 8,
    center: false,
    // Ours tells jumps from turns, and writes before the page is left.
    hash: false,
    progress: false,
    slideNumber: false,
    controlsTutorial: false,
    // At the edges: in the corner the arrows would cover the page number.
    controlsLayout: 'edges',
    transition: 'none',
    // Ours hides it over links too, and the arrows with it.
    hideInactiveCursor: false,
    // Phones get the same slides, turned or zoomed, not reveal's scrolling page: ours are fitted to the canvas.
    scrollActivationWidth: 0,
    // Ours find Chinese, speak its language, and show slides in rows.
    overview: false,
    help: false,
    jumpToSlide: false,
    keyboardCondition: (event: KeyboardEvent) => !dialogIsOpen() && isForStage(event),
  })
  const mend = (): void => mendAddress([...deck.root.querySelectorAll<HTMLElement>('section.slide')])
  recallPlace()
  mend()
  // Heard before reveal.js hears it: Back may lead to a slide that an edit has taken away since.
  addEventListener('hashchange', mend)
  await reveal.initialize()
  const words = stageWords(document.documentElement.lang)
  const stage = stageOf({ deck, reveal, words, timer: timerOf(), address: keepAddress(reveal) }, slides)
  stage.onMove(stage.address.moved)
  announceSlides(stage)
  lightCode(stage)
  fillWindow(deck)
  colourAround(stage)
  hideRestingMouse()
  openLinks(stage)
  openForPrint(stage)
  showProgress(stage)
  const overview = (): void =>
    openOverview({ slides: stage.slides(), at: stage.at(), canvas: deck.width, words, go: stage.jump })
  listenToKeys(commandsOf(stage, overview))
  leaveClickedButtons()
  // For fingers, which have no keys; elsewhere the style sheet hides it.
  const rows = button(words.overview, overview, '')
  rows.classList.add('touch-overview')
  deck.root.append(rows)
  return stage
}

/** In the order in which they are asked: Escape closes what was opened last on top of the slide. */
function commandsOf(stage: Stage, overview: () => void): readonly Command[] {
  const { deck, words, reveal, timer } = stage
  const speaker = speakerDoor(stage, timer)
  stage.onMove(keepAwake(() => document.fullscreenElement !== null || speaker.connected()))
  const enlarge = (): void => void document.documentElement.requestFullscreen?.().catch(() => {})
  const fillScreen = (): void => void (document.fullscreenElement ? document.exitFullscreen() : enlarge())
  const times = (): void => {
    const slides = stage.slides()
    const plan = planOf(slides.map(secondsOf), deck.duration)
    openTimes({ slides, plan, timer, words, current: () => lastingName(stage.current()) })
  }
  return [
    // From a black screen, the key that would turn the page brings back the one that was left.
    { keys: [...turning, 'Escape'], repeats: true, run: () => reveal.isPaused() && reveal.togglePause(false) },
    ...searchSlides(stage),
    ...jumpByNumber({ words, count: () => stage.slides().length, go: stage.jump }),
    ...drawAndPoint(stage),
    ...zoomInto(stage),
    { keys: ['Home'], run: () => stage.jump(0) },
    { keys: ['End'], run: () => stage.jump(stage.slides().length - 1) },
    { keys: ['o'], run: overview },
    ...(stage.deck.forGuests ? [] : [{ keys: ['s'], run: speaker.open }]),
    { keys: ['r'], run: times },
    { keys: ['?', 'F1'], run: () => openHelp(words, stageKeys(words, stage.addedKeys, !stage.deck.forGuests)) },
    { keys: ['b', '.'], run: () => reveal.togglePause() },
    { keys: ['f'], run: fillScreen },
    // The «start» of a clicker, also in the middle of a talk; a browser would load the page anew.
    { keys: ['F5', 'shift+F5'], run: enlarge },
  ]
}

const turning = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', ' ', 'Home', 'End', 'n', 'p']

/** A vertical stack per section, for those who like reveal.js's two dimensions. */
function stackSections(slides: readonly HTMLElement[]): void {
  let stack: HTMLElement | undefined
  let current: string | undefined
  for (const slide of slides) {
    const section = slide.dataset['section']
    if (section === undefined) continue
    if (!stack || section !== current) {
      stack = document.createElement('section')
      slide.before(stack)
      current = section
    }
    stack.append(slide)
  }
}
