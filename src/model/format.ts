/** What can be made of a deck beside its folder. */
import type { Content } from './content.js'
import type { SlideRange } from './slideRanges.js'

/** Slides a sheet; `notes` says beside each what it does not say itself; `article` is a document to read. */
export const handouts = ['notes', '2', '3', '4', '6', 'article'] as const
export type Handout = (typeof handouts)[number]
/** `auto`: what suits the deck (formats/handoutKinds.ts). */
export type HandoutWish = Handout | 'auto'

export const pictureTypes = ['png', 'jpeg', 'webp'] as const
export type PictureType = (typeof pictureTypes)[number]
export const pictureExtensions: Readonly<Record<PictureType, string>> = { png: 'png', jpeg: 'jpg', webp: 'webp' }

/** Pictures of slides. */
export interface PictureWish {
  readonly types: readonly PictureType[]
  /** Which slides; none named: all. The social card is of no slide. */
  readonly slides: readonly SlideRange[]
  /** Pixels of the picture for each CSS pixel of the canvas: 0.1 to 8. */
  readonly scale: number
  /** Without the slides' background; JPEG knows no such thing. */
  readonly transparent: boolean
  /** The slides at a glance, on one picture or a few. */
  readonly contactSheet: boolean
  /** The picture that a link to the talk shows. */
  readonly socialCard: boolean
}

/** What is wanted; the deck's folder is made in any case. */
export interface Formats {
  readonly pdf: boolean
  readonly handouts: readonly HandoutWish[]
  readonly pictures?: PictureWish
  readonly pptx: boolean
  /** One HTML file with everything inside. */
  readonly singleFile: boolean
  /** The repaired notes. */
  readonly markdown: boolean
  /** Bytes that each PDF may have. */
  readonly maxSize?: number
}

export const noFormats: Formats = { pdf: false, handouts: [], pptx: false, singleFile: false, markdown: false }

/** A file made of a deck. */
export interface MadeFile {
  /** Inside the deck's folder, with `/`. */
  readonly path: string
  readonly content: Content
}

/** Whether anything is wanted that needs a browser. */
export const needsBrowser = ({ pdf, handouts, pictures, pptx }: Formats): boolean =>
  pdf || handouts.length > 0 || pictures !== undefined || pptx

/** Where a PDF lies that proved not to be as it should: `talk.pdf` → `talk.faulty.pdf`. */
export const faultyPath = (path: string): string => path.replace(/(\.pdf)?$/, '.faulty.pdf')
