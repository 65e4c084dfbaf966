/** Two decks → what is different between them, slide by slide and word by word: what `diff --json` prints. Pure. */
import { oneLine } from '../check/phrases.js'
import { type Traits, traitsOf } from '../match/traits.js'
import type { Pictures } from '../model/bundle.js'
import type { Deck, Slide } from '../model/deck.js'
import type { Block, Lines } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { visitBlocks } from '../model/visit.js'
import type { Cause, Upgrade } from './cause.js'
import { type ComparedSlide, compareSlides } from './compare.js'
import { linesIn } from './facts.js'
import { diffWords, type Piece } from './words.js'

/** What a slide has that can change. */
export const aspects = ['title', 'text', 'pictures', 'speaker notes', 'layout'] as const
export type Aspect = (typeof aspects)[number]

export interface SlideDifference {
  /** `same`: it only stands elsewhere. */
  readonly change: ComparedSlide['state']
  readonly moved: boolean
  readonly before: PlacedSlide | null
  readonly after: PlacedSlide | null
  /** Empty for a changed slide: its words are the same, and only emphasis, links, levels or steps are not. */
  readonly words: readonly ChangedWords[]
  /** Of decks that two versions of Talkback made: whether the notes say otherwise, or Talkback does. */
  readonly by?: Cause
}

export interface PlacedSlide {
  /** On screen, from 1; null as long as no browser has continued the slides that are too full. */
  readonly number: number | null
  readonly id: string
  readonly title: string
  /** First and last line of the notes; null for what the deck says by itself. */
  readonly lines: Lines | null
}

export interface ChangedWords {
  readonly aspect: Aspect
  readonly pieces: readonly Piece[]
}

export interface DeckDifference {
  /** How many slides are as they were, and where they were. */
  readonly same: number
  /** Versions of Talkback by which the two were made, when they are two. */
  readonly upgrade?: Upgrade
  /** All others, in the order of the new deck; those that are gone stand where they stood. */
  readonly slides: readonly SlideDifference[]
}

/** @param pictures as far as they are known: another one under the same name is a change, too */
export function deckDifference(before: Deck, after: Deck, pictures: BothPictures = noPictures): DeckDifference {
  const [old, made] = [traitsOf(before, pictures.before), traitsOf(after, pictures.after)]
  const compared = compareSlides(old, made)
  const different = compared.filter((slide) => slide.state !== 'same' || slide.moved)
  return {
    same: compared.length - different.length,
    slides: different.map((slide): SlideDifference => {
      const at = 'before' in slide ? slide.before : undefined
      const now = 'after' in slide ? slide.after : undefined
      return {
        change: slide.state,
        moved: 'moved' in slide && slide.moved,
        before: placed(before.slides, at),
        after: placed(after.slides, now),
        words:
          slide.state === 'same'
            ? []
            : changedWords(told(before.slides, old, at), told(after.slides, made, now, exchanged(pictures))),
      }
    }),
  }
}

function placed(slides: readonly Slide[], index: number | undefined): PlacedSlide | null {
  const slide = index === undefined ? undefined : slides[index]
  if (slide === undefined || index === undefined) return null
  return {
    number: null,
    id: slide.id,
    title: oneLine(plainText(slide.title)),
    lines: linesIn(slide),
  }
}

export type Told = Readonly<Record<Aspect, string>>

export const nothing: Told = { title: '', text: '', pictures: '', 'speaker notes': '', layout: '' }

interface BothPictures {
  readonly before: Pictures
  readonly after: Pictures
}
const noPictures: BothPictures = { before: new Map(), after: new Map() }

/** Whether a picture of this name is another one than it was. */
const exchanged =
  ({ before, after }: BothPictures) =>
  (source: string): boolean => {
    const [old, made] = [before.get(source), after.get(source)]
    return old?.state === 'ready' && made?.state === 'ready' && old.path !== made.path
  }

/** @param isExchanged of pictures: their names say nothing of it */
function told(
  slides: readonly Slide[],
  facts: readonly Traits[],
  index: number | undefined,
  isExchanged: (source: string) => boolean = () => false,
): Told {
  const slide = index === undefined ? undefined : slides[index]
  const fact = index === undefined ? undefined : facts[index]
  if (!slide || !fact) return nothing
  return {
    title: [...(slide.eyebrow ? [plainText(slide.eyebrow)] : []), fact.title].join(' › '),
    text: fact.text,
    pictures: picturesOf(slide.blocks)
      .map((source) => (isExchanged(source) ? `${source} (another picture)` : source))
      .join('\n'),
    'speaker notes': slide.speakerNotes.map(({ text }) => text).join('\n'),
    layout: slide.layout,
  }
}

function picturesOf(blocks: readonly Block[]): readonly string[] {
  const found: string[] = []
  visitBlocks(blocks, (block) => {
    if (block.kind === 'picture') found.push(block.src)
  })
  return found
}

export function changedWords(before: Told, after: Told): readonly ChangedWords[] {
  return aspects.flatMap((aspect): readonly ChangedWords[] => {
    if (before[aspect] === after[aspect]) return []
    // Of a slide that is only in one of the decks, nobody asks for the layout.
    if (aspect === 'layout' && (before.layout === '' || after.layout === '')) return []
    return [{ aspect, pieces: diffWords(before[aspect], after[aspect]) }]
  })
}
