/** A title → HTML whose lines end between words, in Chinese too. */
import type { Layout } from '../model/deck.js'
import type { Inline } from '../model/notes.js'
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
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
  return renderInlines(markWords(title, segmenter), context).replaceAll(BREAK, '<wbr>')
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

function markWords(inlines: readonly Inline[], segmenter: Intl.Segmenter): readonly Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.kind === 'text') return { kind: 'text', text: breakable(inline.text, segmenter) }
    return 'children' in inline ? { ...inline, children: markWords(inline.children, segmenter) } : inline
  })
}

/** Before words only: punctuation stays with what it follows, and what opens a quotation with what it opens. */
function breakable(text: string, segmenter: Intl.Segmenter): string {
  let marked = ''
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const breaks = marked !== '' && isWordLike && !/[\s（(「『《〈“‘［【—–-]$/.test(marked)
    marked += breaks ? BREAK + segment : segment
  }
  return marked
}
