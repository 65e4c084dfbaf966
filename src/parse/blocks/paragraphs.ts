/** A paragraph as written → what it is: prose, a list of points, pictures, a line that names what follows, a placeholder. */

import { wordsOf } from '../../model/commonText.js'
import type { Finding, Place } from '../../model/finding.js'
import { pushAll } from '../../model/lists.js'
import type { Aside, Block, Inline, Lines, List, ListItem, Media, Paragraph, Picture } from '../../model/notes.js'
import { displayWidth, plainText } from '../../model/text.js'
import type { Place as Where } from '../html/around.js'
import { mediaAt, mediumOf } from '../html/media.js'
import type { InlineRun } from '../inlineRun.js'
import { columnOf } from '../lines.js'
import { isBrokenOff, isPlaceholder } from '../placeholders.js'
import { repeatsHeading } from '../repeats.js'
import { arePoints, areTurns, endsInColon, isTurn, pointWidth } from '../shapes.js'
import { joined, type TextLine, trimmed } from '../textLines.js'
import { captionBelow, captionInLine, withCaption } from './captions.js'

export interface ParagraphContext {
  readonly place: Where
  readonly repair: boolean
  /** Of slides that the author wrote as such. */
  readonly isWritten?: boolean
  readonly breaksLines?: boolean
  /** The heading right above, in plain text. */
  readonly heading: string | undefined
  /** Of HTML, where the end of a line is a space. */
  readonly flows?: boolean
  /** There is nothing else in its list item. */
  readonly alone: boolean
  /** Line of the notes for an offset from the paragraph's first line. */
  readonly lineOf: (offset: number) => number
  readonly lastLine: number
  /** A line of the notes as it was written. */
  readonly written: (line: number) => string
  readonly report: (finding: Finding) => void
}

/** A line of text with the lines of the notes it comes from. */
interface Row extends TextLine {
  readonly lines: Lines
}

/** Columns. */
export const widestIntroduction = 120

export const readParagraph = (run: InlineRun, context: ParagraphContext): readonly Block[] => {
  const rows = run.lines.map((line, index): Row => {
    const next = run.lines[index + 1]
    const first = context.lineOf(line.offset)
    const last = next === undefined ? context.lastLine : context.lineOf(next.offset) - 1
    return { ...line, lines: [first, Math.max(first, last)] }
  })
  const parted = rows.flatMap((row) => (endsLines(row, context) ? withPicturesApart(row, run.titles) : [row]))
  const said = context.repair && !context.isWritten ? dropRepeat(parted, context) : parted
  const blocks: Block[] = []
  let text: Row[] = []
  let asides: Aside[] = []
  let isOpen = false
  const endText = (): void => {
    pushAll(
      blocks,
      [...textBlocks(text, context), ...asides].sort((one, other) => one.lines[0] - other.lines[0]),
    )
    text = []
    asides = []
  }
  for (const row of said) {
    const pictures = picturesOf(row, run.titles) ?? (context.repair ? captionedPicture(row, run.titles) : undefined)
    const above = context.repair && text.length === 0 ? blocks.at(-1) : undefined
    const caption = above?.kind === 'picture' ? captionBelow(row.inlines, true) : undefined
    const captioned = above?.kind === 'picture' && caption ? withCaption(above, caption, row.lines[1]) : undefined
    if (captioned !== undefined) {
      blocks[blocks.length - 1] = captioned
      continue
    }
    if (pictures !== undefined) {
      endText()
      pushAll(blocks, pictures)
    } else if (context.repair && isPlaceholderRow(row, said.length, context)) {
      asides.push(asideOf(row, context))
      context.report({ code: 'placeholder', place: placeOf(row, context), facts: { text: row.text } })
      isOpen = isBrokenOff(row.text)
    } else if (isOpen && goesOn(row, said, context)) {
      asides.push(asideOf(row, context))
      isOpen = isBrokenOff(row.text)
    } else {
      text.push(row)
      isOpen = false
    }
  }
  endText()
  return blocks
}

/** The first line under a heading need not say the heading again. */
const dropRepeat = (rows: readonly Row[], context: ParagraphContext): readonly Row[] => {
  const first = rows[0]
  if (context.heading === undefined || context.place !== 'page' || first === undefined) return rows
  if (!first.inlines.every(isPlain) || !repeatsHeading(context.heading, first.text)) return rows
  context.report({ code: 'heading-repeated', place: { line: first.lines[0] }, facts: { text: first.text } })
  return rows.slice(1)
}

const isPlain = (inline: Inline): boolean => ['text', 'strong', 'em', 'code'].includes(inline.kind)

const isPlaceholderRow = (row: Row, count: number, context: ParagraphContext): boolean =>
  (context.place !== 'item' || context.alone || count > 1) &&
  // Code shows a word, it does not say it.
  row.inlines[0]?.kind !== 'code' &&
  isPlaceholder(row.text)

const asideOf = (row: Row, context: ParagraphContext): Aside => {
  return { kind: 'aside', origin: 'unfinished', text: context.written(row.lines[0]).trim(), lines: row.lines }
}

/** Behind a line that is unfinished: where lines are no points of their own, this one says the rest of it. */
const goesOn = (row: Row, rows: readonly Row[], context: ParagraphContext): boolean =>
  context.place === 'item' ? !isLazy(row, context) : /^\p{Ll}/u.test(row.text) || !areRowsPoints(rows, context)

const placeOf = (row: Row, context: ParagraphContext): Place => {
  const written = context.written(row.lines[0])
  const word = wordsOf(row.text)[0]
  const column = columnOf(written, row.text) ?? (word === undefined ? undefined : columnOf(written, word))
  return column === undefined ? { line: row.lines[0] } : { line: row.lines[0], column }
}

/** Pictures of a line that holds nothing else, each with the link around it; some editors write films as pictures. */
const picturesOf = (row: Row, titles: ReadonlyMap<Inline, string>): readonly (Picture | Media)[] | undefined => {
  const pictures: (Picture | Media)[] = []
  for (const inline of row.inlines) {
    const images = inline.kind === 'link' ? inline.children : [inline]
    for (const image of images) {
      if (image.kind === 'image' && mediumOf(image.src)) {
        const title = captionOf(image.alt, titles.get(image))
        pictures.push({ kind: 'media', ...mediaAt(image.src, { title }), lines: row.lines })
      } else if (image.kind === 'image') {
        pictures.push({
          kind: 'picture',
          src: image.src,
          alt: image.alt,
          ...(image.words === undefined ? {} : { words: image.words }),
          caption: image.words === undefined ? captionOf(image.alt, titles.get(image)) : '',
          ...(image.size ? { size: image.size } : {}),
          ...(inline.kind === 'link' ? { href: inline.href } : {}),
          lines: row.lines,
        })
      } else if (image.kind !== 'break' && !(image.kind === 'text' && image.text.trim() === '')) return undefined
    }
  }
  return pictures.length > 0 ? pictures : undefined
}

/**
 * A line that holds nothing but pictures is one by itself, also where lines around it end in a break: it is no letter among others.
 * Words right behind the break below it may be its caption (captions.ts).
 */
function withPicturesApart(row: Row, titles: ReadonlyMap<Inline, string>): readonly Row[] {
  const { inlines, lines } = row
  if (!inlines.some(({ kind }) => kind === 'break') || !inlines.some(({ kind }) => kind === 'image' || kind === 'link'))
    return [row]
  const parts: { readonly inlines: Inline[]; readonly isPicture: boolean; readonly from: number; to: number }[] = []
  linesIn(inlines).forEach((line, at) => {
    const isPicture = picturesOf({ ...row, inlines: line }, titles) !== undefined
    const last = parts.at(-1)
    if (last && !last.isPicture && !isPicture) {
      last.inlines.push({ kind: 'break' }, ...line)
      last.to = at
    } else if (line.length > 0) parts.push({ inlines: [...line], isPicture, from: at, to: at })
  })
  if (!parts.some(({ isPicture }) => isPicture) || parts.length < 2) return [row]
  if (parts[0]?.isPicture && captionInLine(inlines)) return [row]
  const lineAt = (below: number): number => Math.min(lines[0] + below, lines[1])
  return parts.map(({ inlines, from, to }) => {
    const kept = trimmed(inlines)
    return { inlines: kept, text: plainText(kept).trim(), offset: row.offset + from, lines: [lineAt(from), lineAt(to)] }
  })
}

/** In items and cells, `<br>` within a line of the notes is a part of what that says. */
const endsLines = ({ inlines, lines }: Row, { place }: ParagraphContext): boolean =>
  place !== 'item' || inlines.filter(({ kind }) => kind === 'break').length <= lines[1] - lines[0]

/** What stands between breaks. */
function linesIn(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]]
  for (const inline of inlines) {
    if (inline.kind === 'break') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  return lines
}

function captionedPicture(row: Row, titles: ReadonlyMap<Inline, string>): readonly Picture[] | undefined {
  const { above, caption } = captionInLine(row.inlines) ?? {}
  const [only] = above === undefined ? [] : (picturesOf({ ...row, inlines: above }, titles) ?? [])
  const made = only?.kind === 'picture' && caption ? withCaption(only, caption, row.lines[1]) : undefined
  return made === undefined ? undefined : [made]
}

/** Editors fill in the file's name as alternative text; nobody wants to read that under a picture. */
const captionOf = (alt: string, title: string | undefined): string => {
  if (title !== undefined) return title
  const isFileName =
    /\.(?:png|jpe?g|gif|svg|webp|bmp)$|^(?:image|img|pic|picture|photo|screenshot|截图|图片|圖片)?[\s_-]*[\d_-]*$/i
  return isFileName.test(alt) ? '' : alt
}

const textBlocks = (rows: readonly Row[], context: ParagraphContext): readonly Block[] => {
  if (rows.length === 0) return []
  if (context.flows) return [paragraph(rows, joined(rows))]
  if (context.breaksLines) return [paragraph(rows, joined(rows, { kind: 'break' }))]
  if (!context.repair || context.isWritten) return [paragraph(rows, joined(rows))]
  if (context.place !== 'page') {
    const keepsLines =
      areRowsPoints(rows, context) && (context.place === 'quote' || rows.slice(1).every((row) => isLazy(row, context)))
    return [paragraph(rows, joined(rows, keepsLines ? { kind: 'break' } : undefined))]
  }
  const blocks: Block[] = []
  const splits = areRowsPoints(rows, context)
  let group: Row[] = []
  const endGroup = (): void => {
    if (group.length > 0) pushAll(blocks, pointsOrProse(group, context))
    group = []
  }
  rows.forEach((row, index) => {
    // Inside hard-wrapped prose a colon at a line's end means nothing; at its beginning it names the rest.
    if (isIntroduction(row) && (index === 0 || splits)) {
      endGroup()
      blocks.push({ ...paragraph([row], row.inlines), introduces: true })
    } else group.push(row)
  })
  endGroup()
  return blocks
}

/** A line that belongs to an item only because nothing ended it: not indented as a wrapped line would be. */
const isLazy = (row: Row, context: ParagraphContext): boolean => /^\S/.test(context.written(row.lines[0]))

const isIntroduction = (row: Row): boolean =>
  endsInColon(row.text) && displayWidth(row.text.slice(0, 400)) <= widestIntroduction

/** Lines of a text that was set: a word is cut at the end of one. */
const areSet = (rows: readonly Row[], { written }: ParagraphContext): boolean =>
  rows.some(({ lines }) => /[a-z]{2,}[-\u00ad]$/.test(written(lines[0])) && /^\s*[a-z]{2,}/.test(written(lines[0] + 1)))

const areRowsPoints = (rows: readonly Row[], context: ParagraphContext): boolean =>
  rows.length > 1 && !areSet(rows, context) && arePoints(rows.map((row) => row.text))

const pointsOrProse = (rows: readonly Row[], context: ParagraphContext): readonly Block[] => {
  const items = itemsOf(rows, context)
  if (items.length < 2) return [paragraph(rows, joined(rows))]
  const lines = spanOf(rows)
  context.report({
    code: 'lines-as-points',
    place: { line: lines[0], endLine: lines[1] },
    facts: { count: rows.length },
  })
  const list: List = { kind: 'list', ordered: false, items, lines }
  return [list]
}

/** An item for each row among points, for each turn of a conversation, and one for all the rows of prose. */
const itemsOf = (rows: readonly Row[], context: ParagraphContext): readonly ListItem[] => {
  const points = areRowsPoints(rows, context)
  const turns = !points && areTurns(rows.map((row) => row.text))
  const groups: Row[][] = []
  for (const row of rows) {
    const begins = points || (turns && isTurn(row.text))
    if (begins || groups.length === 0) groups.push([row])
    else groups.at(-1)?.push(row)
  }
  return groups.map((group) => ({ blocks: [paragraph(group, joined(group))], lines: spanOf(group) }))
}

const paragraph = (rows: readonly Row[], inlines: readonly Inline[]): Paragraph => ({
  kind: 'paragraph',
  inlines,
  lines: spanOf(rows),
})

const spanOf = (rows: readonly Row[]): Lines => [rows[0]?.lines[0] ?? 1, rows.at(-1)?.lines[1] ?? 1]

/** Short enough to be a label rather than a sentence that ends in a colon. */
export const isShortIntroduction = (text: string): boolean =>
  endsInColon(text) && displayWidth(text.slice(0, 400)) <= pointWidth
