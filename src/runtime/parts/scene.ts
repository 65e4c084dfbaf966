/** What the walk over one slide has to know wherever it is. */
import type { Paint } from '../../model/parts.js'
import type { ReadPaint } from './paint.js'
import type { Origin } from './place.js'

export interface Scene {
  readonly origin: Origin
  /** Size of the slide, px. */
  readonly width: number
  readonly height: number
  readonly paint: ReadPaint
  /** Page that the element of this id is on. */
  readonly pageOf: (id: string) => number | undefined
  /** Size of the picture at an address that style sheets name; undefined when it is not known. */
  readonly sizeOf: (address: string) => { readonly width: number; readonly height: number } | undefined
  /** Marks an element for a picture to be taken of the whole of it or of what it paints behind its content. Gives the mark. */
  readonly markForShot: (element: Element, what: 'whole' | 'ground') => string
}

/** What changes on the way down. */
export interface Here {
  /** Product of what all elements above let through, 0 to 1. */
  readonly opacity: number
  /** What is painted behind. */
  readonly ground: Paint
  /** Inside of what the slide says, not of its frame. */
  readonly inFlow: boolean
}
