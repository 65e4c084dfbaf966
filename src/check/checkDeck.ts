/** A deck, and what was seen of it in the page → everything a reader would trip over, as `check --json` prints it. */
import type { Deck } from '../model/deck.js'
import type { Finding, FindingReport } from '../model/finding.js'
import type { FitReport, FittedSlide } from '../model/fitted.js'
import type { DeckLook, SlideMeasure } from '../model/look.js'
import type { Coverage } from './coverage.js'
import { type Order, orderOf } from './order.js'
import { reportFindings } from './report.js'
import { type Rhythm, rhythmOf } from './rhythm.js'
import { emptySlide } from './rules/emptySlide.js'
import { faintText } from './rules/faintText.js'
import { foreignFont } from './rules/foreignFont.js'
import { loneLine } from './rules/loneLine.js'
import { overflow } from './rules/overflow.js'
import { fittedDeck, type Rule } from './rules/rule.js'
import { shrunkPicture } from './rules/shrunkPicture.js'
import { smallDiagram, smallType } from './rules/smallType.js'
import { sparseSlide } from './rules/sparseSlide.js'

export interface CheckJson extends Rhythm {
  readonly title: string
  /** Slides on screen, continuations included. */
  readonly slides: readonly (FittedSlide & Pick<SlideMeasure, 'cut' | 'area' | 'body'>)[]
  /** Whether slides are read out in the order of the notes. */
  readonly order: Order
  /** Characters that no font at hand draws. */
  readonly fonts: { readonly missing: readonly string[] }
  /** Words of the notes, and those that are nowhere in the deck. */
  readonly coverage: Pick<Coverage, 'words' | 'lost'>
  readonly findings: readonly FindingReport[]
}

export interface CheckedParts {
  readonly deck: Deck
  readonly coverage: Coverage
  /** Characters that no font at hand draws. */
  readonly missing: string
  /** Everything found before the deck was opened. */
  readonly findings: readonly Finding[]
  readonly report: FitReport
  readonly look: DeckLook
}

export function checkDeck({ deck, coverage, missing, findings, report, look }: CheckedParts): CheckJson {
  const rules: readonly Rule[] = [
    overflow,
    smallType,
    smallDiagram,
    emptySlide,
    sparseSlide,
    loneLine,
    shrunkPicture,
    faintText,
    foreignFont(missing),
  ]
  const seen = { ...fittedDeck(deck, report.slides), look }
  return {
    title: deck.title,
    slides: report.slides.map((slide, index) => {
      const { cut = '', area = 1, body = 0 } = look.measures[index] ?? {}
      return { ...slide, cut, area, body }
    }),
    ...rhythmOf(report.slides, look.measures),
    ...orderOf(deck.slides, coverage.lines, saidBySlide(report.slides, look.said)),
    fonts: { missing: [...missing] },
    coverage: { words: coverage.words, lost: coverage.lost },
    findings: reportFindings([...findings, ...rules.flatMap((rule) => rule(seen))], deck.file, deck.parts),
  }
}

/** Parts after the first carry `--2`, `--3`… */
function saidBySlide(slides: readonly FittedSlide[], said: readonly string[]): (id: string) => string {
  const texts = new Map<string, string[]>()
  let whole = ''
  for (const [index, { id, part }] of slides.entries()) {
    if (part === 1) whole = id
    const before = texts.get(whole)
    if (before) before.push(said[index] ?? '')
    else texts.set(whole, [said[index] ?? ''])
  }
  return (id) => texts.get(id)?.join('\n') ?? ''
}
