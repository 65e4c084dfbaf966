/** Inlines of the notes → HTML within a line. */
import type { Pictures } from '../model/bundle.js'
import type { Inline } from '../model/notes.js'
import { attribute, escapeHtml } from './escape.js'

export const renderInlines = (inlines: readonly Inline[], pictures: Pictures): string =>
  inlines.map((inline) => renderInline(inline, pictures)).join('')

const tags = { strong: 'strong', em: 'em', strike: 's' } as const

function renderInline(inline: Inline, pictures: Pictures): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text)
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`
    case 'break':
      return '<br>'
    case 'strong':
    case 'em':
    case 'strike':
      return `<${tags[inline.kind]}>${renderInlines(inline.children, pictures)}</${tags[inline.kind]}>`
    case 'link':
      return renderLink(inline.href, renderInlines(inline.children, pictures))
    case 'image':
      return renderInlinePicture(inline.src, inline.alt, pictures)
    case 'footnote':
      return `<sup>[${escapeHtml(inline.label)}]</sup>`
  }
}

/** Links out of the deck open beside it, so that a click on stage does not end the talk. */
function renderLink(href: string, content: string): string {
  const inside = href.startsWith('#')
  const target = inside ? '' : ' target="_blank" rel="noopener noreferrer"'
  return `<a${attribute('href', href)}${target}>${content}</a>`
}

function renderInlinePicture(src: string, alt: string, pictures: Pictures): string {
  const picture = pictures.get(src)
  if (picture?.state !== 'ready') return `<span class="lost-inline">${escapeHtml(alt || src)}</span>`
  const { path, width, height } = picture
  return `<img class="inline"${attribute('src', path)}${attribute('alt', alt)} width="${width}" height="${height}">`
}
