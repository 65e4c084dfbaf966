/** What a look at the fitted page tells beyond its own report (fitted.ts): facts that only `check` needs. */

/** What a slide shows below its title: its flow, or all of it where a layout has none. */
export interface SlideBody {
  /** From 1. */
  readonly page: number
  /** Lines of text as they stand on the slide; what stands side by side is one line. */
  readonly lines: number
  /** Width of the widest line as a share of the room, 0 to 1. */
  readonly widest: number
  readonly pictures: number
  /** Pictures that are not there, each a line in place of it. */
  readonly lost: number
  /** The least scale at which a picture is shown: 0.5 is half its own size; 1 without pictures. */
  readonly scale: number
}

/** How a slide is set, measured. */
export interface SlideMeasure {
  /** Its kind, and its section's number; those of different ones are not compared. */
  readonly group: string
  /** What the cut before it parts (runtime/flow/box.ts), `torn` inside of what had room on a slide; '' where there is none. */
  readonly cut: string
  /** Share of the room's area that text and pictures cover, 0 to 1. */
  readonly area: number
  /** Size of the type that its text is set in, px; 0 on slides without. */
  readonly body: number
  /** It is a lone sentence, set large. */
  readonly lone: boolean
  /** Left edges of what stands on it, px from its left. */
  readonly lefts: readonly number[]
}

/** Text that stands out too little from its ground. Text of one kind in the same colours is told once. */
export interface FaintText {
  /** The slide it is met on first, from 1, and how many slides have it. */
  readonly page: number
  readonly slides: number
  readonly text: string
  /** Contrast as WCAG counts it, 1 to 21, and what its level AA asks for. */
  readonly ratio: number
  readonly wanted: number
}

/** An element that shows something for the first time in the deck, so that its fonts have to be asked for. */
export interface MarkedText {
  readonly page: number
  readonly text: string
}

/** Text that holds characters drawn by a font of this machine, not by one of the deck's. */
export interface ForeignText extends MarkedText {
  /** Name of that font. */
  readonly font: string
}

export interface DeckLook {
  /** One entry per slide on screen, in order. */
  readonly bodies: readonly SlideBody[]
  readonly measures: readonly SlideMeasure[]
  /** What each says, in the order in which it is read out. */
  readonly said: readonly string[]
  readonly faint: readonly FaintText[]
  readonly foreign: readonly ForeignText[]
}

/** What the page itself can tell; fonts are asked of the browser (see browser/measure.ts). */
export interface PageLook {
  readonly bodies: readonly SlideBody[]
  readonly measures: readonly SlideMeasure[]
  /** What each says, in the order in which it is read out. */
  readonly said: readonly string[]
  readonly faint: readonly FaintText[]
  readonly marked: readonly MarkedText[]
}
