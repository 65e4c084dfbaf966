/** The first slides of a deck, in a frame of the list of decks → a still picture of them: the first large, three small below it. */
import { fitSlides } from '../fit/fit.js'
import { writeNumbers } from '../numbers.js'
import { make } from '../player/dom.js'
import { thumbnail } from '../player/thumbnail.js'
import { type DeckData, readDeckData, slidesIn } from '../settings.js'
import css from './card.css'

const SMALL = 3

async function draw(): Promise<void> {
  const deck = readDeckData()
  const state = document.documentElement.classList
  state.add('deck', 'flat')
  // Only what these few slides need is loaded: they are laid out first, and then waited for.
  document.body.getBoundingClientRect()
  await document.fonts.ready
  const slides = fitSlides(slidesIn(deck.root), deck)
  writeNumbers(slides)
  const style = make('style', {}, css)
  document.head.append(style)
  const pictures = slides.slice(0, 1 + SMALL).map((slide) => thumbnail(slide, deck.width, deck.width))
  document.body.replaceChildren(make('div', { class: 'card' }, ...pictures))
  state.remove('flat')
  scale(pictures, deck)
  window.addEventListener('resize', () => scale(pictures, deck))
  window.frameElement?.dispatchEvent(new Event('drawn'))
}

/** As large as the frame has room for: its shape is that of a slide and a third of one below it. */
function scale(pictures: readonly HTMLElement[], { width }: DeckData): void {
  const large = window.innerWidth / width
  for (const [index, picture] of pictures.entries())
    picture.style.setProperty('--scale', String(index === 0 ? large : large / SMALL))
}

void draw()
