/** What a deck says of itself → the title block of its article. */
import type { Deck } from '../model/deck.js'
import { escapeHtml } from './escape.js'
import type { InlineContext } from './inlines.js'
import { renderTitle } from './title.js'

export function renderArticleHead({ title, facts, slides, lang }: Deck, context: InlineContext): string {
  const opening = slides.find(({ kind }) => kind === 'title')
  const inlines = opening?.title ?? [{ kind: 'text', text: title }]
  const line = (name: string, text: string) => (text ? `<p class="${name}">${escapeHtml(text)}</p>` : '')
  const said = [facts.author, facts.place, facts.date].filter(Boolean)
  return [
    '<header class="article-head">',
    line('article-event', facts.event),
    `<h1 id="${escapeHtml(opening?.id ?? 'title')}" data-bookmark="1" data-bookmark-title="${escapeHtml(title)}">${renderTitle(inlines, context, lang)}</h1>`,
    line('article-subtitle', facts.subtitle),
    said.length > 0
      ? `<p class="article-facts">${said.map((fact) => `<span>${escapeHtml(fact)}</span>`).join(' ')}</p>`
      : '',
    '</header>',
  ].join('')
}
