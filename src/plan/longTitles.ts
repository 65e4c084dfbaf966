/** Headings too long for a title → their first sentence or clause, and what they go on to say as the text below. */
import type { Finding } from '../model/finding.js'
import type { Block, Heading, Inline, Paragraph } from '../model/notes.js'
import { sentences } from '../model/sentences.js'
import { displayWidth, plainText } from '../model/text.js'
import { cutInlines } from './cutInlines.js'

/** Columns: about three lines of a title. */
const widest = 120
/** A clause narrower than this says too little: `首先，` `So,`. */
const leastClause = 24
/** Where there is no clause to end it, a title is so many columns of words. */
const widestWords = 96

/** Marks that end a clause: the narrow ones only before a space, as `1,000` and `12:30` hold none. */
const clauseEnd = /[，；：。！？]|[,;:](?=\s)|——?|\s[–-](?=\s)/gu

/** So a bookmark, an agenda entry and an eyebrow can be read at a glance, and no title fills its slide. */
export function shortenTitles(blocks: readonly Block[]): {
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const shortened = blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'heading') return [block]
    const text = plainText(block.inlines)
    if (displayWidth(text) <= widest) return [block]
    findings.push({ code: 'heading-long', place: { line: block.lines[0] }, facts: { text } })
    return shorten(block, text)
  })
  return { blocks: shortened, findings }
}

function shorten(heading: Heading, text: string): readonly [Heading, Paragraph] {
  const below = (inlines: readonly Inline[]): Paragraph => ({ kind: 'paragraph', inlines, lines: heading.lines })

  const sentence = sentences(text)[0]?.trimEnd() ?? ''
  if (sentence.length < text.trimEnd().length && displayWidth(sentence) <= widest) {
    const [title, rest] = cutInlines(heading.inlines, sentence.length)
    return [{ ...heading, inlines: withoutEnd(title) }, below(withoutStart(rest))]
  }
  const end = endOfClause(text) ?? endOfWords(text)
  if (end === undefined) {
    // One endless word: cut, it would be another word, so the text says it again in full.
    const [title] = cutInlines(heading.inlines, widestWords)
    return [{ ...heading, inlines: [...title, ellipsis] }, below(heading.inlines)]
  }
  const [title, rest] = cutInlines(heading.inlines, end)
  return [{ ...heading, inlines: [...withoutEnd(title), ellipsis] }, below([ellipsis, ...withoutStart(rest)])]
}

const ellipsis: Inline = { kind: 'text', text: '…' }

/** Where the first clause that is worth a title ends. */
function endOfClause(text: string): number | undefined {
  for (const { index } of text.slice(0, widest).matchAll(clauseEnd)) {
    const width = displayWidth(text.slice(0, index))
    if (width > widest) return undefined
    if (width >= leastClause) return index
  }
  return undefined
}

/** Where the last word ends that a title has room for. Segmenting by the rules of Chinese does for other languages too. */
function endOfWords(text: string): number | undefined {
  const head = text.slice(0, widestWords + 1)
  let end: number | undefined
  for (const { index, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(head)) {
    if (displayWidth(head.slice(0, index)) > widestWords) break
    if (isWordLike && index > 0) end = index
  }
  return end
}

/** Without the space and the full stop or other mark that the title would end in. */
const withoutEnd = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.map((inline, at) =>
    inline.kind === 'text' && at === inlines.length - 1
      ? { kind: 'text', text: inline.text.replace(/[\s，、；：。.,;:—–-]+$/u, '') }
      : inline,
  )

/** Without the space and the marks of a clause that the text below would begin with. */
const withoutStart = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.map((inline, at) =>
    inline.kind === 'text' && at === 0
      ? { kind: 'text', text: inline.text.replace(/^[\s，、；：。,;:—–-]+/u, '') }
      : inline,
  )
