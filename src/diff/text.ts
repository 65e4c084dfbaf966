/** The difference of two decks → lines to read on a terminal. Pure. */
import { counted, oneLine } from '../check/phrases.js'
import { displayWidth } from '../model/text.js'
import { upgradeWords } from './changes.js'
import type { ChangedWords, DeckDifference, PlacedSlide, SlideDifference } from './difference.js'
import type { Piece } from './words.js'

/** Marks what is gone and what is new, by colour or by signs. */
export interface DiffPaint {
  readonly gone: (text: string) => string
  readonly new: (text: string) => string
  readonly dim: (text: string) => string
  readonly strong: (text: string) => string
}

const asItIs = (text: string): string => text

/** As `git diff --word-diff` writes it. */
export const signs: DiffPaint = {
  gone: (text) => `[-${text}-]`,
  new: (text) => `{+${text}+}`,
  dim: asItIs,
  strong: asItIs,
}

/** Names of the two versions, as places in them are called: `notes.md`, `HEAD:notes.md`. */
export interface DiffNames {
  readonly before: string
  readonly after: string
}

/** One line on all of it, then each slide that is different: a head, and its changed lines indented below. */
export function differenceLines(
  { same, slides, upgrade }: DeckDifference,
  names: DiffNames,
  paint: DiffPaint = signs,
): readonly string[] {
  const counts = countsOf(slides).map(([kind, number]) => `${number} ${kind}`)
  const all = counts.length === 0 ? `No slide differs; ${counted(same, 'slide')}` : counts.join(', ')
  const rest = counts.length > 0 && same > 0 ? `; ${same} as before` : ''
  const made = upgrade ? ` (Talkback ${upgrade.from || '?'} → ${upgrade.to})` : ''
  const head = `${oneLine(names.before)} → ${oneLine(names.after)}${made}: ${all}${rest}`
  const told = (which: readonly SlideDifference[]) => which.flatMap((slide) => ['', ...slideLines(slide, names, paint)])
  if (upgrade === undefined) return [head, ...told(slides)]
  const own = slides.filter(({ by }) => by === 'talkback')
  const words = `${own.length} of them ${upgradeWords(upgrade)}; there the notes say the same.`
  return [
    head,
    ...told(slides.filter((slide) => !own.includes(slide))),
    ...(own.length > 0 ? ['', words] : []),
    ...told(own),
  ]
}

const kinds = {
  changed: ({ change }: SlideDifference) => change === 'changed',
  added: ({ change }: SlideDifference) => change === 'added',
  moved: ({ moved }: SlideDifference) => moved,
  removed: ({ change }: SlideDifference) => change === 'removed',
}
const kindNames = ['changed', 'added', 'moved', 'removed'] as const

/** How many slides there are of each kind, and nothing of those of which there are none. */
export const countsOf = (slides: readonly SlideDifference[]) =>
  kindNames.map((kind) => [kind, slides.filter(kinds[kind]).length] as const).filter(([, number]) => number > 0)

const marks = { added: '+', removed: '-', changed: '~', same: '>' } as const

function slideLines(slide: SlideDifference, names: DiffNames, paint: DiffPaint): readonly string[] {
  const { change, moved, before, after, words } = slide
  const shown = after ?? before
  if (shown === null) return []
  const mark = change === 'added' || change === 'removed' ? paintMark(change, paint) : marks[change]
  const title = paint.strong(shown.title || '(no title)')
  const facts = [
    placeOf(shown, after === null ? names.before : names.after),
    ...(moved ? [movedFrom(before, names)] : []),
  ]
  const number = shown.number === null ? '' : `${shown.number}  `
  const head = `${mark} ${number}${title}  ${paint.dim(facts.filter(Boolean).join(', '))}`.trimEnd()
  if (change === 'changed' && words.length === 0)
    return [head, `    ${paint.dim('The same words; emphasis, links, levels or steps differ.')}`]
  const isWhole = change === 'added' || change === 'removed'
  // Its title stands in its head.
  const told = isWhole ? words.filter(({ aspect }) => aspect !== 'title') : words
  return [head, ...told.flatMap((part) => partLines(part, isWhole, paint))]
}

/** The sign alone: brackets around it would say nothing more. */
function paintMark(change: 'added' | 'removed', paint: DiffPaint): string {
  if (paint === signs) return marks[change]
  return change === 'added' ? paint.new(marks.added) : paint.gone(marks.removed)
}

/** As editors and terminals know it. */
export function placeOf({ lines }: PlacedSlide, name: string): string {
  if (lines === null) return ''
  const [first, last] = lines
  return `${oneLine(name)}:${first}${last === first ? '' : `–${last}`}`
}

/** Where it stood: what it says may be the same. */
function movedFrom(before: PlacedSlide | null, names: DiffNames): string {
  if (before === null) return 'moved'
  if (before.number !== null) return `was slide ${before.number}`
  return ['moved', placeOf(before, names.before)].filter(Boolean).join(' from ')
}

/** Lines of a slide that is only in one of the decks: as many as say which one it is. */
const MOST_OF_WHOLE = 6

function partLines({ aspect, pieces }: ChangedWords, isWhole: boolean, paint: DiffPaint): readonly string[] {
  const lines = changedLines(pieces)
  const told = isWhole ? lines.slice(0, MOST_OF_WHOLE) : lines
  const more = lines.length - told.length
  const label = aspect === 'text' ? '' : `${aspect}: `
  return [
    ...told.map((line) =>
      line === gap ? `    ${paint.dim('…')}` : `    ${paint.dim(label)}${paintLine(line, paint)}`,
    ),
    ...(more > 0 ? [`    ${paint.dim(`… ${counted(more, 'more line')}`)}`] : []),
  ]
}

/** Stands for lines that are the same. */
export const gap: readonly Piece[] = []

/** The lines of a text in which something changed. */
export function changedLines(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  for (const { kind, text } of pieces)
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([])
      if (part.trim() !== '') lines.at(-1)?.push({ kind, text: part })
    })
  const result: (readonly Piece[])[] = []
  for (const line of lines) {
    if (line.some(({ kind }) => kind !== 'same')) result.push(line)
    else if (line.length > 0 && result.length > 0 && result.at(-1) !== gap) result.push(gap)
  }
  return result.at(-1) === gap ? result.slice(0, -1) : result
}

const paintLine = (line: readonly Piece[], paint: DiffPaint): string =>
  shownPieces(line)
    .map(({ kind, text }) => (kind === 'same' ? text : paint[kind](text)))
    .join('')
    .trim()

/** What is the same only as far as it says where the change is. */
export const shownPieces = (line: readonly Piece[]): readonly Piece[] =>
  line.map(({ kind, text }, index) => {
    const plain = safe(text)
    return { kind, text: kind === 'same' ? shorten(plain, index > 0, index + 1 < line.length) : plain }
  })

/** Columns of what is the same that are shown beside a change, so that one finds it. */
const BESIDE = 32

/** Cuts the middle out of a long stretch, or the end that no change is at. */
function shorten(text: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const head = isAfterChange ? BESIDE : 0
  const tail = isBeforeChange ? BESIDE : 0
  if (displayWidth(text) <= head + tail + 8) return text
  const characters = [...text]
  return `${taken(characters, head)}…${reversed(taken(characters.reverse(), tail))}`
}

function taken(characters: readonly string[], columns: number): string {
  let [width, end] = [0, 0]
  for (const character of characters) {
    width += displayWidth(character)
    if (width > columns) break
    end++
  }
  return characters.slice(0, end).join('')
}

const reversed = (text: string): string => [...text].reverse().join('')

/** Like a line of ours, but with the blanks at its ends, which belong to the words beside it. */
function safe(text: string): string {
  const [head, tail] = [/^\s/.test(text), /\s$/.test(text)]
  const line = oneLine(text)
  return line === '' ? ' ' : `${head ? ' ' : ''}${line}${tail ? ' ' : ''}`
}
