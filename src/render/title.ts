/** A title → HTML whose lines end between words, in Chinese too. */

import type { Layout } from '../model/deck.js'
import { least, most } from '../model/lists.js'
import type { Inline } from '../model/notes.js'
import { bracketsIn, countsIn, phraseStarts } from '../model/phrases.js'
import { displayWidth, plainText } from '../model/text.js'
import { type InlineContext, renderInlines } from './inlines.js'

/**
 * Narrower titles stay on one line, and need no look for words, for which the system has to load what it knows of
 * languages: a tenth of a short build. Columns, by how large layouts set titles.
 */
const MAY_WRAP: Partial<Record<Layout, number>> = { title: 24, section: 24, closing: 24, statement: 28 }
const MAY_WRAP_OTHERWISE = 42
/** Stand for a place where a line may end, and one where a clause ends, until all text is escaped; no note holds them (parse drops such characters). */
const BREAK = '\uE000'
const CLAUSE = '\uE001'
/** Around what stays on one line. */
const HOLD = '\uE002'
const HELD = '\uE003'

/** Marks that end a clause; spaces after them are no part of the next one. */
const clauseEnd = /(?:[：；，。！？]|——|(?<=\s)[-–—/|·](?=\s)|[:;,](?=\s))\s*(?=\S)/gu

/**
 * Browsers break Chinese between any two characters, and a large title that tears a word looks like an accident.
 * So long titles carry `<wbr>` between their words, and templates set `word-break: keep-all` on them.
 */
export function renderTitle(
  title: readonly Inline[],
  context: InlineContext,
  lang: string,
  layout: Layout = 'title',
): string {
  const text = plainText(title)
  const line = MAY_WRAP[layout] ?? MAY_WRAP_OTHERWISE
  if (displayWidth(text) <= line) return renderInlines(title, context)
  const isHan = /\p{Script=Han}/u.test(text)
  const marked = inTexts(isHan ? markPhrases(markClauses(title, line), lang) : title, holdWhole)
  const html = renderInlines(marked, context)
    .replaceAll(BREAK, '<wbr>')
    .replaceAll(HOLD, '<span class="held">')
    .replaceAll(HELD, '</span>')
  return html.includes(CLAUSE) ? html.split(CLAUSE).map(clause).join('') : html
}

/** Templates keep a clause on one line, if there is room for it. The space after it stands outside, as at the end of any line. */
const clause = (html: string): string => html.replace(/^(.*?)(\s*)$/s, '<span class="clause">$1</span>$2')

/** Where clauses are about as wide as one another, and have room on one line, lines end between them: `Agentic AI：| 从风险意识到实务控管`. */
function markClauses(title: readonly Inline[], line: number): readonly Inline[] {
  const marked = title.map((inline): Inline => {
    if (inline.kind !== 'text') return inline
    const whole = bracketsIn(inline.text)
    const isInside = (at: number) => whole.some(([first, last]) => at > first && at < last)
    return { kind: 'text', text: inline.text.replace(clauseEnd, (end, at) => (isInside(at) ? end : end + CLAUSE)) }
  })
  const widths = plainText(marked).split(CLAUSE).map(displayWidth)
  const widest = most(widths)
  return widths.length > 1 && widest <= line && least(widths) * 2 >= widest ? marked : title
}

/** From so many columns on, titles are set smaller; the style sheet says by how much. */
const LENGTHS = [
  { name: 'longest', from: 160 },
  { name: 'longer', from: 96 },
  { name: 'long', from: 64 },
] as const

/** @returns undefined for titles of usual length */
export function titleLength(title: readonly Inline[]): (typeof LENGTHS)[number]['name'] | undefined {
  const width = displayWidth(plainText(title))
  return LENGTHS.find(({ from }) => width >= from)?.name
}

const markPhrases = (inlines: readonly Inline[], lang: string): readonly Inline[] =>
  inTexts(inlines, (text) => breakable(text, lang))

const inTexts = (inlines: readonly Inline[], change: (text: string) => string): readonly Inline[] =>
  inlines.map((inline): Inline => {
    if (inline.kind === 'text') return { kind: 'text', text: change(inline.text) }
    return 'children' in inline ? { ...inline, children: inTexts(inline.children, change) } : inline
  })

/** Brackets with spaces in them, and figures with what they count, are not torn at a space either. */
function holdWhole(text: string): string {
  let held = ''
  let done = 0
  const whole = [...bracketsIn(text), ...countsIn(text)].sort(([one], [other]) => one - other)
  for (const [first, last] of whole) {
    const inner = text.slice(first, last)
    if (first < done || !/\s/.test(inner) || inner.includes(CLAUSE)) continue
    held += `${text.slice(done, first)}${HOLD}${inner.replaceAll(BREAK, '')}${HELD}`
    done = last
  }
  return held + text.slice(done)
}

/** After a space or a clause a line may end anyway. */
function breakable(text: string, lang: string): string {
  const starts = phraseStarts(text, lang).filter((start) => !/[\s\uE001]/.test(text.charAt(start - 1)))
  return [0, ...starts].map((start, at) => text.slice(start, starts[at])).join(BREAK)
}
