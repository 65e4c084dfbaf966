/** What stands where on the fitted slides, as the page measured it: all that a copy of the deck to edit is made of. */
import type { LaterBytes } from './content.js'

/** CSS px of the canvas, from the slide's upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** `#rrggbb`, or `#rrggbbaa` where what lies behind shows through. */
export type Paint = string

/** To a slide of the deck, counted from 1, or out of it. */
export type Link = { readonly page: number } | { readonly address: string }

export interface RunStyle {
  /** Px. */
  readonly size: number
  readonly colour: Paint
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  /** With dots below. */
  readonly stressed?: true
  readonly strike?: true
  readonly mono?: true
  readonly raised?: true
  readonly lowered?: true
  readonly capitals?: 'all' | 'small'
  /** Px between letters, beyond what the font has. */
  readonly spacing?: number
  /** Colour behind the letters. */
  readonly ground?: Paint
  readonly link?: Link
}

/** An element of MathML; text is in those that hold no others. */
export interface MathNode {
  readonly name: string
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MathNode[]
}

export interface FormulaRun {
  readonly math: MathNode
  /** Stands on a line of its own. */
  readonly display: boolean
}

/** Text in one style; a line end in it is a line that ends there. */
export interface Run extends RunStyle {
  readonly text: string
  /** What the text says as a formula. */
  readonly formula?: FormulaRun
}

const numberSchemes = [
  'decimal',
  'plain',
  'cjk',
  'circled',
  'closed',
  'alpha',
  'upper-alpha',
  'roman',
  'upper-roman',
] as const
export type NumberScheme = (typeof numberSchemes)[number]

export const marks = ['square', 'dash', 'frame', 'dot', 'ring', 'task', 'done'] as const
export type Mark = (typeof marks)[number]

export type Bullet = {
  readonly colour: Paint /** Px from where it begins to where its text does. */
  readonly hang: number
} /** `extent`: how wide it is drawn, px; absent when the page leaves that to its font. */ & (
  | { readonly mark: Mark; readonly extent?: number }
  | { readonly sign: string }
  /** What no program counts: `01`. */
  | { readonly written: string; readonly bold: boolean }
  | { readonly scheme: NumberScheme; readonly number: number }
)

export interface Paragraph {
  readonly runs: readonly Run[]
  /** Where its lines begin and end, without bullet. */
  readonly box: Box
  /** Of its type, px; runs may differ. */
  readonly size: number
  /** Height of a line, px. */
  readonly line: number
  readonly align: 'left' | 'center' | 'right'
  readonly rightToLeft?: true
  /** Depth in lists: 0 outside of them and in the outermost. */
  readonly level: number
  readonly bullet?: Bullet
  /** Px that further lines stand in. */
  readonly hang?: number
}

/** What a text is on the slide. Each but `text` at most once a slide. */
export type TextRole = 'title' | 'body' | 'foot' | 'page-number' | 'text'

export interface Outline {
  readonly colour: Paint
  readonly width: number
  readonly dashed: boolean
}

export interface TextPart {
  readonly kind: 'text'
  readonly role: TextRole
  /** Room for the text; with `fill` or `outline`, the edge of what is painted. */
  readonly box: Box
  readonly paragraphs: readonly Paragraph[]
  readonly fill?: Paint
  readonly outline?: Outline
}

/** A ground, a bar, a rule. */
export interface ShapePart {
  readonly kind: 'shape'
  readonly box: Box
  readonly fill?: Paint
  readonly outline?: Outline
  readonly round: boolean
  /** Degrees clockwise. */
  readonly turn: number
  /** Belongs to how slides of its kind look, not to what this one says. */
  readonly fixed: boolean
}

export interface PicturePart {
  readonly kind: 'picture'
  readonly box: Box
  /** Address of its file. */
  readonly source: string
  /** Size of the file's picture, px. */
  readonly natural: { readonly width: number; readonly height: number }
  readonly alt: string
  /** Shares of the picture that are cut off at each side, 0 to 1. */
  readonly crop: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  readonly ground?: Paint
  readonly link?: Link
  readonly fixed: boolean
}

/** What only a browser can draw: a picture is taken of it. */
export interface ShotPart {
  readonly kind: 'shot'
  readonly box: Box
  /** Its words. */
  readonly alt: string
  readonly link?: Link
  readonly fixed: boolean
  /** Name of the element, or of what is drawn behind what it holds. */
  readonly mark: string
}

export interface TableCell {
  readonly paragraphs: readonly Paragraph[]
  readonly padding: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  readonly align: 'top' | 'middle' | 'bottom'
  readonly fill?: Paint
  readonly below?: Outline
  readonly above?: Outline
  /** How many columns and rows it reaches over, or the one that covers it does; absent for one. */
  readonly columns?: number
  readonly rows?: number
  /** Where the cell begins that reaches over this one: nothing is said here. */
  readonly covered?: 'left' | 'above' | 'both'
}

export interface TablePart {
  readonly kind: 'table'
  readonly box: Box
  /** Whether the first row is a head. */
  readonly head: boolean
  /** Widths, px. */
  readonly columns: readonly number[]
  readonly rows: readonly { readonly height: number; readonly cells: readonly TableCell[] }[]
}

export type Part = TextPart | ShapePart | PicturePart | ShotPart | TablePart

export interface SlideParts {
  /** From 1. */
  readonly page: number
  readonly layout: string
  readonly background: Paint
  /** The lowest first. */
  readonly parts: readonly Part[]
}

/** Colours and letters that all slides share. */
export interface DeckLook {
  /** Name of a colour of templates (`paper`, `ink`, `accent`…) → the colour; those that the template has. */
  readonly colours: Readonly<Record<string, Paint>>
  /** Families of text and of code, in the order in which the page asks for them. */
  readonly families: { readonly text: readonly string[]; readonly mono: readonly string[] }
}

/** Kinds of pictures that programs for slides show. */
const fileTypes = ['png', 'jpeg', 'gif', 'bmp', 'svg'] as const

export interface PictureFile {
  readonly type: (typeof fileTypes)[number]
  readonly bytes: Uint8Array | LaterBytes
  /** PNG of an SVG, for programs that don't know it. */
  readonly fallback?: Uint8Array
}

export interface DeckParts {
  readonly look: DeckLook
  readonly slides: readonly SlideParts[]
  /** By the source of a picture, and by the mark of what a picture was taken of; those that can be had. */
  readonly pictures: ReadonlyMap<string, PictureFile>
}
