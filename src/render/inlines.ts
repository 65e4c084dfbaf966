/** Inlines of the notes → HTML within a line. */
import type { Pictures } from '../model/bundle.js'
import type { Formulary } from '../model/formulary.js'
import type { Inline, MarkKind, Picture } from '../model/notes.js'
import { decodedAddress } from '../model/text.js'
import { askedWidth } from './askedSize.js'
import { attribute, escapeHtml } from './escape.js'
import { breakNames, setText } from './setText.js'

/** What inlines need to know of the deck around them. */
export interface InlineContext {
  readonly pictures: Pictures
  /** Ids of the deck's slides, which links in the notes may lead to. */
  readonly targets: ReadonlySet<string>
  /** Absent where there are no formulas. */
  readonly formulary?: Formulary | undefined
  /** Within emphasis: Chinese and Japanese have dots for that, as their letters do not lean. */
  readonly stressed?: true
  /** The deck's “ and ” are as wide as a Chinese character. */
  readonly wideQuotes?: boolean
  /** Within a cell of a table, where long names may need several lines. */
  readonly inCell?: true
}

export const renderInlines = (inlines: readonly Inline[], context: InlineContext): string => {
  const pieces: string[] = []
  for (const [index, inline] of inlines.entries()) {
    const html = renderInline(inline, context)
    const before = inlines[index - 1]
    if (inline.kind === 'footnote' && before?.kind === 'text') pieces.push(hold(pieces.pop() ?? '', before.text, html))
    else if (inline.kind === 'footnote' && before?.kind === 'footnote') pieces.push(betweenMarks, html)
    else pieces.push(html)
  }
  return pieces.join('')
}

/** Two marks side by side would read as one number. */
const betweenMarks = '<sup class="footnote-mark between">,</sup>'

/** A line may end between a Chinese character and a number: the mark of a footnote holds on to the character before it. */
function hold(html: string, text: string, mark: string): string {
  const last = /[\u2e80-\u9fff\uff00-\uffef]$/.exec(text)?.[0]
  return last === undefined ? html + mark : `${html.slice(0, -last.length)}<span class="held">${last}${mark}</span>`
}

const tags: Readonly<Record<MarkKind, string>> = {
  strong: 'strong',
  em: 'em',
  strike: 's',
  sup: 'sup',
  sub: 'sub',
  kbd: 'kbd',
  mark: 'mark',
  insert: 'ins',
  small: 'small',
  step: 'span',
  lead: 'span',
  unit: 'span',
  between: 'span',
  rest: 'span',
}

const classes: Readonly<Partial<Record<MarkKind, string>>> = {
  step: 'fragment',
  lead: 'item-lead',
  unit: 'item-unit',
  between: 'item-between',
  rest: 'item-rest',
}

function renderInline(inline: Inline, context: InlineContext): string {
  switch (inline.kind) {
    case 'text':
      return context.stressed ? dotted(inline.text) : renderText(inline.text, context)
    case 'code':
      return `<code>${context.inCell ? breakNames(escapeHtml(inline.text)) : escapeHtml(inline.text)}</code>`
    case 'math':
      return renderFormula(inline.whole ?? inline.tex, context) ?? `<code>${escapeHtml(inline.tex)}</code>`
    case 'break':
      return '<br>'
    case 'abbreviation':
      return `<abbr${attribute('title', inline.title)}>${renderInlines(inline.children, context)}</abbr>`
    case 'ruby':
      return `<ruby>${escapeHtml(inline.base)}<rp>(</rp><rt>${escapeHtml(inline.reading)}</rt><rp>)</rp></ruby>`
    case 'link':
      return renderLink(inline.href, renderInlines(inline.children, context), context)
    case 'image':
      return renderInlinePicture(inline, context.pictures)
    case 'footnote':
      return `<sup class="footnote-mark">${inline.number}</sup>`
    default: {
      const inside = inline.kind === 'em' ? { ...context, stressed: true as const } : context
      const looks = classes[inline.kind]
      return `<${tags[inline.kind]}${looks === undefined ? '' : ` class="${looks}"`}>${renderInlines(inline.children, inside)}</${tags[inline.kind]}>`
    }
  }
}

function renderText(text: string, { wideQuotes, inCell }: InlineContext): string {
  const html = setText(text, wideQuotes)
  return inCell ? breakNames(html) : html
}

const cjk = /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu

const dotted = (text: string): string => {
  let html = ''
  let done = 0
  for (const { 0: run, index } of text.matchAll(cjk)) {
    html += `${escapeHtml(text.slice(done, index))}<span class="stressed">${run}</span>`
    done = index + run.length
  }
  return html + escapeHtml(text.slice(done))
}

/** @returns nothing for one that can't be typeset: its source is shown */
function renderFormula(tex: string, { formulary }: InlineContext): string | undefined {
  const made = formulary?.typeset(tex, false)
  return made === undefined || 'fault' in made ? undefined : `<span class="formula">${made.html}</span>`
}

/**
 * Links out of the deck open beside it, so that a click on stage does not end the talk. What would lead nowhere once the deck
 * is mailed or printed (a file beside the notes) is said, but is no link.
 */
export function renderLink(href: string, content: string, context: InlineContext): string {
  if (href.startsWith('#')) {
    const target = decodedAddress(href.slice(1))
    return context.targets.has(target) ? `<a${attribute('href', `#${target}`)}>${content}</a>` : content
  }
  if (!/^(?:https?:|mailto:)/i.test(href)) return content
  return `<a${attribute('href', href)} target="_blank" rel="noopener noreferrer">${content}</a>`
}

/** What shows a picture, in the link that the notes put around it. */
export const linked = ({ href }: Pick<Picture, 'href'>, shown: string, context: InlineContext): string =>
  href === undefined ? shown : renderLink(href, shown, context)

type ImageInline = Extract<Inline, { readonly kind: 'image' }>

function renderInlinePicture({ src, alt, size }: ImageInline, pictures: Pictures): string {
  const picture = pictures.get(src)
  if (picture?.state !== 'ready') return `<span class="lost-inline">${escapeHtml(alt || src)}</span>`
  const { path, width, height } = picture
  const asked = askedWidth(size, { ratio: width / Math.max(1, height), width })
  const style = asked === undefined ? '' : ` style="--asked:${asked}"`
  return `<img class="inline"${attribute('src', path)}${attribute('alt', alt)} width="${width}" height="${height}"${style}>`
}
