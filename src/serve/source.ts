/** What a served deck is made of, each time something it is made from has changed: what serve/ asks of the pipeline. */

import type { WatchedFiles } from '../io/watch/watchedFiles.js'
import type { FontFile } from '../model/bundle.js'
import type { Content } from '../model/content.js'
import type { Canvas } from '../model/deck.js'
import type { FindingReport } from '../model/finding.js'
import type { NotesPart } from '../model/joined.js'
import type { ExportKind, LiveSlide } from '../model/live.js'
import type { Lines } from '../model/notes.js'

/** A deck as it can be shown now. */
export interface LiveRound {
  /** Of the notes. */
  readonly text: string
  readonly title: string
  readonly author: string
  readonly lang: string
  readonly slides: readonly LiveSlide[]
  /** Where each slide is in the notes, in the order of `slides`; none for what the deck says by itself. */
  readonly lines: readonly (Lines | undefined)[]
  /** The files that the text was put together from, where there are several. */
  readonly parts?: readonly NotesPart[]
  readonly canvas: Canvas
  /** index.html of these slides, with the deck's own script or another one. */
  readonly page: (slides: readonly LiveSlide[], script?: string) => string
  readonly css: string
  /** What draws its text, mono aside: some of `files`. */
  readonly textFonts: readonly FontFile[]
  /** What else the page loads: path inside the deck → content. */
  readonly files: ReadonlyMap<string, Content>
  readonly findings: readonly FindingReport[]
  /** Something is so wrong that the deck of before should stay. */
  readonly broken: boolean
}

export interface LiveSource {
  /**
   * Makes the deck as it is now: as soon as it can be shown, and again when more is known (findings, pictures from the
   * network, fonts for new characters). Whoever has heard of another change stops asking.
   *
   * @param touched absolute paths that may have changed since the last time; undefined: anything may
   * @throws UserError what the deck is made from can't be read
   */
  rounds(touched?: ReadonlySet<string>): AsyncGenerator<LiveRound>
  /** As of the last round. */
  watched(): WatchedFiles
}

/**
 * Makes files of a deck, on disk, from its notes as they are now.
 * @param onStage told what is being done
 * @returns paths of the files that were asked for, and what there is to say of them and of the notes
 * @throws UserError no browser, a full disk; what was there before stays
 */
export type MakeExports = (
  kinds: readonly ExportKind[],
  onStage: (text: string) => void,
) => Promise<{ readonly files: readonly string[]; readonly findings: readonly FindingReport[] }>
