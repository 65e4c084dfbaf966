/** Slides of a deck → what each is known again by in another version of it: little enough to keep. Pure. */
import { createHash } from 'node:crypto'
import type { Pictures } from '../model/bundle.js'
import type { Deck, Slide, SlideKind } from '../model/deck.js'
import type { Block } from '../model/notes.js'
import { blocksText, plainText } from '../model/text.js'

export interface Traits {
  /** Its address. */
  readonly id: string
  readonly kind: SlideKind
  /** Plain text. */
  readonly title: string
  /** All other words on it, a line per paragraph, item or row. */
  readonly text: string
  /** The same for two slides that say and show the same, speaker notes included, wherever in the deck they stand. */
  readonly print: string
}

/** What blocks say and show, wherever in the notes they stand. */
interface Content {
  readonly print: string
  readonly text: string
  /** Where their pictures are to come from. */
  readonly sources: readonly string[]
}

/** An edit leaves the blocks of all other slides as they are: what these say is not gathered again. */
const known = new WeakMap<readonly Block[], Content>()

export function contentOf(blocks: readonly Block[]): Content {
  const before = known.get(blocks)
  if (before) return before
  const print = printOf(blocks)
  const content = { print, text: blocksText(blocks), sources: sourcesIn(print) }
  known.set(blocks, content)
  return content
}

/**
 * Remembers what was made of a slide for as long as its parts are the very same, wherever it stands by now: an edit leaves
 * most slides of a deck as they are.
 */
export function keptPerSlide<Made>(make: (slide: Slide) => Made): (slide: Slide) => Made {
  const kept = new WeakMap<readonly Block[], { readonly slide: Slide; readonly made: Made }>()
  return (slide) => {
    const before = kept.get(slide.blocks)
    if (before && areParts({ ...before.slide }, { ...slide })) return before.made
    const made = make(slide)
    kept.set(slide.blocks, { slide, made })
    return made
  }
}

function areParts(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length && names.every((name) => name === 'lines' || one[name] === other[name])
  )
}

const noPictures: Pictures = new Map()

/** @param pictures as far as they are known: another picture under the same name is a change, too */
export function traitsOf({ slides, facts }: Deck, pictures = noPictures): readonly Traits[] {
  const titleFacts = Object.values(facts).filter(Boolean)
  return slides.map((slide) =>
    slide.kind === 'title' || pictures.size > 0 ? traitsWith(slide, titleFacts, pictures) : plainTraits(slide),
  )
}

const plainTraits = keptPerSlide((slide) => traitsWith(slide, [], noPictures))

/** @param facts that the title slide says, and no other */
function traitsWith(slide: Slide, facts: readonly string[], pictures: Pictures): Traits {
  const own = slide.kind === 'title' ? facts : []
  const { text, print, sources } = contentOf(slide.blocks)
  const head = headOf(slide, own)
  return {
    id: slide.id,
    kind: slide.kind,
    title: plainText(slide.title),
    text: [...own, text].filter(Boolean).join('\n'),
    print: hashOf([head, print, pathsOf([...sourcesIn(head), ...sources], pictures)]),
  }
}

const headOf = ({ kind, layout, title, eyebrow, wish, speakerNotes }: Slide, own: readonly string[]): string =>
  printOf([kind, layout, title, eyebrow, wish, speakerNotes, own])

/** A short hash of anything that JSON can hold. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** What it says, wherever in the notes it stands. Text of theirs can't look like that: its quotes are escaped. */
export const printOf = (value: unknown): string => JSON.stringify(value).replace(/"lines":\[\d+,\d+\],?/g, '')

/** Where pictures are to come from that are named in it. */
export const sourcesIn = (print: string): readonly string[] =>
  /"(?:src|picture)":/.test(print)
    ? [...print.matchAll(/"(?:src|picture)":("(?:[^"\\]|\\.)*")/g)].map(([, written = '""']) =>
        String(JSON.parse(written)),
      )
    : []

/** The path of a picture in the bundle follows from its bytes. One that is lost may well be there tomorrow: no change. */
const pathsOf = (sources: readonly string[], pictures: Pictures): string =>
  sources
    .map((source) => pictures.get(source))
    .map((picture) => (picture?.state === 'ready' ? picture.path : ''))
    .join()
