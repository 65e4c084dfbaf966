/** Headings too long for a title → their first sentence or clause, and what they go on to say as the text below. */

import { cutInlines } from '../model/cutInlines.js'
import type { Finding } from '../model/finding.js'
import type { Block, Heading, Inline, Paragraph } from '../model/notes.js'
import { phraseStarts } from '../model/phrases.js'
import { sentences } from '../model/sentences.js'
import { displayWidth, plainText } from '../model/text.js'

/** Columns: about three lines of a title. */
const widest = 120
/** A clause narrower than this says too little: `首先，` `So,`. */
const leastClause = 24
/** Where there is no clause to end it, a title is so many columns of words. */
const widestWords = 96

/** Marks that end a clause: the narrow ones only before a space, as `1,000` and `12:30` hold none. */
const clauseEnd = /(?:[，；：。！？]|[,;:](?=\s)|——?|\s[–-](?=\s))\s*/gu

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
  const { inlines, lines } = heading
  const below = (rest: readonly Inline[]): Paragraph => ({ kind: 'paragraph', inlines: rest, lines })

  const sentence = endOfSentence(text)
  if (sentence) {
    const [title] = cutInlines(inlines, sentence.end)
    const [, rest] = cutInlines(inlines, sentence.next)
    return [{ ...heading, inlines: title }, below(rest)]
  }
  const cut = endOfClause(text) ?? endOfWords(text)
  if (cut) {
    const [title] = cutInlines(inlines, cut.end)
    const [, rest] = cutInlines(inlines, cut.next)
    return [{ ...heading, inlines: [...title, ellipsis] }, below([ellipsis, ...rest])]
  }
  // One endless word: cut, it would be another word, so the text says it again in full.
  const [title] = cutInlines(inlines, widestWords)
  return [{ ...heading, inlines: [...title, ellipsis] }, below(inlines)]
}

const ellipsis: Inline = { kind: 'text', text: '…' }

/** Where the title ends, and where the text goes on behind the marks and the space in between. */
interface Cut {
  readonly end: number
  readonly next: number
}

function endOfSentence(text: string): Cut | undefined {
  const [first = '', ...others] = sentences(text)
  const title = first.replace(/[。.]?\s*$/, '')
  if (others.length === 0 || displayWidth(title) > widest) return undefined
  return { end: title.length, next: first.length }
}

/** The first clause that is worth a title. */
function endOfClause(text: string): Cut | undefined {
  for (const { 0: mark, index } of text.slice(0, widest + 1).matchAll(clauseEnd)) {
    const width = displayWidth(text.slice(0, index))
    if (width > widest) return undefined
    if (width >= leastClause) return { end: index, next: index + mark.length }
  }
  return undefined
}

/** As many words as a title has room for. Segmenting by the rules of Chinese does for other languages too. */
function endOfWords(text: string): Cut | undefined {
  const head = text.slice(0, widestWords + 1)
  let next = 0
  for (const start of phraseStarts(head, 'zh')) {
    if (displayWidth(head.slice(0, start)) > widestWords) break
    next = start
  }
  return next === 0 ? undefined : { end: head.slice(0, next).trimEnd().length, next }
}
