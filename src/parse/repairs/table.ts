/** The line repairs in the order they run, each with the setting that switches it off. */

import type { Finding } from '../../model/finding.js'
import { pushAll } from '../../model/lists.js'
import type { Aside } from '../../model/notes.js'
import { type Abbreviations, takeAbbreviations } from '../abbreviations.js'
import { markBoxes } from '../boxes/markBoxes.js'
import { readSpans } from '../boxes/spans.js'
import { readDrawnTables } from '../drawn/readDrawn.js'
import { type CleanSvg, type Drawing, takeDrawings } from '../html/drawings.js'
import { takeIncludes } from '../includes/includeLines.js'
import { inferHeadings } from '../infer/headings.js'
import type { Line, Mended } from '../lines.js'
import { readOrigins } from '../origins/readOrigins.js'
import { cutSlides } from '../slides/cutSlides.js'
import { cutsAtHeadings, notesByCaretAlone } from '../slides/dialects.js'
import type { DeckSigns } from '../slides/signs.js'
import { type NotesTaken, takeNotes } from '../speaker/takeNotes.js'
import { dropAttributes } from './attributeSigns.js'
import { readCallouts } from './callouts.js'
import { dropCdata } from './cdata.js'
import { dropCharacters } from './characters.js'
import { fenceOtherCode } from './codeFences.js'
import { limitDepth } from './depth.js'
import { mendEmphasis } from './emphasis.js'
import { numberExamples } from './examples.js'
import { foldText } from './foldText.js'
import { narrowFootnotes } from './footnotes.js'
import { fenceFormulas } from './formulas.js'
import { spaceHeadings } from './headings.js'
import { cleanIndents } from './indents.js'
import { readLineBlocks } from './lineBlocks.js'
import { mendLists } from './lists.js'
import { dropOtherBlocks } from './otherBlocks.js'
import { readOtherComments } from './otherComments.js'
import { fenceDiagrams } from './otherFences.js'
import { mendTables } from './pipes.js'
import { resolveReferences } from './references.js'
import { freeRules } from './setext.js'
import { readSiteTags } from './siteTags.js'
import { readSlideAsks } from './slideAsks.js'
import { readSubNumbers } from './subNumbers.js'
import { readToolMarks } from './toolMarks.js'
import { markVerbatim } from './verbatim.js'
import { dropWrappers } from './wrappers.js'

export interface Switches {
  readonly repair: boolean
  readonly infer: boolean
  /** Front matter gives the title. */
  readonly titled: boolean
  /** Lines above the body; absent where there are none. */
  readonly head?: readonly string[] | undefined
  /** What shows that the notes are a deck of some tool; absent where they are none. */
  readonly deck?: DeckSigns | undefined
  /** The author's own slides are law. */
  readonly isWritten: boolean
  /** Absent where the notes hold no drawing. */
  readonly cleanSvg?: CleanSvg | undefined
}

export interface LinesMended extends NotesTaken {
  readonly drawings: readonly Drawing[]
  readonly abbreviations: Abbreviations
}

interface Step {
  readonly when: (switches: Switches) => boolean
  readonly run: (lines: readonly Line[], switches: Switches) => Mended & Partial<LinesMended>
}

const always = (): boolean => true
const repairing = ({ repair }: Switches): boolean => repair
const asWritten = ({ repair }: Switches): boolean => !repair
const inferring = ({ infer, isWritten }: Switches): boolean => infer && !isWritten
const ofNotes = ({ repair, isWritten }: Switches): boolean => repair && !isWritten
const written = ({ isWritten }: Switches): boolean => isWritten

const byCaret = (deck: DeckSigns | undefined): boolean => deck !== undefined && notesByCaretAlone(deck.tool)

const steps: readonly Step[] = [
  { when: repairing, run: dropCharacters(true) },
  { when: asWritten, run: dropCharacters(false) },
  { when: ofNotes, run: (lines, { head }) => readOrigins(lines, head) },
  { when: ({ repair, isWritten }) => repair || isWritten, run: takeIncludes },
  { when: repairing, run: readCallouts },
  { when: repairing, run: readOtherComments },
  { when: repairing, run: readSiteTags },
  { when: repairing, run: fenceOtherCode },
  { when: repairing, run: (lines) => markVerbatim(lines, true) },
  { when: asWritten, run: (lines) => markVerbatim(lines, false) },
  { when: repairing, run: foldText },
  { when: repairing, run: resolveReferences },
  { when: repairing, run: readToolMarks },
  { when: repairing, run: fenceDiagrams },
  { when: always, run: (lines, { cleanSvg }) => takeDrawings(lines, cleanSvg) },
  { when: repairing, run: dropCdata },
  { when: always, run: fenceFormulas },
  { when: always, run: takeAbbreviations },
  { when: written, run: (lines, { deck }) => (deck ? cutSlides(lines, deck) : { lines, findings: [] }) },
  { when: repairing, run: readSlideAsks },
  {
    when: always,
    run: (lines, { deck, isWritten }) =>
      takeNotes(lines, deck !== undefined, deck && cutsAtHeadings(deck.tool), isWritten && byCaret(deck)),
  },
  { when: repairing, run: dropOtherBlocks },
  { when: repairing, run: readDrawnTables },
  { when: always, run: markBoxes },
  { when: repairing, run: readSpans },
  { when: repairing, run: dropAttributes },
  { when: repairing, run: readLineBlocks },
  { when: repairing, run: numberExamples },
  { when: repairing, run: mendTables },
  { when: repairing, run: cleanIndents },
  { when: repairing, run: mendEmphasis },
  { when: repairing, run: narrowFootnotes },
  { when: repairing, run: dropWrappers },
  { when: repairing, run: spaceHeadings },
  { when: ofNotes, run: freeRules },
  { when: inferring, run: (lines, { titled }) => inferHeadings(lines, titled) },
  { when: repairing, run: readSubNumbers },
  { when: repairing, run: mendLists },
  { when: always, run: (lines) => ({ lines: limitDepth(lines), findings: [] }) },
]

/** Takes what is for the speaker, and runs every repair that is switched on; lines keep the numbers they have in the notes. */
export const mendLines = (lines: readonly Line[], switches: Switches): LinesMended => {
  const findings: Finding[] = []
  const asides: Aside[] = []
  const drawings: Drawing[] = []
  let abbreviations: Abbreviations = new Map()
  let mended = lines
  for (const { when, run } of steps) {
    if (!when(switches)) continue
    const result = run(mended, switches)
    mended = result.lines
    pushAll(findings, result.findings)
    pushAll(asides, result.asides ?? [])
    pushAll(drawings, result.drawings ?? [])
    abbreviations = result.abbreviations ?? abbreviations
  }
  return { lines: mended, asides, drawings, abbreviations, findings }
}
