/** Deck → the outline: how the notes become slides, as JSON and as a tree to read. */
import type { Deck, Layout, Slide, SlideKind } from '../model/deck.js'
import type { FindingReport } from '../model/finding.js'
import { spotIn } from '../model/joined.js'
import type { Lines } from '../model/notes.js'
import { clockTime, secondsToSay } from '../model/pace.js'
import { blocksText, displayWidth, plainText } from '../model/text.js'
import { counted, oneLine, shortened } from './phrases.js'
import { reportFindings } from './report.js'
import { countWords } from './wordList.js'

export interface OutlineSlide {
  readonly id: string
  readonly kind: SlideKind
  readonly layout: Layout
  /** Why it has that, where it is not for what it says: `variety`. */
  readonly because?: string
  readonly title: string
  /** Title of the section it is in; null before the first and in talks without. */
  readonly section: string | null
  /** The file that it comes from, where the deck is made of several. */
  readonly file?: string
  /** First and last line of the notes, from 1. */
  readonly lines: readonly [first: number, last: number]
  /** On the slide, its title included; a Chinese character counts as a word. */
  readonly words: number
  /** About how long it takes to say, speaker notes included. */
  readonly seconds: number
}

export interface OutlineJson {
  readonly title: string
  readonly lang: string
  readonly slides: readonly OutlineSlide[]
  readonly findings: readonly FindingReport[]
}

export function outlineOf(deck: Deck): OutlineJson {
  return {
    title: deck.title,
    lang: deck.lang,
    slides: deck.slides.map((slide) => outlineSlide(slide, deck)),
    findings: reportFindings(deck.findings, deck.file, deck.parts),
  }
}

function outlineSlide(slide: Slide, deck: Deck): OutlineSlide {
  const { id, kind, layout } = slide
  const { lines, file } = ownLines(slide.lines, deck)
  const section = slide.section === undefined ? undefined : deck.sections[slide.section]
  const facts = kind === 'title' ? Object.values(deck.facts).join(' ') : ''
  const shown = `${plainText(slide.title)} ${facts} ${blocksText(slide.blocks)}`
  return {
    id,
    kind,
    layout,
    ...(slide.because ? { because: slide.because } : {}),
    title: oneLine(plainText(slide.title)),
    section: section ? oneLine(plainText(section.title)) : null,
    ...(file === undefined ? {} : { file }),
    lines,
    words: countWords(shown),
    seconds: secondsToSay(shown, slide.speakerNotes.map(({ text }) => text).join('\n')),
  }
}

function ownLines(lines: Lines, { parts }: Deck): { readonly lines: Lines; readonly file?: string } {
  const [first, last] = [spotIn(parts, lines[0]), spotIn(parts, lines[1])]
  if (first === undefined || last === undefined) return { lines }
  return { lines: [first.line, first.file === last.file ? last.line : first.line], file: first.file }
}

/** Titles wider than this are shortened; the columns behind them stay in line. */
const widestTitle = 64

interface Row {
  readonly title: string
  readonly layout: string
  readonly lines: string
  readonly words: string
  readonly time: string
}

/**
 * The talk's title and facts, then a line per slide, indented as it hangs in the notes: title, layout, lines of the
 * notes, words, about how long it takes to say. Headings without a slide of their own stand above the slides they give their name to. `~` marks a
 * heading that was inferred. Ends with a line end.
 */
export function outlineText(deck: Deck): string {
  const inferred = new Set(
    deck.findings.flatMap(({ code, place }) => (code === 'heading-inferred' ? [place.line] : [])),
  )
  const rows = deck.slides.flatMap((slide): readonly Row[] => {
    if (slide.kind === 'title') return []
    const { title, layout, lines, words, seconds } = outlineSlide(slide, deck)
    const depth = (slide.bookmark ?? depthOfBorrowed(slide)) - 1
    const parents = slide.bookmarkParents ?? []
    const mark = slide.bookmark !== undefined && slide.kind !== 'agenda' && inferred.has(slide.lines[0]) ? '~ ' : ''
    return [
      ...parents.map((parent, at) => heading(parent, depth - parents.length + at)),
      {
        title: shortened(`${'  '.repeat(depth)}${mark}${title || '(no title)'}`, widestTitle),
        layout: slide.because ? `${layout} (${slide.because})` : layout,
        lines: slide.kind === 'agenda' ? '' : lines[0] === lines[1] ? `${lines[0]}` : `${lines[0]}–${lines[1]}`,
        words: slide.kind === 'agenda' ? '' : `${words}`,
        time: slide.kind === 'agenda' ? '' : clockTime(seconds),
      },
    ]
  })
  return [...headOf(deck), ...(rows.length > 0 ? ['', ...table(rows)] : []), ''].join('\n')
}

const heading = (title: string, depth: number): Row => ({
  title: shortened(`${'  '.repeat(depth)}${oneLine(title)}`, widestTitle),
  layout: '',
  lines: '',
  words: '',
  time: '',
})

/** Content under a borrowed title stands with the slides of its section, or of the heading above it. */
const depthOfBorrowed = (slide: Slide): number => (slide.section === undefined ? 1 : 2) + (slide.eyebrow ? 1 : 0)

function headOf(deck: Deck): readonly string[] {
  const { subtitle, event, place, date, author } = deck.facts
  const facts = [subtitle, event, place, date, author].filter((fact) => fact !== '')
  const sections = deck.sections.length === 0 ? [] : [counted(deck.sections.length, 'section')]
  const seconds = deck.slides.reduce((sum, slide) => sum + outlineSlide(slide, deck).seconds, 0)
  const planned = deck.duration > 0 ? ` of ${minutes(deck.duration)}` : ''
  const time = `about ${minutes(seconds)}${planned} min`
  const about = [...sections, counted(deck.slides.length, 'slide'), time, deck.lang].join(', ')
  return [oneLine(deck.title), ...(facts.length > 0 ? [oneLine(facts.join(' · '))] : []), about]
}

const minutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60))

function table(rows: readonly Row[]): readonly string[] {
  const head = { title: '', layout: 'layout', lines: 'lines', words: 'words', time: 'time' }
  const all = [head, ...rows]
  const width = (column: keyof Row): number => all.reduce((most, row) => Math.max(most, displayWidth(row[column])), 0)
  const widths = {
    title: width('title'),
    layout: width('layout'),
    lines: width('lines'),
    words: width('words'),
    time: width('time'),
  }
  return all.map((row) =>
    [
      pad(row.title, widths.title),
      pad(row.layout, widths.layout),
      padLeft(row.lines, widths.lines),
      padLeft(row.words, widths.words),
      padLeft(row.time, widths.time),
    ]
      .join('  ')
      .trimEnd(),
  )
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))
const padLeft = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text
