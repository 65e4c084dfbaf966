/** The words of a list's item → the whole clause that heads a slide, and what the item goes on to say; or that there is none. */
import { cutInlines } from '../../model/cutInlines.js'
import type { Block, Heading, Inline, Paragraph } from '../../model/notes.js'
import { matchPairs, sentences } from '../../model/sentences.js'
import { displayWidth, plainText } from '../../model/text.js'

export interface Headline {
  readonly title: Pick<Heading, 'inlines' | 'lines'>
  readonly below: readonly Paragraph[]
}

/** Latin letters; a Chinese character says as much as two and a half: 24 of them are the same. */
const WIDEST = 60
const PER_WIDE = 2.5
/** Columns of two lines: what is longer would be cut (plan/longTitles.ts). */
const WIDEST_TITLE = 84
/** A shorter label says nothing of a slide: `So:`, `注：`. */
const LEAST_LABEL = 6
/** On both sides of a mark that parts clauses: shorter ones may be a list's. */
const LEAST_CLAUSE = 16
/** Nobody heads a slide with a clause that long. */
const MOST_READ = 400

/** What a label ends with, and what parts two clauses; narrow marks count only before a space, as `1,000` and `12:30` hold none. */
const labelEnd = /(?:：|:(?=\s)|——?|\s[-–](?=\s))\s*/gu
const clauseEnd = /(?:；|;(?=\s)|，|,(?=\s(?:but|so|because|which|while|whereas|although|though|since|unless)\s))\s*/gu

/** @returns undefined where it cannot be said in so few words without cutting into brackets, quotes, lists or a clause */
export function headlineOf(paragraph: Paragraph): Headline | undefined {
  const whole = wholeOf(paragraph)
  const { inlines: said, lines } = whole.title
  const text = plainText(said)
  if (text.length <= WIDEST && weightOf(text) <= WIDEST) return whole
  const cut = cutOf(text.slice(0, MOST_READ), said)
  if (cut === undefined) return undefined
  const [title] = cutInlines(said, cut.end)
  const [, rest] = cutInlines(said, cut.next)
  return { title: { inlines: title, lines }, below: [{ kind: 'paragraph', inlines: rest, lines }] }
}

/** All of it on one line. */
export function wholeOf({ inlines, lines }: Paragraph): Headline {
  const said = inlines.map((inline): Inline => (inline.kind === 'break' ? { kind: 'text', text: ' ' } : inline))
  return { title: { inlines: said, lines }, below: [] }
}

/** A block that a title may say in full. */
export const isTitle = (block: Block): boolean =>
  block.kind === 'paragraph' && displayWidth(plainText(block.inlines).slice(0, MOST_READ)) <= WIDEST_TITLE

function weightOf(text: string): number {
  const letters = [...text].length
  const wide = Math.max(0, displayWidth(text) - letters)
  return letters - wide + wide * PER_WIDE
}

/** Where the headline ends, and where the text goes on. */
interface Cut {
  readonly end: number
  readonly next: number
}

function cutOf(text: string, inlines: readonly Inline[]): Cut | undefined {
  const whole = wholeIn(text, inlines)
  const isOpen = ({ end, next }: Cut): boolean =>
    next < text.length &&
    weightOf(text.slice(0, end)) <= WIDEST &&
    !whole.some(([first, last]) => (end > first && end < last) || (next > first && next < last))
  return [labelsIn(text), sentenceIn(text), clausesIn(text)].flat().find(isOpen)
}

const labelsIn = (text: string): readonly Cut[] =>
  cutsAt(text, labelEnd).filter(
    ({ end }) => weightOf(text.slice(0, end)) >= LEAST_LABEL && !/[,，、]/.test(text.slice(0, end)),
  )

function sentenceIn(text: string): readonly Cut[] {
  const [first = '', ...others] = sentences(text)
  const end = first.replace(/[。.]?\s*$/, '').length
  return others.length > 0 && weightOf(first) >= LEAST_LABEL ? [{ end, next: first.length }] : []
}

/** Where one clause follows another, both of them worth a line; of several alike short ones nobody knows that they are no list. */
function clausesIn(text: string): readonly Cut[] {
  const cuts = cutsAt(text, clauseEnd)
  const starts = [0, ...cuts.map(({ next }) => next)]
  const ends = [...cuts.map(({ end }) => end), text.length]
  const areWorth = starts.every((start, at) => weightOf(text.slice(start, ends[at])) >= LEAST_CLAUSE)
  return areWorth ? cuts : []
}

const cutsAt = (text: string, mark: RegExp): readonly Cut[] =>
  [...text.matchAll(mark)].map(({ 0: found, index }) => ({ end: index, next: index + found.length }))

/** Stretches that stay whole: brackets, quotes, and what is a link, code or the like. */
function wholeIn(text: string, inlines: readonly Inline[]): readonly (readonly [first: number, last: number])[] {
  const whole: (readonly [number, number])[] = [...matchPairs(text)].map(([open, close]) => [open, close + 1])
  let at = 0
  for (const inline of inlines) {
    const next = at + plainText([inline]).length
    if (!['text', 'strong', 'em'].includes(inline.kind)) whole.push([at, next])
    at = next
    if (at > text.length) break
  }
  return whole
}
