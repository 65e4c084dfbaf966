/** The running deck as the features of the stage see it: its slides, where it stands, and word of every change. */

import type { RevealApi } from 'reveal.js'
import { pushAll } from '../../model/lists.js'
import type { StageWords } from '../../model/stageWords.js'
import type { DeckData } from '../settings.js'
import type { Address } from './address.js'
import type { KeyRow } from './keyTable.js'
import { titleOf } from './slideFacts.js'
import type { Timer } from './timer.js'

export interface Stage {
  readonly deck: DeckData
  readonly reveal: RevealApi
  readonly words: StageWords
  /** Of this window. */
  readonly timer: Timer
  /** All slides in order, as they are now. */
  slides(): readonly HTMLElement[]
  /** The slide that is shown. */
  current(): HTMLElement | undefined
  /** Its place in the order, from 0. */
  at(): number
  /** @param shown how many of its steps are to be seen; those that were, if it is not said */
  go(index: number, shown?: number): void
  /** The same for a move that Back takes back. */
  jump(index: number, shown?: number): void
  readonly address: Address
  /** Calls back at once, and whenever another slide is shown. */
  onMove(listener: () => void): void
  /** Calls back at once, and whenever slides were exchanged. */
  onSlides(listener: () => void): void
  /** Another set of slides stands in the document from now on; who exchanged them goes to one of them, and says so. */
  exchange(slides: readonly HTMLElement[]): void
  /** Tells where the talk stands: for reveal.js, one slide in the place of another is no move. */
  arrived(): void
  /** The same slides stand there, with something else on them. */
  renewed(): void
  /** What came with `addKeys`, as the help sheet has it. */
  readonly addedKeys: readonly KeyRow[]
  /** Keys that come with the deck's being served. */
  addKeys(...rows: readonly KeyRow[]): void
}

export function stageOf(
  { deck, reveal, words, timer, address }: Pick<Stage, 'deck' | 'reveal' | 'words' | 'timer' | 'address'>,
  first: readonly HTMLElement[],
): Stage {
  let slides = first
  const moved: (() => void)[] = []
  const exchanged: (() => void)[] = []
  const addedKeys: KeyRow[] = []
  const current = (): HTMLElement | undefined => {
    const shown = reveal.getCurrentSlide()
    return shown instanceof HTMLElement ? shown : undefined
  }
  const at = (): number => {
    const shown = current()
    return shown ? slides.indexOf(shown) : -1
  }
  const go: Stage['go'] = (index, shown) => {
    const slide = slides[Math.min(Math.max(index, 0), slides.length - 1)]
    if (!slide) return
    const { h, v } = reveal.getIndices(slide)
    reveal.slide(h, v, shown === undefined ? undefined : shown - 1)
  }
  reveal.on('slidechanged', () => {
    for (const tell of moved) tell()
  })
  return {
    deck,
    reveal,
    words,
    timer,
    slides: () => slides,
    current,
    address,
    at,
    go,
    jump(index, shown) {
      if (index !== at()) address.branch()
      go(index, shown)
    },
    onMove(listener) {
      moved.push(listener)
      listener()
    },
    onSlides(listener) {
      exchanged.push(listener)
      listener()
    },
    exchange(others) {
      slides = others
      reveal.sync()
      for (const tell of exchanged) tell()
    },
    arrived() {
      for (const tell of moved) tell()
    },
    renewed() {
      for (const tell of exchanged) tell()
    },
    addedKeys,
    addKeys: (...rows) => void pushAll(addedKeys, rows),
  }
}

/** Title of a slide, and which part of it: `Title 2/3`. */
export const partTitleOf = (slide: HTMLElement): string => {
  const { part, parts } = slide.dataset
  return [titleOf(slide), ...(Number(parts) > 1 ? [`${part}/${parts}`] : [])].filter(Boolean).join(' ')
}

/** Where the talk stands, in a sentence: `Slide 3 of 24: Title 2/3`. */
export const nameOf = (slide: HTMLElement, sentence: string): string => {
  const name = partTitleOf(slide)
  return name === '' ? sentence : `${sentence}: ${name}`
}
