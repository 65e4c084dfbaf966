/** Blocks of the notes → the same, where a talk's title opens a slide, and who spoke, when, and where it can be found is its byline. */

import type { Finding } from '../model/finding.js'
import { pushAll } from '../model/lists.js'
import type { Block, Heading, Inline, Paragraph } from '../model/notes.js'
import { once } from '../model/once.js'
import { displayWidth, plainText } from '../model/text.js'
import { guessFact, readFactLine } from './factLines.js'

const WIDEST = 90
const WIDEST_UNKNOWN = 24
const MOST_PARTS = 8

const label =
  /^(?:(?:演讲|演講|分享|报告|報告|发言|發言)(?:人|者|嘉宾|嘉賓)|主讲人?|主講人?|讲者|講者|讲师|講師|嘉宾|嘉賓|発表者|登壇者|speakers?|presenters?|presented by)\s*[:：]\s*\S/i
const by = once(
  () => /^[Bb]y\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:van|von|de|da|del|la|der)\s+)?\p{Lu}[\p{L}.'’-]*)+(?:\s*[,(（@&].*)?$/u,
)
const isSentence = /[。！？!?；;]|[.]\s+[A-Z]|(?<!\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Dr))\.$/u

/** `演讲人：张三，某公司`, `Speaker: Jane Doe`, `by Jane Doe`. */
export function isSpeakerLine(text: string): boolean {
  const line = text.trim()
  if (displayWidth(line) > WIDEST) return false
  if (label.test(line)) return !isSentence.test(line)
  return /^[Bb]y\s/.test(line) && by().test(line) && !isSentence.test(line)
}

/**
 * @param infer whether bold lines may be headings
 * @returns with a finding for each of them
 */
export function openTalks(
  blocks: readonly Block[],
  infer: boolean,
): {
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
} {
  const made: Block[] = []
  const findings: Finding[] = []
  let level = 1
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (block === undefined) break
    if (block.kind === 'heading') {
      level = block.level
      made.push(block)
      const taken = level === 1 ? undefined : bylineBelow(blocks, at + 1)
      if (taken) {
        made.push(taken.byline)
        at += taken.count
      }
      continue
    }
    const talk = infer ? talkAt(blocks, at) : undefined
    if (talk === undefined) {
      made.push(block)
      continue
    }
    const heading: Heading = {
      kind: 'heading',
      level: Math.min(6, level + 1),
      inlines: talk.title.inlines.flatMap((inline) => ('children' in inline ? inline.children : [inline])),
      inferred: 'bold line',
      lines: talk.title.lines,
    }
    findings.push({
      code: 'heading-inferred',
      place: { line: heading.lines[0] },
      facts: { text: plainText(heading.inlines), from: 'bold line' },
    })
    made.push(heading)
    pushAll(made, talk.bylines)
    at += talk.count - 1
  }
  return { blocks: made, findings }
}

interface Talk {
  readonly title: Paragraph
  readonly bylines: readonly Paragraph[]
  /** Blocks that it takes. */
  readonly count: number
}

/** A bold line, and below it who speaks: two paragraphs, or lines that were read as points. */
function talkAt(blocks: readonly Block[], at: number): Talk | undefined {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block?.kind === 'paragraph' && isBold(block) && next?.kind === 'paragraph' && isSpeaker(next))
    return { title: block, bylines: [asByline(next)], count: 2 }
  if (block?.kind !== 'list' || block.ordered || block.items.length > MOST_PARTS) return undefined
  const lines = block.items.flatMap(({ blocks: [only, ...more], done }) =>
    only?.kind === 'paragraph' && more.length === 0 && done === undefined ? [only] : [],
  )
  const [title, speaker, ...facts] = lines
  if (lines.length !== block.items.length || !title || !speaker || !isBold(title) || !isSpeaker(speaker))
    return undefined
  if (!facts.every(({ inlines }) => readFactLine(plainText(inlines))?.field !== undefined)) return undefined
  return { title, bylines: [asByline(lineOf([speaker, ...facts]))], count: 1 }
}

/** Right below a heading: who speaks, or quotes that hold nothing but such facts. */
function bylineBelow(
  blocks: readonly Block[],
  from: number,
): { readonly byline: Paragraph; readonly count: number } | undefined {
  const first = blocks[from]
  if (first?.kind === 'paragraph' && isSpeaker(first)) return { byline: asByline(first), count: 1 }
  const lines: Paragraph[] = []
  let count = 0
  for (let block = blocks[from]; block?.kind === 'quote'; block = blocks[from + ++count]) {
    const inside = block.blocks.filter((each) => each.kind === 'paragraph')
    if (inside.length !== block.blocks.length || inside.length === 0) return undefined
    pushAll(lines, inside)
    if (lines.length > MOST_PARTS) return undefined
  }
  return count > 0 && areFacts(lines) ? { byline: asByline(lineOf(lines)), count } : undefined
}

/** In place of a link within a line of text. */
const LINK = '\u0001'

/** `张三 / 2018-05-01 / https://…`, or a line each; one part may be anything short. */
function areFacts(lines: readonly Paragraph[]): boolean {
  const text = lines.map(({ inlines }) => inlines.map(partText).join('')).join('\n')
  if (displayWidth(text) > 2 * WIDEST) return false
  const parts = text.split(/\n|\s+[/|｜·]\s+/).map((part) => part.trim())
  if (parts.length < 2 || parts.length > MOST_PARTS) return false
  let [sure, unknown] = [0, 0]
  for (const part of parts) {
    const fact = readFactLine(part)
    if (part.includes(LINK) && displayWidth(part.replace(LINK, '')) <= WIDEST_UNKNOWN) sure++
    else if (isSpeakerLine(part) || (fact?.field === 'date' && fact.sure)) sure++
    else if (fact?.field !== undefined || fact?.labelled || guessFact(part) !== undefined) continue
    else if (part === '' || isSentence.test(part) || displayWidth(part) > WIDEST_UNKNOWN || ++unknown > 1) return false
  }
  return sure > 0
}

const partText = (inline: Inline): string =>
  inline.kind === 'link' ? LINK : inline.kind === 'break' ? '\n' : plainText([inline])

const isSpeaker = ({ inlines, lines }: Paragraph): boolean => lines[0] === lines[1] && isSpeakerLine(plainText(inlines))

const isBold = ({ inlines }: Paragraph): boolean => inlines.length === 1 && inlines[0]?.kind === 'strong'

/** Several lines as one. */
function lineOf(lines: readonly Paragraph[]): Paragraph {
  const [first, ...others] = lines
  const whole: Paragraph = { kind: 'paragraph', inlines: [], lines: first?.lines ?? [1, 1], ...first }
  const inlines = [whole, ...others].flatMap((line, at): readonly Inline[] => [
    ...(at > 0 ? [between] : []),
    ...line.inlines,
  ])
  return { ...whole, inlines, lines: [whole.lines[0], others.at(-1)?.lines[1] ?? whole.lines[1]] }
}

const between: Inline = { kind: 'text', text: ' · ' }

const asByline = (line: Paragraph): Paragraph => ({
  ...line,
  inlines: line.inlines.map((inline) => (inline.kind === 'break' ? between : inline)),
  byline: true,
})

/** What a slide's content begins with, where that is its byline, and the rest. */
export function byline(blocks: readonly Block[]): { readonly line: readonly Block[]; readonly rest: readonly Block[] } {
  const [first] = blocks
  return first?.kind === 'paragraph' && first.byline
    ? { line: [first], rest: blocks.slice(1) }
    : { line: [], rest: blocks }
}
