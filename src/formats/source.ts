/** What formats are made from: the deck as it was planned, and its page as it stands open in the browser. */
import type { RunningBrowser } from '../browser/start.js'
import type { Pictures } from '../model/bundle.js'
import type { Deck } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import type { FitReport } from '../model/fitted.js'
import type { MadeFile } from '../model/format.js'
import type { Formulary } from '../model/formulary.js'
import type { Notes } from '../model/notes.js'
import type { LogoPicture } from '../model/pictures.js'
import type { Settings } from '../settings/table.js'

export interface FormatSource {
  /** Names files: `<name>.pdf`. */
  readonly name: string
  readonly notes: Notes
  readonly deck: Deck
  readonly settings: Settings
  /** As the page shows them; their paths are relative to it. */
  readonly pictures: Pictures
  /** Absent where there are no formulas. */
  readonly formulary?: Formulary | undefined
  readonly logo?: LogoPicture
  /** Characters that no font at hand draws. */
  readonly missing: string
  /** Bytes that each PDF may have. */
  readonly maxSize?: number
  /** Address of the deck's page for print: `file:///…/index.html?print`. */
  readonly address: string
}

/** The fitted page, open in the browser; formats use it one after the other. */
export interface OpenDeck {
  readonly browser: RunningBrowser
  readonly report: FitReport
  /** Has the same deck open, to print slides beside it. */
  readonly helper?: RunningBrowser | undefined
  /** To be called when nothing more is wanted of the browser: it ends while the rest is made. Absent as long as others want it. */
  readonly release?: (() => void) | undefined
}

/** What a format gives, one by one, so that a thousand pictures are never in memory at once. */
export type Made = { readonly file: MadeFile } | { readonly finding: Finding }

/** One format, or one kind of file. */
export type Format = (open: OpenDeck, source: FormatSource) => AsyncGenerator<Made>
