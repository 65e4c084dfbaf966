/** What can be made of a deck beside its folder. */

/** Slides a sheet, with room to write; `notes` has the full text below each slide; `article` is a document to read. */
export const handouts = ['notes', '2', '3', '4', '6', 'article'] as const
export type Handout = (typeof handouts)[number]

export const pictureTypes = ['png', 'jpeg', 'webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** Pictures of slides. */
export interface PictureWish {
  readonly types: readonly PictureType[]
  /** Pages as a person writes them: `3,7-9`; '' for all. */
  readonly slides: string
  /** Pixels of the picture for each pixel of the canvas. */
  readonly scale: number
  /** Without the slides' background; JPEG knows no such thing. */
  readonly transparent: boolean
  /** All slides on one picture. */
  readonly contactSheet: boolean
  /** The title slide as the picture that a link to the talk shows, 1200 × 630. */
  readonly socialCard: boolean
}

/** What is wanted; the deck's folder is made in any case. */
export interface Formats {
  readonly pdf: boolean
  readonly handouts: readonly Handout[]
  readonly pictures?: PictureWish
  readonly pptx: boolean
  /** One HTML file with everything inside. */
  readonly singleFile: boolean
  /** The repaired notes. */
  readonly markdown: boolean
}

export const noFormats: Formats = { pdf: false, handouts: [], pptx: false, singleFile: false, markdown: false }

/** A file made of a deck. */
export interface MadeFile {
  /** Inside the deck's folder, with `/`. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** Whether anything is wanted that needs a browser. */
export const needsBrowser = ({ pdf, handouts, pictures, pptx }: Formats): boolean =>
  pdf || handouts.length > 0 || pictures !== undefined || pptx
