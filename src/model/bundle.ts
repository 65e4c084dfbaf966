/** A finished deck that is not yet on disk, and what goes into it: pictures and fonts. */
import type { Content, LaterFile } from './content.js'
import type { Finding } from './finding.js'

/** A picture that can be shown: its bytes and size, under the name it has in the bundle. */
export interface ReadyPicture {
  readonly state: 'ready'
  /** Path inside the bundle, e.g. `pictures/3f2a9c-knowhow.png`. */
  readonly path: string
  /** Large ones that the notes' folder has are read when they are written. */
  readonly bytes: Uint8Array | LaterFile
  /** CSS pixels, EXIF turn already applied. */
  readonly width: number
  readonly height: number
  /** Its file says that it lies on its side: nobody shows it as it is stored. */
  readonly turned?: true
}

/** A picture that can't be shown, and why, in words: `host did not answer`. */
export interface LostPicture {
  readonly state: 'lost'
  readonly reason: string
}

/** Keyed by the `src` that the notes give. */
export type Pictures = ReadonlyMap<string, ReadyPicture | LostPicture>

/** Which characters a deck draws, by the family role and weight they are drawn in; marks follow the letters they belong to. */
export interface Glyphs {
  readonly regular: string
  readonly bold: string
  readonly italic: string
  readonly mono: string
  readonly monoBold: string
}

/** A family of fonts that decks can carry, and where its files come from. */
export interface FontFamily {
  /** npm package, or a folder of Talkback's own, in the folder layout of Fontsource: `unicode.json` says which file in `files/` holds which characters. */
  readonly package: string
  /** Path of the one file it is, when it is the user's own; `package` is then a name that follows from its content. */
  readonly file?: string
  /** Name in CSS `font-family`; not the installed font's own, so that a deck looks the same where that one is installed. */
  readonly family: string
  /** The installed font's own name, for files whose reader may have it; of the user's own font, its file says it. */
  readonly name?: string
  /** Weights drawn for plain (declared as 400) and bold text (declared as 700); twice the same when there is only one. */
  readonly weights: { readonly regular: number; readonly bold: number }
  /** Whether there are italics of the regular weight; other families stand upright in italic text. */
  readonly italic?: boolean
  /** A variable font: weights are cut out of one file. */
  readonly variable?: boolean
  /** CSS `unicode-range`, where the package itself does not say what its one file `latin` holds. */
  readonly range?: string
  /** Characters it could draw and leaves to the families after it. */
  readonly leaves?: string
  /** Characters it draws although a family before it has them: for text that asks for it by name. */
  readonly also?: string
  /** Emoji: several characters make one glyph, so all of them must be in one file. */
  readonly sequences?: boolean
}

/** Which families draw text, in order: the first that has a character draws it. */
export interface FontFamilies {
  readonly text: readonly FontFamily[]
  readonly mono: readonly FontFamily[]
}

/** One font file of the bundle. */
export interface FontFile {
  /** CSS family, weight and style it is declared under. */
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** CSS `unicode-range`. */
  readonly range: string
  /** Path inside the bundle, e.g. `fonts/9f31c2.ttf`. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface Fonts {
  readonly files: readonly FontFile[]
  /** Characters that no font at hand can draw. */
  readonly missing: string
  readonly licences: readonly FontLicence[]
}

/** What is allowed with some of a deck's fonts. */
export interface FontLicence {
  /** The whole of it; '' when their files say nothing. */
  readonly text: string
  /** Each font's name, and whose it is. */
  readonly fonts: readonly string[]
}

/** Path inside the deck's folder → content. `index.html` is always there. */
export interface Bundle {
  readonly files: ReadonlyMap<string, Content>
  readonly findings: readonly Finding[]
}
