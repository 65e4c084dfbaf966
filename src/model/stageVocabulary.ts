/** What the stage says beside the slides: a name for each sentence, in whatever language. */

export interface StageWords {
  /** What one slide is to a screen reader. */
  readonly slide: string
  readonly page: string
  readonly progress: string
  readonly close: string
  readonly keys: string
  readonly next: string
  readonly previous: string
  readonly ends: string
  readonly number: string
  readonly overview: string
  readonly search: string
  readonly black: string
  readonly laser: string
  readonly draw: string
  readonly clear: string
  readonly zoom: string
  readonly fullscreen: string
  readonly speaker: string
  readonly times: string
  readonly help: string
  readonly back: string
  readonly hit: string
  readonly noHit: string
  readonly nextHit: string
  readonly previousHit: string
  readonly goTo: string
  readonly drawing: string
  readonly pointing: string
  readonly unopened: string
  readonly following: string
  readonly end: string
  readonly notes: string
  readonly noNotes: string
  readonly larger: string
  readonly smaller: string
  readonly elapsed: string
  readonly left: string
  readonly over: string
  readonly time: string
  /** Time taken for the slide that is shown, and planned. */
  readonly thisSlide: string
  readonly start: string
  readonly pause: string
  readonly again: string
  readonly onTime: string
  readonly ahead: string
  readonly behind: string
  readonly alone: string
  readonly planned: string
  readonly taken: string
  readonly total: string
  readonly save: string
  /** Only where the deck is served to its author. */
  readonly export: string
  readonly openFile: string
  readonly saveFile: string
  readonly noServer: string
  readonly startServer: string
  readonly noExport: string
  readonly exports: string
  readonly handout: string
  readonly handoutIs: string
  readonly powerpointIs: string
  readonly pdfIs: string
  readonly allThree: string
  readonly allThreeIs: string
  readonly editor: string
  readonly pan: string
  readonly notesSize: string
  readonly notesScroll: string
  /** Time taken for the section that is shown, and planned. */
  readonly thisSection: string
  readonly undo: string
  /** The room sees nothing. */
  readonly dark: string
}
