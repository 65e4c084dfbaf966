/** A title → HTML whose lines end between words, in Chinese too. */
import type { Layout } from '../model/deck.js'
import type { Inline } from '../model/notes.js'
import { phraseStarts } from '../model/phrases.js'
import { displayWidth, plainText } from '../model/text.js'
import { type InlineContext, renderInlines } from './inlines.js'

/**
 * Narrower titles stay on one line, and need no look for words, for which the system has to load what it knows of
 * languages: a tenth of a short build. Columns, by how large layouts set titles.
 */
const MAY_WRAP: Partial<Record<Layout, number>> = { title: 24, section: 24, closing: 24, statement: 28 }
const MAY_WRAP_OTHERWISE = 42
/** Stands for a place where a line may end, until all text is escaped; no note holds it (parse drops such characters). */
const BREAK = '\uE000'

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
  const isShort = displayWidth(text) <= (MAY_WRAP[layout] ?? MAY_WRAP_OTHERWISE)
  if (isShort || !/\p{Script=Han}/u.test(text)) return renderInlines(title, context)
  return renderInlines(markPhrases(title, lang), context).replaceAll(BREAK, '<wbr>')
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

function markPhrases(inlines: readonly Inline[], lang: string): readonly Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.kind === 'text') return { kind: 'text', text: breakable(inline.text, lang) }
    return 'children' in inline ? { ...inline, children: markPhrases(inline.children, lang) } : inline
  })
}

/** After a space a line may end anyway. */
function breakable(text: string, lang: string): string {
  const starts = phraseStarts(text, lang).filter((start) => !/\s/.test(text.charAt(start - 1)))
  return [0, ...starts].map((start, at) => text.slice(start, starts[at])).join(BREAK)
}
