/** Deck → every word it says, each as often as the notes say it: what the deck repeats by itself is left out. */
import type { Deck, Slide } from '../model/deck.js'
import type { Block, Inline } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { wordsIn } from './wordList.js'

/** Words with their counts. */
export function saidWords(deck: Deck): Map<string, number> {
  const counts = new Map<string, number>()
  const say = (text: string): void => {
    for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  for (const fact of Object.values(deck.facts)) say(fact)
  for (const slide of deck.slides) saySlide(slide, say)
  return counts
}

type Say = (text: string) => void

function saySlide(slide: Slide, say: Say): void {
  if (slide.kind === 'agenda' || slide.kind === 'closing') return
  // A slide without a bookmark borrows its title; an eyebrow is some other slide's title or a parent's.
  if (slide.bookmark !== undefined) sayInlines(slide.title, say)
  for (const parent of slide.bookmarkParents ?? []) say(parent)
  for (const block of slide.blocks) sayBlock(block, say)
  for (const { text } of slide.speakerNotes) say(text)
}

function sayBlock(block: Block, say: Say): void {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      sayInlines(block.inlines, say)
      return
    case 'list':
      for (const item of block.items) for (const inside of item.blocks) sayBlock(inside, say)
      return
    case 'columns':
      for (const column of block.columns) for (const inside of column.blocks) sayBlock(inside, say)
      return
    case 'callout':
      if (block.title) sayInlines(block.title, say)
      for (const inside of block.blocks) sayBlock(inside, say)
      return
    case 'quote':
    case 'footnote':
      for (const inside of block.blocks) sayBlock(inside, say)
      return
    case 'code':
    case 'aside':
      say(block.text)
      return
    case 'math':
      say(block.tex)
      return
    case 'table':
      for (const row of [block.head, ...block.rows])
        for (const cell of row) {
          sayInlines(cell.inlines, say)
          for (const inside of cell.blocks ?? []) sayBlock(inside, say)
        }
      return
    case 'media':
      say(block.title)
      return
    case 'picture':
      // What is drawn says all that its source says: in labels, and in lines.
      say(block.drawing ? block.drawing.code.text : block.alt)
      if (block.words !== block.alt) say(block.words ?? '')
      if (block.caption !== block.alt) say(block.caption)
      return
    case 'definitions':
      for (const { term, blocks } of block.items) {
        sayInlines(term, say)
        for (const inside of blocks) sayBlock(inside, say)
      }
      return
    case 'cut':
      return
  }
}

/**
 * Piece by piece, as the source is cut by its own signs: `un**believable**` is two words there and here. Where
 * emphasis stands inside a word, the pieces together count as well.
 */
function sayInlines(inlines: readonly Inline[], say: Say): void {
  const pieces = inlines.flatMap(leaves)
  for (const piece of pieces) say(piece)
  if (pieces.length < 2) return
  const apart = new Set(pieces.flatMap(wordsIn))
  for (const word of wordsIn(plainText(inlines))) if (!apart.has(word)) say(word)
}

function leaves(inline: Inline): readonly string[] {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return [inline.text]
    case 'math':
      return [inline.tex]
    case 'image':
      return [inline.alt, inline.words ?? '']
    case 'ruby':
      return [inline.base, inline.reading]
    case 'break':
    case 'footnote':
      return []
    default:
      return inline.children.flatMap(leaves)
  }
}
