/** Fitted slides → a running presentation: reveal.js with keyboard, touch, overview, speaker view, search and zoom. */
import Reveal from 'reveal.js'
import Notes from 'reveal.js/plugin/notes'
import Search from 'reveal.js/plugin/search'
import Zoom from 'reveal.js/plugin/zoom'
import { showProgress } from './progress.js'
import type { DeckData } from './settings.js'

export async function startPlayer(deck: DeckData, slides: readonly HTMLElement[]): Promise<void> {
  if (deck.stacks) stackSections(slides)
  deck.root.classList.add('reveal')
  const reveal = new Reveal(deck.root, {
    width: deck.width,
    height: deck.height,
    margin: 0,
    minScale: 0.05,
    maxScale: 8,
    center: false,
    hash: true,
    progress: false,
    slideNumber: false,
    controlsTutorial: false,
    // At the edges: in the corner the arrows would cover the page number.
    controlsLayout: 'edges',
    transition: 'none',
    // Phones get the same slides, turned or zoomed, not reveal's scrolling page: ours are fitted to the canvas.
    scrollActivationWidth: 0,
    plugins: [Notes, Search, Zoom],
  })
  await reveal.initialize()
  showProgress(deck.root, reveal, slides)
}

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
