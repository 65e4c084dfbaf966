/** A deck → what it needs from outside: its pictures, and the characters that fonts must draw. */
import type { Glyphs } from '../model/bundle.js'
import type { Deck } from '../model/deck.js'
import type { Formulary } from '../model/formulary.js'
import { formulaText } from '../model/formulaText.js'
import { composed, lettersIn } from '../model/letters.js'
import type { Block, Formula, FormulaInline, Inline, Lines, NumberStyle } from '../model/notes.js'
import { readRemark } from '../model/remarks.js'
import { stageText } from '../model/stageWords.js'
import type { Template } from '../model/template.js'
import { inlinesOf, visitBlocks, visitInlines } from '../model/visit.js'
import { isLead } from './blocks.js'
import { withoutComments } from './css.js'
import { flowArrows } from './flow.js'
import { mediaSigns } from './media.js'

export interface WantedPicture {
  readonly src: string
  readonly lines: Lines
}

/** Every picture of the deck once, at the place it is used first. */
export function picturesOf(deck: Deck): readonly WantedPicture[] {
  const wanted = new Map<string, WantedPicture>()
  const want = (src: string, lines: Lines) => {
    if (!wanted.has(src)) wanted.set(src, { src, lines })
  }
  for (const slide of deck.slides) {
    visitInlines(slide.title, (inline) => inline.kind === 'image' && want(inline.src, slide.lines))
    for (const { picture } of slide.wish?.backgrounds ?? []) if (picture) want(picture, slide.lines)
    visitBlocks(slide.blocks, (block) => {
      if (block.kind === 'picture' && !block.drawing) want(block.src, block.lines)
      if (block.kind === 'media' && block.poster !== undefined) want(block.poster, block.lines)
      for (const line of inlinesOf(block)) {
        visitInlines(line, (inline) => inline.kind === 'image' && want(inline.src, block.lines))
      }
    })
  }
  return [...wanted.values()]
}

/** The characters of what a template itself says, beyond ASCII, which every deck has, and which its markup is written in. */
export const textOf = ({ layouts, css }: Template): string =>
  [...layouts.values(), withoutComments(css)].join('').replace(ascii, '')
const ascii = /[\0-\x7f]+/g

/** Letters, digits and signs that page numbers, parts and templates may use anywhere. */
const BASICS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
const LIST_NUMBERS: Partial<Record<NumberStyle, string>> = {
  cjk: '〇零一二三四五六七八九十百、',
  circled: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  'closed-wide': '（）',
}

/**
 * Collects every character of the deck by the weight and family it may be drawn in.
 * What may stand in bold on one look stands plain on another, so titles count as both.
 *
 * @param also text that comes from elsewhere: the footer, the words of a template
 */
export function glyphsOf(deck: Deck, also = '', formulary?: Formulary): Glyphs {
  const regular = new Set(BASICS)
  const bold = new Set(BASICS)
  const italic = new Set<string>()
  const mono = new Set<string>()
  const monoBold = new Set<string>()
  const add = (text: string, ...sets: readonly Set<string>[]) => {
    for (const letter of lettersIn(composed(text))) if (letter >= ' ') for (const set of sets) set.add(letter)
  }
  /** What formulas have no characters for is drawn as text is; in lists of titles, all of it. */
  const addFormula = (
    { tex, whole = tex }: Formula | FormulaInline,
    display: boolean,
    ...sets: readonly Set<string>[]
  ): void => {
    const made = formulary?.typeset(whole, display)
    if (made === undefined || 'fault' in made) add(tex, mono)
    else for (const text of made.faces.values()) add(text.replace(ascii, ''), regular)
    if (sets.includes(bold)) add(formulaText(whole), ...sets)
  }
  const addInlines = (inlines: readonly Inline[], ...sets: readonly Set<string>[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'text') add(inline.text, ...sets)
      else if (inline.kind === 'code') add(inline.text, mono, ...(sets.includes(bold) ? [monoBold] : []))
      else if (inline.kind === 'math') addFormula(inline, false, ...sets)
      else if (inline.kind === 'image') add(inline.alt + inline.src, ...sets)
      else if (inline.kind === 'strong' || inline.kind === 'lead' || inline.kind === 'unit')
        addInlines(inline.children, ...sets, bold)
      // Of stressed Chinese, the dots are letters as well.
      else if (inline.kind === 'em') {
        addInlines(inline.children, ...sets, italic)
        add('•', ...sets)
      } else if (inline.kind === 'kbd') addInlines(inline.children, ...sets, mono)
      else if (inline.kind === 'ruby') add(`${inline.base}${inline.reading}()`, ...sets)
      else if ('children' in inline) addInlines(inline.children, ...sets)
    }
  }

  const addBlock = (block: Block): void => {
    const inBold = ['heading', 'table', 'definitions', 'callout'].includes(block.kind) || isLead(block)
    for (const line of inlinesOf(block)) addInlines(line, regular, ...(inBold ? [bold] : []))
    if (block.kind === 'callout') add(deck.words.callouts[block.type], bold)
    // Long code is numbered.
    if (block.kind === 'code') add(`${block.text}0123456789`, mono)
    if (block.kind === 'math') addFormula(block, true)
    if (block.kind === 'picture' && block.drawing) add(block.alt, regular, bold, italic, mono)
    else if (block.kind === 'picture') add(block.alt + block.caption + block.src, regular)
    if (block.kind === 'media') add(block.title + block.host + mediaSigns[block.medium], regular, bold)
    // Looks set the numbers of lists in bold.
    if (block.kind === 'list' && block.numbers) add(LIST_NUMBERS[block.numbers] ?? '', regular, bold)
    if (block.kind === 'list' && block.as === 'flow') add(flowArrows, regular, bold)
    // Documents show what the notes have in its place.
    if (block.kind === 'list' && block.instead) visitBlocks(block.instead, addBlock)
  }

  const words = Object.values(deck.words).filter((word) => typeof word === 'string')
  add(Object.values(deck.facts).join('') + words.join('') + deck.title + also, regular, bold)
  // What the player says on stage.
  add(stageText(deck.lang), regular)
  for (const section of deck.sections) addInlines(section.title, regular, bold)
  for (const slide of deck.slides) {
    addInlines(slide.title, regular, bold)
    addInlines(slide.eyebrow ?? [], regular, bold)
    add(`${slide.wish?.header ?? ''}${slide.wish?.footer ?? ''}`, regular, bold)
    // They are printed on paper.
    for (const { text } of slide.speakerNotes) {
      const { kind } = readRemark(text)
      add(text, regular, ...(kind === 'table' ? [bold] : kind === 'code' ? [mono] : []))
    }
    visitBlocks(slide.blocks, addBlock)
  }
  // A font without a space is not the one that browsers take the height of its lines from: the system's would be.
  const text = (set: ReadonlySet<string>) => (set.size === 0 ? '' : [...new Set([' ', ...set])].sort().join(''))
  return { regular: text(regular), bold: text(bold), italic: text(italic), mono: text(mono), monoBold: text(monoBold) }
}

/** The faces that the deck's formulas are drawn in, `Main-Regular`, and the characters of each. */
export function formulaFacesOf(deck: Deck, formulary: Formulary | undefined): Readonly<Record<string, string>> {
  const faces = new Map<string, Set<string>>()
  const take = ({ tex, whole = tex }: Formula | FormulaInline, display: boolean): void => {
    const made = formulary?.typeset(whole, display)
    if (made === undefined || 'fault' in made) return
    for (const [face, text] of made.faces) faces.set(face, new Set([...(faces.get(face) ?? []), ...text]))
  }
  const takeInlines = (inlines: readonly Inline[]): void =>
    visitInlines(inlines, (inline) => {
      if (inline.kind === 'math') take(inline, false)
    })
  if (formulary === undefined) return {}
  for (const slide of deck.slides) {
    for (const run of [slide.title, slide.eyebrow ?? []]) takeInlines(run)
    visitBlocks(slide.blocks, (block) => {
      if (block.kind === 'math') take(block, true)
      for (const run of inlinesOf(block)) takeInlines(run)
    })
  }
  return Object.fromEntries([...faces].map(([face, characters]) => [face, [...characters].sort().join('')]))
}
