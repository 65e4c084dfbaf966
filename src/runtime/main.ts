/** The page as it was loaded (a readable document) → the fitted deck, playing, as the speaker sees it, or laid out for print. */
import { openDoor } from './door.js'
import { fitSlides } from './fit/fit.js'
import { fontsArrived } from './fonts.js'
import { writeNumbers } from './numbers.js'
import { startPlayer } from './player/player.js'
import { startSpeakerView } from './player/speaker/speakerView.js'
import { announce, dropSpeakerNotes, shortenTargets } from './print.js'
import { reportOf } from './report.js'
import { readDeckData, slidesIn } from './settings.js'

async function main(): Promise<void> {
  const deck = readDeckData()
  const state = document.documentElement.classList
  await fontsArrived()
  state.add('deck', 'flat')
  // The first layout is what showing the page costs in any case; fitting is what comes on top of it.
  document.body.getBoundingClientRect()
  const started = performance.now()
  const slides = fitSlides(slidesIn(deck.root), deck)
  const took = performance.now() - started
  const asked = new URLSearchParams(location.search)
  if (asked.has('print')) {
    // Before anything is written: the page is measured as fitting left it, and need not be laid out again for that.
    const report = reportOf(slides, took)
    dropSpeakerNotes(slides)
    writeNumbers(slides)
    shortenTargets(deck.root)
    announce(report, slides)
    return
  }
  writeNumbers(slides)
  state.remove('flat')
  const talk = asked.get('speaker')
  if (talk !== null && !deck.forGuests) startSpeakerView(deck, slides, talk)
  else openDoor(await startPlayer(deck, slides))
  state.add('ready')
}

main().catch((error: unknown) => {
  // The document stays readable without us; whoever waits for the page is told why it won't come.
  document.documentElement.classList.remove('deck', 'flat')
  document.documentElement.dataset['talkback'] = 'failed'
  document.documentElement.dataset['talkbackError'] = error instanceof Error ? error.message : String(error)
  throw error
})
